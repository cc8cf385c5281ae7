// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandsFixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace ca;

/// The command on an extract of two ways made up here, with a gap of some 30 m between them.
class MatchCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_fixture.prepare());
        QFile file(extract());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<?xml version='1.0'?><osm version='0.6'>"
                   "<node id='1' lat='40' lon='45' version='1'><tag k='railway' v='station'/><tag k='name' v='Western End'/></node>"
                   "<node id='2' lat='40' lon='45.05' version='1'/><node id='3' lat='40' lon='45.05035' version='1'/>"
                   "<node id='30000000004' lat='40' lon='45.1' version='1'/>"
                   "<way id='11' version='4' timestamp='2026-01-02T03:04:05Z'><nd ref='1'/><nd ref='2'/><tag k='railway' v='rail'/></way>"
                   "<way id='9000000000012' version='1'><nd ref='3'/><nd ref='30000000004'/><tag k='railway' v='rail'/><tag k='gauge' v='1520'/></way></osm>");
    }
    void badUsage()
    {
        QCOMPARE(m_fixture.onAtlas(QStringLiteral("match --all")).code, 2);
        QCOMPARE(m_fixture.onAtlas(QStringLiteral("match --osm x.osm")).code, 2);
        QCOMPARE(m_fixture.onAtlas(QStringLiteral("match --osm x.osm --all --from A --to B")).code, 2);
        QCOMPARE(m_fixture.onAtlas(QStringLiteral("match --osm x.osm --from A")).code, 2);
        QCOMPARE(m_fixture.onAtlas(QStringLiteral("match --osm x.osm --all --out x.kml")).code, 2);
        QCOMPARE(m_fixture.onAtlas(QStringLiteral("match --osm none.osm --all")).code, 1);
        QCOMPARE(m_fixture.onAtlas(QStringLiteral("match --osm none.osm --segment no-such-segment")).code, 1);
    }
    void betweenPlaces()
    {
        const QString out = m_fixture.path(QStringLiteral("routes.gpkg"));
        const auto outcome = m_fixture.run({QStringLiteral("match"), QStringLiteral("--osm"), extract(), QStringLiteral("--from"), QStringLiteral("western end"),
                                            QStringLiteral("--to"), QStringLiteral("40,45.1"), QStringLiteral("--json"), QStringLiteral("--out"), out,
                                            QStringLiteral("--atlas"), m_fixture.atlas()});
        QCOMPARE(outcome.err, QString());
        QCOMPARE(outcome.code, 0);
        const QJsonObject json = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
        QVERIFY(json[QStringLiteral("notice")].toString().contains(QStringLiteral("OpenStreetMap contributors")));
        QCOMPARE(json[QStringLiteral("licence")].toString(), QStringLiteral("ODbL-1.0"));
        const QJsonObject match = json[QStringLiteral("segments")][0].toObject();
        QCOMPARE(match[QStringLiteral("verdict")].toString(), QStringLiteral("bridged"));
        QVERIFY(std::abs(match[QStringLiteral("length_km")].toDouble() - 8.539) < 0.002);
        QVERIFY(match[QStringLiteral("bundled_length_km")].isNull());
        QCOMPARE(match[QStringLiteral("ways")].toArray(), (QJsonArray{11, qint64(9000000000012)}));
        QCOMPARE(match[QStringLiteral("gaps")].toArray().size(), 1);
        QVERIFY(std::abs(match[QStringLiteral("gaps")][0][QStringLiteral("metres")].toDouble() - 29.9) < 0.2);
        QVERIFY(match[QStringLiteral("life_cycle")][QStringLiteral("construction_km")].toDouble() == 0);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("opendatacommons.org"));
    }
    void segmentsWithoutTrack()
    {
        const auto outcome = m_fixture.run({QStringLiteral("match"), QStringLiteral("--osm"), extract(), QStringLiteral("--all"), QStringLiteral("--json"),
                                            QStringLiteral("--atlas"), m_fixture.atlas()});
        QCOMPARE(outcome.code, 0);
        const QJsonArray segments = QJsonDocument::fromJson(outcome.out.toUtf8())[QStringLiteral("segments")].toArray();
        QVERIFY(!segments.isEmpty());
        QCOMPARE(segments[0][QStringLiteral("verdict")].toString(), QStringLiteral("no-track"));
        QVERIFY(segments[0][QStringLiteral("length_km")].isNull());
        QVERIFY(segments[0][QStringLiteral("bundled_length_km")].toDouble() > 0);
    }

private:
    [[nodiscard]] QString extract() const { return m_fixture.path(QStringLiteral("two-ways.osm")); }
    test::CommandsFixture m_fixture;
};

QTEST_GUILESS_MAIN(MatchCommandTest)
#include "MatchCommandTest.moc"
