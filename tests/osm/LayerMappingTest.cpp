// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/LayerMapping.h"

#include <QtTest>

using namespace ca;

namespace {

/// "railways:rail:operating roads:primary:operating:close"
QString classesOf(OsmType type, const std::vector<OsmTag> &tags)
{
    const LayerMapping &mapping = LayerMapping::bundled();
    std::vector<OsmClass> found;
    mapping.classify(type, tags, found);
    QStringList words;
    for (const OsmClass &one : found) {
        words << QStringLiteral("%1:%2:%3%4").arg(mapping.layers()[one.layer].id, QString::fromUtf8(one.kind.data(), qsizetype(one.kind.size())),
                                               toId(one.stage), one.close ? QStringLiteral(":close") : QString());
    }
    return words.join(u' ');
}

} // namespace

class LayerMappingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bundledMappingSorts()
    {
        using enum OsmType;
        QCOMPARE(classesOf(Way, {{"railway", "rail"}}), QStringLiteral("railways:rail:operating"));
        QCOMPARE(classesOf(Way, {{"railway", "rail"}, {"service", "siding"}}), QStringLiteral("railways:rail:operating:close"));
        QCOMPARE(classesOf(Way, {{"construction:railway", "rail"}}), QStringLiteral("railways:rail:construction"));
        QCOMPARE(classesOf(Way, {{"railway", "construction"}}), QStringLiteral("railways::construction"));
        QCOMPARE(classesOf(Way, {{"railway", "platform"}}), QString());
        QCOMPARE(classesOf(Way, {{"highway", "construction"}, {"construction", "motorway"}}), QStringLiteral("roads:motorway:construction"));
        QCOMPARE(classesOf(Way, {{"highway", "construction"}}), QString());
        QCOMPARE(classesOf(Way, {{"highway", "residential"}}), QString());
        QCOMPARE(classesOf(Way, {{"proposed:man_made", "pipeline"}, {"substance", "gas"}}), QStringLiteral("pipelines:pipeline:proposed"));
        QCOMPARE(classesOf(Way, {{"railway", "rail"}, {"highway", "secondary"}}), QStringLiteral("railways:rail:operating roads:secondary:operating:close"));
        QCOMPARE(classesOf(Relation, {{"type", "boundary"}, {"boundary", "administrative"}, {"admin_level", "2"}}), QStringLiteral("borders:administrative:operating"));
        QCOMPARE(classesOf(Relation, {{"boundary", "administrative"}, {"admin_level", "4"}, {"type", "boundary"}}), QString());
        QCOMPARE(classesOf(Relation, {{"type", "multipolygon"}, {"natural", "water"}}), QStringLiteral("lakes:water:operating"));
        QCOMPARE(classesOf(Relation, {{"type", "site"}, {"natural", "water"}}), QString());
        QCOMPARE(classesOf(Node, {{"place", "city"}, {"name", "Bakı"}}), QStringLiteral("places:city:operating"));
        QCOMPARE(classesOf(Node, {{"railway", "rail"}}), QString());
        QCOMPARE(classesOf(Node, {{"barrier", "border_control"}}), QStringLiteral("border_crossings:border_control:operating"));
        const std::vector<OsmTag> house{{"building", "yes"}}, station{{"disused:railway", "station"}};
        const OsmFilter filter = LayerMapping::bundled().filter();
        QVERIFY(!filter(Node, house) && filter(Node, station));
    }

    void placesHaveSixLanguages()
    {
        for (const OsmLayerSpec &layer : LayerMapping::bundled().layers()) {
            if (layer.id != QLatin1String("places"))
                continue;
            QSet<QString> names;
            for (const OsmColumn &column : layer.columns)
                names.insert(QString::fromStdString(column.name));
            for (const char *name : {"name", "name_en", "name_az", "name_hy", "name_ka", "name_tr", "name_ru", "population"})
                QVERIFY2(names.contains(QLatin1String(name)), name);
            return;
        }
        QFAIL("no layer of places");
    }

    void columnsTellWhatTheyAre()
    {
        const Result<LayerMapping> parsed = LayerMapping::parse("[a] line levels A\nmatch a=b\ncolumn c c:d number detail\ncolumn e detail\ncolumn number", {});
        QVERIFY2(parsed, qPrintable(parsed.error().text()));
        const std::vector<OsmColumn> &columns = parsed->layers().front().columns;
        QCOMPARE(columns.size(), std::size_t(3));
        QVERIFY(columns[0].tag == "c:d" && columns[0].number && columns[0].detail);
        QVERIFY(columns[1].tag == "e" && !columns[1].number && columns[1].detail);
        QVERIFY(columns[2].tag == "number" && !columns[2].number && !columns[2].detail);
    }

    void faultsAreToldWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const char *text, int line) { QTest::newRow(name) << QByteArray(text) << line; };
        row("empty", "", 1);
        row("no layer", "# x\nmatch a=b", 2);
        row("shape", "[a] blob Title", 1);
        row("name", "[A b] line Title", 1);
        row("no title", "[a] line", 1);
        row("twice", "[a] line A\nmatch a=b\n\n[a] line B\nmatch a=b", 4);
        row("no match", "[a] line A\n[b] line B\nmatch a=b", 2);
        row("match", "[a] line A\nmatch a", 2);
        row("word", "[a] line A\nmatch a=b often", 2);
        row("with", "[a] line A\nmatch a=b with", 2);
        row("column", "[a] line A\nmatch a=b\ncolumn Name", 3);
        row("special", "[a] line A\nmatch a=b\ncolumn c @what", 3);
        row("taken", "[a] line A\nmatch a=b\ncolumn osm_id", 3);
        row("points", "[a] point levels A\nmatch a=b", 1);
    }

    void faultsAreToldWithTheirLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const Result<LayerMapping> parsed = LayerMapping::parse(text, QStringLiteral("x.map"));
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().line, line);
        QCOMPARE(parsed.error().file, QStringLiteral("x.map"));
    }
};

QTEST_GUILESS_MAIN(LayerMappingTest)
#include "LayerMappingTest.moc"
