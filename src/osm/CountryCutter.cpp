// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/CountryCutter.h"

#include "geo/Geodesic.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ca {
namespace {

/// Twice the area of the triangle; positive when @p c is left of a → b.
double sideOf(LatLon a, LatLon b, LatLon c)
{
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

/// Where on a–b the piece c–d crosses it, 0 to 1.
std::optional<double> crossingOf(LatLon a, LatLon b, LatLon c, LatLon d)
{
    // Half-open, so that a line through a common vertex of two pieces crosses one of them.
    const double sideC = sideOf(a, b, c), sideD = sideOf(a, b, d);
    if ((sideC >= 0) == (sideD >= 0))
        return std::nullopt;
    const double sideA = sideOf(c, d, a), sideB = sideOf(c, d, b);
    if ((sideA >= 0) == (sideB >= 0))
        return std::nullopt;
    return sideA / (sideA - sideB);
}

} // namespace

CountryCutter::CountryCutter(const BaseMap &map)
{
    addLayer(map, QStringLiteral("borders"));
    m_hasBorders = !m_pieces.empty();
    addLayer(map, QStringLiteral("coast"));
    std::vector<Box> boxes(m_pieces.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        boxes[i].extend(PointXY{m_pieces[i].a.lon, m_pieces[i].a.lat});
        boxes[i].extend(PointXY{m_pieces[i].b.lon, m_pieces[i].b.lat});
    }
    m_index = SpatialIndex(boxes);
}

std::uint16_t CountryCutter::country(const QString &code)
{
    const auto known = std::find(m_countries.begin(), m_countries.end(), code);
    const auto index = std::uint16_t(known - m_countries.begin());
    if (known == m_countries.end())
        m_countries.push_back(code);
    return index;
}

void CountryCutter::addLayer(const BaseMap &map, const QString &id)
{
    const BaseLayer *layer = map.layer(id);
    if (!layer || layer->levels.empty())
        return;
    // Shores only tell where land ends; their finest level has ten times as many vertices as all borders.
    const std::size_t level = id == QLatin1String("coast") ? layer->levels.size() / 2 : layer->levels.size() - 1;
    const FeatureTable &table = layer->levels[level].features;
    for (std::size_t f = 0; f < table.featureCount(); ++f) {
        // Lakes are no end of a country.
        if (table.value(f, QStringLiteral("kind")).toString() == QLatin1String("lake"))
            continue;
        const std::uint16_t left = country(table.value(f, QStringLiteral("left_iso")).toString());
        const std::uint16_t right = country(table.value(f, QStringLiteral("right_iso")).toString());
        for (std::uint32_t p = table.featureStart[f]; p < table.featureStart[f + 1]; ++p) {
            const std::span<const LatLon> part = table.part(p);
            for (std::size_t i = 1; i < part.size(); ++i)
                m_pieces.push_back({part[i - 1], part[i], left, right, left == right});
        }
    }
}

QString CountryCutter::countryAt(LatLon p) const
{
    for (const auto &[dLon, dLat] : {std::pair(1.0, 0.0), {-1.0, 0.0}, {0.0, 1.0}, {0.0, -1.0}}) {
        if (const std::uint16_t seen = seenFrom(p, dLon, dLat))
            return m_countries[seen];
    }
    return {};
}

/// The country on this side of the first border in that direction; 0 when it is a shore, or there is none.
std::uint16_t CountryCutter::seenFrom(LatLon p, double dLon, double dLat) const
{
    constexpr double far = 400;  // beyond the world
    const LatLon end{p.lat + far * dLat, p.lon + far * dLon};
    double nearest = 2;
    std::uint16_t seen = 0;
    for (const std::uint32_t i : m_index.query({std::min(p.lon, end.lon), std::min(p.lat, end.lat), std::max(p.lon, end.lon), std::max(p.lat, end.lat)})) {
        const Piece &piece = m_pieces[i];
        const std::optional<double> at = crossingOf(p, end, piece.a, piece.b);
        if (!at || *at >= nearest)
            continue;
        nearest = *at;
        seen = sideOf(piece.a, piece.b, p) >= 0 ? piece.left : piece.right;
    }
    return seen;
}

std::vector<CountryCutter::Crossing> CountryCutter::crossings(std::span<const LatLon> line, std::span<const double> chainage, bool onLand) const
{
    std::vector<Crossing> found;
    std::vector<std::uint32_t> near;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const LatLon a = line[i - 1], b = line[i];
        near.clear();
        m_index.query({std::min(a.lon, b.lon), std::min(a.lat, b.lat), std::max(a.lon, b.lon), std::max(a.lat, b.lat)}, near);
        for (const std::uint32_t n : near) {
            const Piece &piece = m_pieces[n];
            const std::optional<double> at = crossingOf(a, b, piece.a, piece.b);
            if (!at || (onLand && piece.shore))
                continue;
            const bool fromLeft = sideOf(piece.a, piece.b, b) < 0;
            found.push_back({chainage[i - 1] + *at * (chainage[i] - chainage[i - 1]), fromLeft ? piece.left : piece.right,
                             fromLeft ? piece.right : piece.left});
        }
    }
    std::sort(found.begin(), found.end(), [](const Crossing &a, const Crossing &b) { return a.metres < b.metres; });
    return found;
}

/// The middle tells; where it seems to be at sea, other places of the stretch may know better.
QString CountryCutter::countryBetween(std::span<const LatLon> line, double from, double to) const
{
    for (const double share : {0.5, 0.25, 0.75, 0.1, 0.9}) {
        if (const QString code = countryAt(geodesic::pointAlong(line, from + share * (to - from))); !code.isEmpty())
            return code;
    }
    return {};
}

void CountryCutter::addLengths(std::span<const LatLon> line, bool onLand, std::vector<LengthOf> &lengths) const
{
    if (line.size() < 2)
        return;
    const std::vector<double> chainage = geodesic::chainage(line);
    const std::vector<Crossing> cuts = crossings(line, chainage, onLand);
    for (std::size_t k = 0; k <= cuts.size(); ++k) {
        const double from = k == 0 ? 0 : cuts[k - 1].metres;
        const double to = k == cuts.size() ? chainage.back() : cuts[k].metres;
        const std::uint16_t entered = k == 0 ? 0 : cuts[k - 1].after, left = k == cuts.size() ? 0 : cuts[k].before;
        // What both ends say holds; where they differ or say nothing (a shore), the middle is looked at.
        const bool agreed = entered == left || entered == 0 || left == 0;
        const std::uint16_t said = agreed ? std::max(entered, left) : 0;
        const QString what = said ? m_countries[said] : countryBetween(line, from, to);
        addLength(lengths, what, to - from);
    }
}

} // namespace ca
