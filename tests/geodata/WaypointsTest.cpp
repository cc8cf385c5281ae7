// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Geodesic.h"
#include "store/AtlasCompiler.h"
#include "support/TestData.h"

#include <QFile>
#include <QTest>

using namespace ca;

/// The segments keep the waypoints they were written from (reference/waypoints.csv).
class WaypointsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everySegmentIdIsThere();
    void transAdriaticKeepsEveryVertex();
    void otherLinesPassTheirWaypoints();

private:
    struct Row {
        QString segment;
        LatLon position;
    };
    AtlasData m_data;
    std::vector<Row> m_rows;
    const Segment *segment(const QString &id) const;
};

void WaypointsTest::initTestCase()
{
    CA_NEED_TEST_DATA();
    auto read = AtlasCompiler::readText(test::sourcePath(QStringLiteral("geodata")));
    QVERIFY(read.errors.empty());
    m_data = std::move(read.source.data);

    QFile file(test::externalPath(QStringLiteral("reference/waypoints.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        // Names are quoted where they hold a comma; the ids stand first and the coordinates are the
        // first two neighbouring cells that are plain decimals.
        const QStringList cells = lines[i].split(u',');
        for (qsizetype c = 6; c + 1 < cells.size(); ++c) {
            bool latOk = false, lonOk = false;
            const double lat = cells[c].toDouble(&latOk), lon = cells[c + 1].toDouble(&lonOk);
            if (latOk && lonOk) {
                m_rows.push_back({cells[1], {lat, lon}});
                break;
            }
        }
    }
    QVERIFY(m_rows.size() > 1500);
}

const Segment *WaypointsTest::segment(const QString &id) const
{
    for (const Segment &s : m_data.segments) {
        if (s.id == id)
            return &s;
    }
    return nullptr;
}

void WaypointsTest::everySegmentIdIsThere()
{
    QSet<QString> ids;
    for (const Row &row : m_rows) {
        ids.insert(row.segment);
        QVERIFY2(segment(row.segment), qPrintable(row.segment));
    }
    QCOMPARE(std::size_t(ids.size()), m_data.segments.size());
}

void WaypointsTest::transAdriaticKeepsEveryVertex()
{
    int checked = 0;
    for (const Row &row : m_rows) {
        if (!row.segment.startsWith(u"tap-"))
            continue;
        const GeoLine line = segment(row.segment)->line();
        const bool kept = std::any_of(line.begin(), line.end(),
                                      [&](LatLon p) { return geodesic::distance(p, row.position) < 1.5; });
        QVERIFY2(kept, qPrintable(QStringLiteral("%1 %2 %3").arg(row.segment).arg(row.position.lat).arg(row.position.lon)));
        ++checked;
    }
    QVERIFY(checked > 150);
}

void WaypointsTest::otherLinesPassTheirWaypoints()
{
    // Three town points of the line to Kartsakhi lie up to 9 km off the track and were replaced.
    int far = 0;
    for (const Row &row : m_rows) {
        if (geodesic::nearest(segment(row.segment)->line(), row.position).metres > 250) {
            QCOMPARE(row.segment, QStringLiteral("btk-georgia"));
            ++far;
        }
    }
    QVERIFY(far <= 3);
}

QTEST_GUILESS_MAIN(WaypointsTest)
#include "WaypointsTest.moc"
