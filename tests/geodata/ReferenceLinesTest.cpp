// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Geodesic.h"
#include "store/AtlasCompiler.h"
#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace ca;

namespace {

GeoLine lineFrom(const QJsonArray &coordinates)
{
    GeoLine line;
    for (const QJsonValue &value : coordinates)
        line.push_back({value[1].toDouble(), value[0].toDouble()});
    return line;
}

std::vector<GeoLine> referenceLine(const QString &id)
{
    QFile file(test::externalPath(QStringLiteral("osm/reference-lines.geojson")));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray features = QJsonDocument::fromJson(file.readAll()).object()[u"features"].toArray();
    std::vector<GeoLine> lines;
    for (const QJsonValue &feature : features) {
        if (feature[u"properties"][u"id"].toString() != id)
            continue;
        const QJsonObject geometry = feature[u"geometry"].toObject();
        const QJsonArray coordinates = geometry[u"coordinates"].toArray();
        if (geometry[u"type"].toString() == u"LineString") {
            lines.push_back(lineFrom(coordinates));
        } else {
            for (const QJsonValue &part : coordinates)
                lines.push_back(lineFrom(part.toArray()));
        }
    }
    return lines;
}

double distanceTo(const std::vector<GeoLine> &lines, LatLon p)
{
    double best = std::numeric_limits<double>::infinity();
    for (const GeoLine &line : lines)
        best = std::min(best, geodesic::nearest(line, p).metres);
    return best;
}

} // namespace

/// Rail lines lie on the mapped tracks: the 95th percentile of the distances, sampled each
/// kilometre, is under 1 km wherever there is a reference line.
class ReferenceLinesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void segmentFollowsTheTrack_data();
    void segmentFollowsTheTrack();

private:
    AtlasData m_data;
};

void ReferenceLinesTest::initTestCase()
{
    CA_NEED_TEST_DATA();
    auto read = AtlasCompiler::readText(test::sourcePath(QStringLiteral("geodata")));
    QVERIFY2(read.errors.empty(), read.errors.empty() ? "" : qPrintable(read.errors.front().text()));
    m_data = std::move(read.source.data);
}

void ReferenceLinesTest::segmentFollowsTheTrack_data()
{
    QTest::addColumn<QString>("segment");
    QTest::addColumn<QString>("reference");
    const std::pair<const char *, const char *> rows[] = {
        {"baku-alat", "baku-tbilisi"},           {"bilajari-alat", "baku-tbilisi"},
        {"alat-ganja-boyuk-kesik", "baku-tbilisi"}, {"alat-boyuk-kesik", "baku-tbilisi"},
        {"boyuk-kesik-gardabani-tbilisi", "baku-tbilisi"}, {"alat-horadiz", "alat-horadiz"},
        {"horadiz-aghband", "horadiz-aghband"},  {"nakhchivan-rail", "ordubad-velidag"},
        {"kars-dilucu", "kars-dilucu"},          {"tbilisi-samtredia", "tbilisi-batumi"},
        {"samtredia-batumi", "tbilisi-batumi"},  {"samtredia-poti", "tbilisi-poti"},
        {"btk-georgia", "tbilisi-kartsakhi"},    {"tbilisi-sadakhlo-ayrum", "yerevan-gyumri-batumi"},
        {"ayrum-gyumri-dalarik", "yerevan-gyumri-batumi"}};
    for (const auto &[segment, reference] : rows)
        QTest::newRow(segment) << QString::fromLatin1(segment) << QString::fromLatin1(reference);
}

void ReferenceLinesTest::segmentFollowsTheTrack()
{
    QFETCH(QString, segment);
    QFETCH(QString, reference);
    const auto found = std::find_if(m_data.segments.begin(), m_data.segments.end(),
                                    [&](const Segment &s) { return s.id == segment; });
    QVERIFY(found != m_data.segments.end());
    const std::vector<GeoLine> lines = referenceLine(reference);
    QVERIFY(!lines.empty());

    const GeoLine line = found->line();
    const double length = geodesic::length(line);
    // The reference need not reach the segment's ends (no track near the Kars and Sadarak ends, or
    // the port): only what lies within 3 km of a reference end or between is compared.
    std::vector<double> distances;
    for (double along = 0; along <= length; along += 1000)
        distances.push_back(distanceTo(lines, geodesic::pointAlong(line, along)));
    const auto covered = std::remove_if(distances.begin(), distances.end(), [](double d) { return d > 3000; });
    QVERIFY2(std::distance(distances.begin(), covered) > 0.8 * double(distances.size()), "the reference covers too little");
    distances.erase(covered, distances.end());
    std::sort(distances.begin(), distances.end());
    const double p95 = distances[std::size_t(0.95 * double(distances.size() - 1))];
    QVERIFY2(p95 < 1000, qPrintable(QStringLiteral("95th percentile %1 m").arg(p95)));
}

QTEST_GUILESS_MAIN(ReferenceLinesTest)
#include "ReferenceLinesTest.moc"
