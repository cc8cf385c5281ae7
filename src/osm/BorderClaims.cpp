// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BorderClaims.h"

#include "geo/Geodesic.h"
#include "geo/SphereMeasures.h"

#include <algorithm>

namespace ca {
namespace {

constexpr double drawnApart = 500;   // metres: between OpenStreetMap of different years, beside what was simplified

} // namespace

BorderClaims::BorderClaims(const FeatureTable &borders, double toleranceMetres) : m_reach(drawnApart + 2 * toleranceMetres)
{
    for (std::size_t f = 0; f < borders.featureCount(); ++f) {
        if (borders.value(f, QStringLiteral("kind")).toString() != QLatin1String("overlap"))
            continue;
        m_lines.emplace_back(borders.verticesOf(f).begin(), borders.verticesOf(f).end());
        GeoBox box;
        for (const LatLon p : m_lines.back())
            box.extend(p);
        // Twice as far as the latitude has it: enough as far north as 60°.
        const double around = 2 * m_reach / metresPerDegree;
        m_boxes.push_back({box.west - around, box.south - around, box.east + around, box.north + around});
    }
}

bool BorderClaims::claimed(LatLon p) const
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_boxes[i].contains(p) && geodesic::nearest(m_lines[i], p).metres < m_reach)
            return true;
    }
    return false;
}

/// Edge by edge, by their middles.
std::vector<ClaimedRun> BorderClaims::runsOf(const GeoLine &line) const
{
    std::vector<ClaimedRun> runs;
    if (m_lines.empty())
        return {{line, false}};
    for (std::size_t i = 1; i < line.size(); ++i) {
        const bool here = claimed({(line[i - 1].lat + line[i].lat) / 2, (line[i - 1].lon + line[i].lon) / 2});
        if (runs.empty() || runs.back().claimed != here)
            runs.push_back({{line[i - 1]}, here});
        runs.back().line.push_back(line[i]);
    }
    return runs;
}

} // namespace ca
