// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BorderSides.h"

#include "geo/Geodesic.h"
#include "osm/CountryCutter.h"

#include <algorithm>
#include <optional>

namespace ca {
namespace {

constexpr double lookAside = 1000;   // metres from a border at which the bundled one surely tells the sides

QString joined(QStringList codes)
{
    codes.sort();
    codes.removeDuplicates();
    codes.removeAll(QString());
    return codes.join(u'+');
}

/// Collects the countries on each side of the arcs.
class SideFinder {
public:
    SideFinder(const OsmExtract &extract, const std::vector<BaseArc> &arcs, const BaseCover &cover, const BaseMap &bundled)
        : m_extract(extract), m_arcs(arcs), m_cover(cover), m_bundled(bundled), m_left(arcs.size()), m_right(arcs.size())
    {
    }

    std::vector<BorderSides> find()
    {
        std::vector<bool> amid(m_arcs.size(), false);
        for (const CoveredCountry &country : m_cover.countries)
            lookFrom(country, amid);
        std::vector<BorderSides> sides;
        for (std::size_t i = 0; i < m_arcs.size(); ++i) {
            if (!m_arcs[i].maritime)
                completeSides(i);
            sides.push_back({joined(m_left[i]), joined(m_right[i]), amid[i]});
        }
        return sides;
    }

private:
    void lookFrom(const CoveredCountry &country, std::vector<bool> &amid)
    {
        const std::vector<GeoLine> rings = BaseCover{{country}, {}, {}}.outlines(m_arcs, 0);
        for (std::size_t r = 0; r < country.rings.size() && rings.size() == country.rings.size(); ++r) {
            std::vector<GeoLine> others = rings;
            others.erase(others.begin() + std::ptrdiff_t(r));
            const bool hole = ringsContain(others, {(rings[r][0].lat + rings[r][1].lat) / 2, (rings[r][0].lon + rings[r][1].lon) / 2});
            const bool withinIsLeft = (ringTurn(rings[r]) > 0) != hole;
            for (const ArcUse &use : country.rings[r])
                (withinIsLeft != use.backwards ? m_left : m_right)[use.arc] << country.iso;
        }
        for (std::size_t i = 0; i < m_arcs.size(); ++i) {
            const auto &own = m_arcs[i].relations;
            if (own.empty() || std::binary_search(own.begin(), own.end(), country.relation) || !ringsContain(rings, middleOf(i)))
                continue;
            m_left[i] << country.iso;
            m_right[i] << country.iso;
            amid[i] = true;
        }
    }

    /// Between two vertices in the middle.
    [[nodiscard]] LatLon middleOf(std::size_t arc) const
    {
        const auto &line = m_arcs[arc].line;
        const LatLon a = line[line.size() / 2 - (line.size() > 1 ? 1 : 0)].degrees(), b = line[line.size() / 2].degrees();
        return {(a.lat + b.lat) / 2, (a.lon + b.lon) / 2};
    }

    /// Of boundaries that are not whole nobody knows the inside, but where one side is known they are the other.
    void completeSides(std::size_t i)
    {
        if (!m_left[i].isEmpty() && !m_right[i].isEmpty())
            return;
        QStringList others;
        for (const std::uint32_t r : m_arcs[i].relations) {
            const QString code = boundsCountry(m_extract, m_extract.relations[r]) ? countryCode(m_extract, m_extract.relations[r]) : QString();
            if (!code.isEmpty() && !m_left[i].contains(code) && !m_right[i].contains(code))
                others << code;
        }
        const bool oneKnown = m_left[i].isEmpty() != m_right[i].isEmpty();
        if (oneKnown && others.size() == 1) {
            (m_left[i].isEmpty() ? m_left : m_right)[i] = others;
            return;
        }
        if (const auto &[left, right] = bundledSides(i); left != right) {
            if (m_left[i].isEmpty() && fits(left, others))
                m_left[i] << left;
            if (m_right[i].isEmpty() && fits(right, others))
                m_right[i] << right;
        }
    }
    /// What the bundled map says of a side must be one of those that the extract names, where it names any.
    [[nodiscard]] static bool fits(const QString &code, const QStringList &named)
    {
        return !code.isEmpty() && (named.isEmpty() || named.contains(code));
    }

    [[nodiscard]] std::pair<QString, QString> bundledSides(std::size_t i)
    {
        if (!m_cutter)
            m_cutter.emplace(m_bundled);
        const auto &line = m_arcs[i].line;
        const std::size_t k = std::max<std::size_t>(line.size() / 2, 1);
        const double ahead = geodesic::azimuth(line[k - 1].degrees(), line[k].degrees());
        const LatLon middle = middleOf(i);
        return {m_cutter->countryAt(geodesic::destination(middle, ahead - 90, lookAside)), m_cutter->countryAt(geodesic::destination(middle, ahead + 90, lookAside))};
    }

    const OsmExtract &m_extract;
    const std::vector<BaseArc> &m_arcs;
    const BaseCover &m_cover;
    const BaseMap &m_bundled;
    std::vector<QStringList> m_left, m_right;
    std::optional<CountryCutter> m_cutter;
};

} // namespace

std::vector<BorderSides> sidesOf(const OsmExtract &extract, const std::vector<BaseArc> &arcs, const BaseCover &cover, const BaseMap &bundled)
{
    return SideFinder(extract, arcs, cover, bundled).find();
}

} // namespace ca
