// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandsFixture.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace ca;
using Outcome = test::CommandsFixture::Outcome;

class BenchCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.prepare()); }
    void theAtlas();
    void layersInstead();
    void asText();
    void badUsageIsTwo_data();
    void badUsageIsTwo();
    void failureIsOne_data();
    void failureIsOne();

private:
    [[nodiscard]] QString layer(const QString &name, int features) const;
    [[nodiscard]] Outcome bench(const QStringList &more) const;
    static void checkFigures(const QJsonObject &figures);
    test::CommandsFixture m_fixture;
};

/// A GeoJSON file of squares.
QString BenchCommandTest::layer(const QString &name, int features) const
{
    QStringList all;
    for (int i = 0; i < features; ++i) {
        const double west = 44.2 + 0.5 * i;
        all << QStringLiteral("{\"type\":\"Feature\",\"properties\":{\"name\":\"n%1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                              "[[[%2,39.5],[%3,39.5],[%3,40],[%2,40],[%2,39.5]]]}}").arg(i).arg(west).arg(west + 0.4);
    }
    QFile file(m_fixture.path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(QStringLiteral("{\"type\":\"FeatureCollection\",\"features\":[%1]}").arg(all.join(u',')).toUtf8());
    return file.fileName();
}

Outcome BenchCommandTest::bench(const QStringList &more) const
{
    return test::CommandsFixture::run(QStringList{QStringLiteral("bench"), QStringLiteral("--bbox"), QStringLiteral("44,39,47,41"), QStringLiteral("--size"),
                                                  QStringLiteral("320x240"), QStringLiteral("--repeat"), QStringLiteral("1"), QStringLiteral("--json")}
                                      + more);
}

/// All figures are there, are numbers, and agree with themselves.
void BenchCommandTest::checkFigures(const QJsonObject &figures)
{
    const QStringList numbers{QStringLiteral("start_ms"), QStringLiteral("open_ms"), QStringLiteral("scene_ms"), QStringLiteral("first_paint_ms"), QStringLiteral("first_frame_ms"),
                              QStringLiteral("floor_ms"), QStringLiteral("labels"), QStringLiteral("projection_ms"), QStringLiteral("features"),
                              QStringLiteral("vertices"), QStringLiteral("rss_mb")};
    const QStringList ranges{QStringLiteral("full_frame_ms"), QStringLiteral("floor_range_ms"), QStringLiteral("pick_us")};
    const QStringList tails{QStringLiteral("pan_frame_ms"), QStringLiteral("zoom_frame_ms")};
    for (const QString &key : numbers) {
        QVERIFY2(figures[key].isDouble(), qPrintable(key));
        QVERIFY2(std::isfinite(figures[key].toDouble()) && figures[key].toDouble() >= 0, qPrintable(key));
    }
    for (const QString &key : ranges + tails) {
        const QJsonObject range = figures[key].toObject();
        QCOMPARE(range.keys(), ranges.contains(key) ? QStringList({QStringLiteral("max"), QStringLiteral("min"), QStringLiteral("p50")})
                                                    : QStringList({QStringLiteral("max"), QStringLiteral("p50"), QStringLiteral("p99")}));
        for (const QString &name : range.keys()) {
            QVERIFY2(range[name].isDouble() && range[name].toDouble() >= 0, qPrintable(key));
            QVERIFY2(range[name].toDouble() <= range[QStringLiteral("max")].toDouble(), qPrintable(key));
        }
    }
    QCOMPARE(figures.size(), numbers.size() + ranges.size() + tails.size());
    QCOMPARE(figures[QStringLiteral("floor_ms")].toDouble(), figures[QStringLiteral("floor_range_ms")].toObject()[QStringLiteral("p50")].toDouble());
}

void BenchCommandTest::theAtlas()
{
    const QString picture = m_fixture.path(QStringLiteral("ours.png")), floor = m_fixture.path(QStringLiteral("floor.png"));
    const Outcome outcome = bench({QStringLiteral("--atlas"), m_fixture.atlas(), QStringLiteral("--picture"), picture, QStringLiteral("--floor-picture"), floor});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    const QJsonDocument json = QJsonDocument::fromJson(outcome.out.toUtf8());
    QVERIFY(json.isObject());
    checkFigures(json.object());
    QVERIFY(json[QStringLiteral("labels")].toInt() > 0);
    for (const QString &file : {picture, floor})
        QCOMPARE(QImage(file).size(), QSize(320, 240));
}

