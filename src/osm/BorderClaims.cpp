// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BorderClaims.h"

#include "geo/Geodesic.h"
#include "geo/SphereMeasures.h"

#include <cmath>

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

/// Step by step: where nothing bends, an edge is as long as the whole border.
std::vector<ClaimedRun> BorderClaims::runsOf(const GeoLine &line) const
{
    if (m_lines.empty())
        return {{line, false}};
    std::vector<ClaimedRun> runs;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const LatLon a = line[i - 1], b = line[i];
        const auto along = [&](double share) { return LatLon{a.lat + share * (b.lat - a.lat), a.lon + share * (b.lon - a.lon)}; };
        const double steps = std::ceil(geodesic::distance(a, b) / m_reach);
        for (double step = 0; step < steps; ++step) {
            const bool here = claimed(along((step + 0.5) / steps));
            if (!runs.empty() && runs.back().claimed == here)
                continue;
            const LatLon turn = step == 0 ? a : along(step / steps);
            if (!runs.empty() && !(runs.back().line.back() == turn))
                runs.back().line.push_back(turn);
            runs.push_back({{turn}, here});
        }
        if (!runs.empty())
            runs.back().line.push_back(b);
    }
    return runs;
}

} // namespace ca
