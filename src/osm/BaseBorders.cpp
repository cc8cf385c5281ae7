// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BaseBorders.h"

#include "geo/Geodesic.h"
#include "osm/BorderClaims.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double farthestMove = 5000;   // metres
constexpr double sameSpot = 1e-7;   // degrees

bool same(LatLon a, LatLon b)
{
    return std::abs(a.lat - b.lat) < sameSpot && std::abs(a.lon - b.lon) < sameSpot;
}

/// Makes one level.
class BorderMaker {
public:
    BorderMaker(const FeatureTable &bundled, const std::vector<BaseArc> &arcs, const std::vector<BorderSides> &sides, const BaseCover &cover,
                const CoverArea &area, double tolerance)
        : m_arcs(arcs), m_sides(sides), m_cover(cover), m_tolerance(tolerance), m_claims(bundled, tolerance), m_area(area)
    {
        for (const CoveredCountry &country : cover.countries)
            m_covered.insert(country.iso);
        m_covered.remove(QString());
        m_made.table.kind = GeometryKind::Line;
        for (const char *column : {"left_iso", "right_iso", "kind"})
            m_made.table.columns.push_back({QLatin1String(column), {}});
    }

    Result<MadeBorders> make(const FeatureTable &bundled)
    {
        if (const Result<Done> taken = takeNew(); !taken)
            return taken.error();
        if (const Result<Done> kept = keepBundled(bundled); !kept)
            return kept.error();
        mendEnds();
        for (const Row &row : m_kept)
            add(row);
        for (const Row &row : m_new)
            add(row);
        m_made.added = int(m_new.size());
        return std::move(m_made);
    }

private:
    struct Row {
        GeoLine line;
        QString left, right, kind;
    };

    [[nodiscard]] bool bounds(const QString &codes) const
    {
        const QStringList all = codes.split(u'+');
        return std::any_of(all.begin(), all.end(), [this](const QString &code) { return m_covered.contains(code); });
    }

    Result<Done> takeNew()
    {
        for (std::size_t i = 0; i < m_arcs.size(); ++i) {
            const BaseArc &arc = m_arcs[i];
            if (arc.maritime)
                continue;
            Row row{arc.at(m_tolerance), m_sides[i].left, m_sides[i].right,
                    arc.disputed || m_sides[i].overlap ? QStringLiteral("overlap") : QStringLiteral("border")};
            const bool ofCovered = std::any_of(m_cover.countries.begin(), m_cover.countries.end(), [&](const CoveredCountry &country) {
                return std::binary_search(arc.relations.begin(), arc.relations.end(), country.relation);
            });
            if (row.line.size() < 2)
                continue;
            if (ofCovered) {
                addNew(row);
                continue;
            }
            const auto inside = m_area.cut(row.line, overlay::Side::Inside);
            if (!inside)
                return inside.error();
            for (const GeoLine &part : *inside)
                addNew({part, row.left, row.right, row.kind});
        }
        return Done{};
    }

    /// What the bundled map shows as claimed by two does not become a plain border.
    void addNew(const Row &row)
    {
        if (row.kind != QLatin1String("border"))
            return m_new.push_back(row);
        for (const ClaimedRun &run : m_claims.runsOf(row.line))
            m_new.push_back({run.line, row.left, row.right, run.claimed ? QStringLiteral("overlap") : row.kind});
    }

    Result<Done> keepBundled(const FeatureTable &bundled)
    {
        const auto text = [&](std::size_t f, const char *column) { return bundled.value(f, QLatin1String(column)).toString(); };
        for (std::size_t f = 0; f < bundled.featureCount(); ++f) {
            const std::span<const LatLon> line = bundled.verticesOf(f);
            if (line.size() < 2)
                continue;
            const bool claimed = text(f, "kind") == QLatin1String("overlap");
            if (bounds(text(f, "left_iso")) || bounds(text(f, "right_iso"))) {
                if (claimed && !shownAsClaimed(line)) {
                    m_kept.push_back({GeoLine(line.begin(), line.end()), text(f, "left_iso"), text(f, "right_iso"), text(f, "kind")});
                    continue;
                }
                m_lostEnds.push_back(line.front());
                m_lostEnds.push_back(line.back());
                continue;
            }
            const auto outside = m_area.cut(line, overlay::Side::Outside);
            if (!outside)
                return outside.error();
            for (const GeoLine &part : *outside) {
                for (const LatLon end : {part.front(), part.back()}) {
                    if (!same(end, line.front()) && !same(end, line.back()))
                        m_lostEnds.push_back(end);   // where the cover cuts it off
                }
                m_kept.push_back({part, text(f, "left_iso"), text(f, "right_iso"), text(f, "kind")});
            }
        }
        return Done{};
    }

    /// Whether most of it runs beside new lines that are shown as claimed.
    [[nodiscard]] bool shownAsClaimed(std::span<const LatLon> line) const
    {
        const auto near = std::count_if(line.begin(), line.end(), [this](LatLon p) {
            return std::any_of(m_new.begin(), m_new.end(), [&](const Row &row) {
                return row.kind == QLatin1String("overlap") && geodesic::nearest(row.line, p).metres < m_claims.reach();
            });
        });
        return 2 * std::size_t(near) > line.size();
    }

    /// Bundled borders that met one that is gone are led to where the new ones are.
    void mendEnds()
    {
        for (Row &row : m_kept) {
            for (LatLon *end : {&row.line.front(), &row.line.back()}) {
                if (std::none_of(m_lostEnds.begin(), m_lostEnds.end(), [&](LatLon lost) { return same(lost, *end); }))
                    continue;
                const std::optional<LatLon> to = newPlaceFor(*end);
                ++(to ? m_made.moved : m_made.loose);
                if (to)
                    *end = *to;
            }
        }
    }

    /// An end of a new border, where new borders meet; else any vertex of one.
    [[nodiscard]] std::optional<LatLon> newPlaceFor(LatLon end) const
    {
        for (const bool endsOnly : {true, false}) {
            std::optional<LatLon> best;
            double nearest = farthestMove;
            for (const Row &row : m_new) {
                for (std::size_t i = 0; i < row.line.size(); i += endsOnly ? row.line.size() - 1 : 1) {
                    const double metres = geodesic::distance(end, row.line[i]);
                    if (metres < nearest) {
                        nearest = metres;
                        best = row.line[i];
                    }
                }
            }
            if (best)
                return best;
        }
        return std::nullopt;
    }

    void add(const Row &row)
    {
        FeatureTable &table = m_made.table;
        table.beginFeature(std::int64_t(table.featureCount()) + 1);
        table.addPart(row.line);
        std::size_t column = 0;
        for (const QString &cell : {row.left, row.right, row.kind})
            table.columns[column++].values.push_back(cell.isEmpty() ? QVariant() : QVariant(cell));
    }

    const std::vector<BaseArc> &m_arcs;
    const std::vector<BorderSides> &m_sides;
    const BaseCover &m_cover;
    double m_tolerance;
    BorderClaims m_claims;
    QSet<QString> m_covered;
    const CoverArea &m_area;
    std::vector<Row> m_new, m_kept;
    std::vector<LatLon> m_lostEnds;
    MadeBorders m_made;
};

} // namespace

Result<MadeBorders> makeBorders(const FeatureTable &bundled, const std::vector<BaseArc> &arcs, const std::vector<BorderSides> &sides, const BaseCover &cover,
                                const CoverArea &area, double toleranceMetres)
{
    return BorderMaker(bundled, arcs, sides, cover, area, toleranceMetres).make(bundled);
}

} // namespace ca