void BenchCommandTest::layersInstead()
{
    const QString three = layer(QStringLiteral("three.geojson"), 3), two = layer(QStringLiteral("two.geojson"), 2);
    const Outcome alone = bench({QStringLiteral("--labels"), QStringLiteral("off"), QStringLiteral("--crs"), QStringLiteral("EPSG:3857"), QStringLiteral("--layers"), three});
    const Outcome both = bench({QStringLiteral("--labels"), QStringLiteral("off"), QStringLiteral("--layers"), three, two});
    QVERIFY2(alone.code == 0, qPrintable(alone.err));
    QVERIFY2(both.code == 0, qPrintable(both.err));
    const QJsonObject a = QJsonDocument::fromJson(alone.out.toUtf8()).object(), b = QJsonDocument::fromJson(both.out.toUtf8()).object();
    checkFigures(a);
    checkFigures(b);
    QCOMPARE(b[QStringLiteral("features")].toInt() - a[QStringLiteral("features")].toInt(), 2);
    QCOMPARE(a[QStringLiteral("labels")].toInt(), 0);
}

void BenchCommandTest::asText()
{
    const QString three = layer(QStringLiteral("three.geojson"), 3);
    const Outcome outcome = test::CommandsFixture::run({QStringLiteral("bench"), QStringLiteral("--size"), QStringLiteral("100x80"), QStringLiteral("--repeat"),
                                                        QStringLiteral("1"), QStringLiteral("--layers"), three});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    for (const char *key : {"full_frame_ms ", "floor_ms ", "pan_frame_ms ", "p99 ", "features "})
        QVERIFY2(outcome.out.contains(QString::fromLatin1(key)), key);
    QVERIFY(!outcome.out.contains(u'{'));
}

void BenchCommandTest::badUsageIsTwo_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *words, const char *reason) { QTest::newRow(words) << QString::fromLatin1(words) << QString::fromUtf8(reason); };
    row("bench --size 320", "--size");
    row("bench --size axb", "--size");
    row("bench --size 320x-5", "--size");
    row("bench --size 320x2000000", "--size");
    row("bench --repeat 0", "--repeat");
    row("bench --repeat many", "--repeat");
    row("bench --repeat 10001", "--repeat");
    row("bench --labels maybe", "--labels");
    row("bench --bbox 1,2,3", "bench");
    row("bench --bbox 47,39,44,41", "bench");
    row("bench roads.geojson", "roads.geojson");
    row("bench --fast", "--fast");
}

void BenchCommandTest::badUsageIsTwo()
{
    QFETCH(QString, words);
    QFETCH(QString, reason);
    const Outcome outcome = test::CommandsFixture::run(words.split(u' '));
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY2(outcome.err.contains(reason), qPrintable(outcome.err));
}

void BenchCommandTest::failureIsOne_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("no such layer file") << QStringLiteral("--layers none.geojson");
    QTest::newRow("no such atlas") << QStringLiteral("--atlas none.gpkg");
    QTest::newRow("no such projection") << QStringLiteral("--crs nonsense --layers three.geojson");
}

void BenchCommandTest::failureIsOne()
{
    QFETCH(QString, words);
    QVERIFY(QFile::exists(layer(QStringLiteral("three.geojson"), 3)));
    QStringList arguments{QStringLiteral("bench")};
    for (const QString &word : words.split(u' '))
        arguments << (word.contains(QStringLiteral(".g")) ? m_fixture.path(word) : word);
    const Outcome outcome = test::CommandsFixture::run(arguments);
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out, QString());
    QVERIFY(outcome.err.startsWith(QStringLiteral("corridor-atlas: ")));
    QCOMPARE(outcome.err.count(u'\n'), 1);
}

QTEST_MAIN(BenchCommandTest)
#include "BenchCommandTest.moc"
