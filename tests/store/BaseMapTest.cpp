// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AtlasFile.h"

#include "atlas/SampleAtlas.h"
#include "support/TestData.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gdal.h>
#include <ogr_api.h>

using namespace ca;

class BaseMapTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static void addLayer(GDALDatasetH dataset, const char *name, const char *wkt, const char *label)
    {
        OGRGeometryH geometry = nullptr;
        char *text = const_cast<char *>(wkt);
        OGR_G_CreateFromWkt(&text, nullptr, &geometry);
        OGRLayerH layer = GDALDatasetCreateLayer(dataset, name, nullptr, OGR_G_GetGeometryType(geometry), nullptr);
        OGRFieldDefnH field = OGR_Fld_Create("name", OFTString);
        OGR_L_CreateField(layer, field, TRUE);
        OGR_Fld_Destroy(field);
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        OGR_F_SetFieldString(feature, 0, label);
        OGR_F_SetGeometryDirectly(feature, geometry);
        QCOMPARE(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
        OGR_F_Destroy(feature);
    }

    static void addCredit(GDALDatasetH dataset)
    {
        OGRLayerH layer = GDALDatasetCreateLayer(dataset, "metadata_atlas", nullptr, wkbNone, nullptr);
        const char *columns[] = {"layer", "credit", "licence", "url", "data_date"};
        OGRFeatureH feature = nullptr;
        for (const char *column : columns) {
            OGRFieldDefnH field = OGR_Fld_Create(column, OFTString);
            OGR_L_CreateField(layer, field, TRUE);
            OGR_Fld_Destroy(field);
        }
        feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
        for (int i = 0; i < 5; ++i)
            OGR_F_SetFieldString(feature, i, columns[i]);
        QCOMPARE(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
        OGR_F_Destroy(feature);
    }

    QString smallBaseMap()
    {
        GDALAllRegister();
        const QString path = m_folder.filePath("base.gpkg");
        GDALDatasetH dataset = GDALCreate(GDALGetDriverByName("GPKG"), qPrintable(path), 0, 0, 0, GDT_Unknown, nullptr);
        addLayer(dataset, "land_0", "MULTIPOLYGON(((40 40,50 40,50 50,40 40)))", "coarse");
        addLayer(dataset, "land_2", "MULTIPOLYGON(((40 40,50 40,50 50,45 46,40 40),(42 41,43 41,43 42,42 41)))", "fine");
        addLayer(dataset, "rivers_1", "LINESTRING(44 40,45 40)", "Aras");
        addLayer(dataset, "places", "POINT(49.85 40.38)", "Baku");
        addLayer(dataset, "gas_stations", "POINT(1 2)", "not of the base map");
        addCredit(dataset);
        GDALClose(dataset);
        return path;
    }

private Q_SLOTS:
    void layersComeWithTheirLevels()
    {
        const QString path = m_folder.filePath("atlas.gpkg");
        const auto written = AtlasFile::write(path, test::sampleAtlas(), smallBaseMap());
        QVERIFY2(written.ok(), qPrintable(written.error().text()));
        QVERIFY(AtlasFile::readAtlas(path).ok());
        const auto read = AtlasFile::readBaseMap(path);
        QVERIFY2(read.ok(), qPrintable(read.error().text()));
        const BaseMap &map = **read;
        QCOMPARE(map.layers.size(), std::size_t(3));
        const BaseLayer *land = map.layer("land");
        QVERIFY(land);
        QCOMPARE(land->levels.size(), std::size_t(2));
        QCOMPARE(land->levels[0].toleranceMetres, 1500.0);
        QCOMPARE(land->levels[1].toleranceMetres, 40.0);
        QCOMPARE(land->levels[1].features.partStart, (std::vector<std::uint32_t>{0, 5, 9}));
        QCOMPARE(map.layer("rivers")->levels[0].toleranceMetres, 300.0);
        QCOMPARE(map.layer("places")->levels[0].toleranceMetres, 0.0);
        QCOMPARE(map.layer("places")->levels[0].features.value(0, "name").toString(), QStringLiteral("Baku"));
        QCOMPARE(map.layer("places")->levels[0].features.vertices[0], (LatLon{40.38, 49.85}));
        QVERIFY(!map.layer("coast"));
        QVERIFY(read.warnings().contains(QStringLiteral("the base map has no layer coast")));
        QCOMPARE(read.warnings().size(), 5);
    }

    void creditsComeWithTheLayers()
    {
        const auto read = AtlasFile::readBaseMap(m_folder.filePath("atlas.gpkg"));
        QVERIFY(read.ok());
        const std::vector<Credit> &credits = (*read)->credits;
        QCOMPARE(credits.front(), (Credit{"layer", "credit", "licence", "url", "data_date"}));
        QStringList provenances;
        for (const Credit &credit : credits) {
            if (credit.layer.startsWith("provenance:"))
                provenances += credit.layer;
        }
        QCOMPARE(provenances, (QStringList{"provenance:osm", "provenance:gem", "provenance:geonames", "provenance:natural-earth"}));
    }

    void sameBaseMapSameBytes()
    {
        QVERIFY(AtlasFile::write(m_folder.filePath("again.gpkg"), test::sampleAtlas(), m_folder.filePath("base.gpkg")).ok());
        QFile a(m_folder.filePath("atlas.gpkg"));
        QFile b(m_folder.filePath("again.gpkg"));
        QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
        QVERIFY(a.readAll() == b.readAll());
    }

    void anAtlasWithoutABaseMapOnlyWarns()
    {
        QVERIFY(AtlasFile::write(m_folder.filePath("bare.gpkg"), test::sampleAtlas()).ok());
        const auto read = AtlasFile::readBaseMap(m_folder.filePath("bare.gpkg"));
        QVERIFY(read.ok());
        QVERIFY((*read)->layers.empty());
        QCOMPARE(read.warnings().size(), 8);
    }

    void theRealBaseMapIsComplete()
    {
        const QString base = test::sourcePath("geodata/basemap/basemap.gpkg");
        if (!QFile::exists(base))
            QSKIP("no base map in the source tree");
        const QString path = m_folder.filePath("real.gpkg");
        QVERIFY(AtlasFile::write(path, test::sampleAtlas(), base).ok());
        QElapsedTimer timer;
        timer.start();
        const auto read = AtlasFile::readBaseMap(path);
        qInfo() << "base map read in" << timer.elapsed() << "ms";
        QVERIFY2(read.ok(), qPrintable(read.error().text()));
        QCOMPARE(read.warnings(), QStringList());
        for (const char *id : {"land", "coast", "borders", "lakes", "seas", "rivers", "countries", "places"}) {
            const BaseLayer *layer = (*read)->layer(QString::fromLatin1(id));
            QVERIFY2(layer, id);
            const bool credited = std::any_of((*read)->credits.begin(), (*read)->credits.end(),
                                              [&](const Credit &c) { return c.layer == layer->id && !c.text.isEmpty(); });
            QVERIFY2(credited, id);
            std::size_t vertices = 0;
            for (const BaseLayer::Level &level : layer->levels) {
                QVERIFY2(level.features.vertices.size() >= vertices, id);  // finer levels have more
                vertices = level.features.vertices.size();
            }
        }
    }
};

QTEST_GUILESS_MAIN(BaseMapTest)
#include "BaseMapTest.moc"
