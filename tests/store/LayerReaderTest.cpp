// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LayerReader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ca;

class LayerReaderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString put(const char *name, const QByteArray &bytes) const
    {
        QFile out(m_folder.filePath(QString::fromLatin1(name)));
        if (out.open(QIODevice::WriteOnly))
            out.write(bytes);
        return out.fileName();
    }

    static QByteArray collection(const QByteArray &features, const QByteArray &crs = {})
    {
        return "{\"type\": \"FeatureCollection\", " + crs + "\"features\": [" + features + "]}";
    }

    static QByteArray feature(int id, const QByteArray &type, const QByteArray &coordinates, const QByteArray &properties = "{}")
    {
        return "{\"type\": \"Feature\", \"id\": " + QByteArray::number(id) + ", \"properties\": " + properties
            + ", \"geometry\": {\"type\": \"" + type + "\", \"coordinates\": " + coordinates + "}}";
    }

private Q_SLOTS:
    void readsColumnsAndParts()
    {
        const QString path = put("lines.geojson", collection(
            feature(7, "LineString", "[[45, 40], [46, 41]]", "{\"name\": \"one\", \"n\": 3, \"x\": 1.5}") + ","
            + feature(9, "MultiLineString", "[[[1, 2], [3, 4]], [[5, 6], [7, 8], [9, 10]]]", "{\"name\": null, \"n\": 4}")));
        QCOMPARE(*LayerReader::layers(path), QStringList{"lines"});
        const auto read = LayerReader::read(path, "lines");
        QVERIFY2(read.ok(), qPrintable(read.error().text()));
        QVERIFY(read.warnings().isEmpty());
        QCOMPARE(read->kind, GeometryKind::Line);
        QCOMPARE(read->ids, (std::vector<std::int64_t>{7, 9}));
        QCOMPARE(read->featureStart, (std::vector<std::uint32_t>{0, 1, 3}));
        QCOMPARE(read->partStart, (std::vector<std::uint32_t>{0, 2, 4, 7}));
        QCOMPARE(read->vertices[0], (LatLon{40, 45}));
        QCOMPARE(read->vertices[6], (LatLon{10, 9}));
        QCOMPARE(read->value(0, "name"), QVariant(QStringLiteral("one")));
        QCOMPARE(read->value(0, "n").toInt(), 3);
        QCOMPARE(read->value(0, "x").toDouble(), 1.5);
        QVERIFY(read->value(1, "name").isNull());
        QVERIFY(read->value(1, "x").isNull());
    }

    void readsOnlyTheColumnsWanted()
    {
        const QString path = put("points.geojson", collection(feature(1, "Point", "[45, 40]", "{\"a\": \"x\", \"b\": \"y\"}")));
        const auto read = LayerReader::read(path, "points", {"b", "nothing"});
        QVERIFY(read.ok());
        QCOMPARE(read->columns.size(), std::size_t(1));
        QCOMPARE(read->value(0, "b").toString(), QStringLiteral("y"));
        QCOMPARE(read->kind, GeometryKind::Point);
    }

    void polygonsKeepTheirHoles()
    {
        const QString path = put("areas.geojson", collection(
            feature(1, "Polygon", "[[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]], [[3, 3], [4, 3], [4, 4], [3, 3]]]")));
        const auto read = LayerReader::read(path, "areas");
        QVERIFY(read.ok());
        QCOMPARE(read->kind, GeometryKind::Polygon);
        QCOMPARE(read->partStart, (std::vector<std::uint32_t>{0, 5, 9}));
        QCOMPARE(read->part(1).front(), read->part(1).back());
    }

    void leavesOutBadFeaturesAndSaysSo()
    {
        const QString path = put("mixed.geojson", collection(
            feature(1, "LineString", "[[45, 40], [46, 41]]") + "," + feature(2, "LineString", "[[45, 95], [46, 41]]") + ","
            + feature(3, "Point", "[45, 40]") + ","
            + "{\"type\": \"Feature\", \"id\": 4, \"properties\": {}, \"geometry\": null},"
            + feature(5, "LineString", "[]")));
        const auto read = LayerReader::read(path, "mixed");
        QVERIFY2(read.ok(), qPrintable(read.error().text()));
        QCOMPARE(read->ids, std::vector<std::int64_t>{1});
        QCOMPARE(read.warnings().size(), 4);
        QVERIFY(read.warnings()[0].contains("feature 2") && read.warnings()[0].contains("out of range"));
        QVERIFY(read.warnings()[1].contains("feature 3"));
    }

    void transformsToDegrees()
    {
        const QString path = put("mercator.geojson", collection(feature(1, "Point", "[5009377.085697, 4865942.279503]"),
            "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::3857\"}}, "));
        const auto read = LayerReader::read(path, "mercator");
        QVERIFY2(read.ok(), qPrintable(read.error().text()));
        QVERIFY(qAbs(read->vertices[0].lon - 45) < 1e-6);
        QVERIFY(qAbs(read->vertices[0].lat - 40) < 1e-6);
    }

    void whatCannotBeTransformedCostsOneFeature()
    {
        const QString path = put("utm.geojson", collection(
            feature(1, "Point", "[500000, 4427757]") + "," + feature(2, "Point", "[1e30, 1e30]"),
            "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::32638\"}}, "));
        const auto read = LayerReader::read(path, "utm");
        QVERIFY2(read.ok(), qPrintable(read.error().text()));
        QCOMPARE(read->ids, std::vector<std::int64_t>{1});
        QCOMPARE(read.warnings().size(), 1);
        QVERIFY(read.warnings()[0].contains("feature 2"));
    }

    void refusesBadFiles()
    {
        QCOMPARE(LayerReader::read(m_folder.filePath("missing"), "x").error().message, QStringLiteral("there is no such file"));
        QCOMPARE(LayerReader::layers(put("empty.geojson", "")).error().message, QStringLiteral("the file is empty"));
        QVERIFY(LayerReader::layers(put("odd.bin", "no map at all")).error().message.startsWith("no known format"));
        const auto cut = LayerReader::read(put("cut.geojson", "{\"type\": \"FeatureCollection\", \"features\": [{"), "cut");
        QVERIFY(!cut.ok());
        QCOMPARE(cut.error().file, m_folder.filePath("cut.geojson"));
        const auto layer = LayerReader::read(put("one.geojson", collection(feature(1, "Point", "[45, 40]"))), "two");
        QCOMPARE(layer.error().message, QStringLiteral("there is no layer two in this file"));
    }
};

QTEST_GUILESS_MAIN(LayerReaderTest)
#include "LayerReaderTest.moc"
