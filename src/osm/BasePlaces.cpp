// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BasePlaces.h"

#include "geo/Geodesic.h"
#include "osm/BaseNames.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace ca {
namespace {

constexpr std::int64_t leastVillage = 500;   // inhabitants
constexpr std::int64_t firstId = 1'000'000'000'000;   // beyond ids of the bundled table and of GeoNames
constexpr double samePlace = 10'000;   // metres: a town's node and its outline
constexpr std::array<std::int64_t, 9> rankSteps{3'000'000, 1'000'000, 500'000, 200'000, 100'000, 50'000, 20'000, 5'000, 1'000};
constexpr std::array adminNames{"country", "first", "second", "third", "fourth"};

std::int64_t wholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0 ? number : 0;
}

/// "yes" with an admin_level is the seat of that level, else of the state; a number is the level.
int adminOf(const OsmExtract &extract, OsmExtract::Range tags)
{
    const std::string_view capital = extract.tag(tags, "capital");
    if (capital.empty() || capital == "no")
        return -1;
    const std::int64_t level = wholeNumber(capital == "yes" ? extract.tag(tags, "admin_level") : capital);
    if (capital == "yes" && level == 0)
        return 0;
    // Levels of OpenStreetMap: 2 states, 3 and 4 their first division, 5 and 6 the next.
    return level == 2 ? 0 : level == 3 || level == 4 ? 1 : level == 5 || level == 6 ? 2 : level == 7 ? 3 : level >= 8 && level <= 11 ? 4 : -1;
}

/// As the bundled map ranks places.
int labelRank(std::int64_t population, int admin)
{
    int rank = 9;
    for (int i = int(rankSteps.size()) - 1; i >= 0; --i)
        rank = population >= rankSteps[std::size_t(i)] ? i : rank;
    return admin == 0 ? std::min(rank, 1) : admin == 1 ? std::max(0, rank - 1) : rank;
}

/// Further spellings for searching.
QString searchNames(const OsmExtract &extract, OsmExtract::Range tags)
{
    QSet<QString> printed{tagText(extract, tags, "name")};
    for (const char *key : {"name:en", "name:az", "name:hy", "name:ka", "name:tr", "name:ru"})
        printed.insert(tagText(extract, tags, key));
    QStringList spellings;
    for (const char *key : {"alt_name", "old_name", "int_name", "official_name", "alt_name:en", "old_name:en"}) {
        for (const QString &part : tagText(extract, tags, key).split(u';', Qt::SkipEmptyParts)) {
            if (const QString name = part.trimmed(); !name.isEmpty() && !printed.contains(name) && !spellings.contains(name))
                spellings << name;
        }
    }
    spellings.sort();
    return spellings.join(u';');
}

QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QStringList placeColumns()
{
    return QStringList{QStringLiteral("geonames_id"), QStringLiteral("name")} + nameColumns()
        + QStringLiteral("search_names population feature_code capital_of admin_rank elevation_m country rank").split(u' ');
}

/// Square kilometres, and a place inside, of each part of @p face that is land.
Result<std::vector<std::pair<double, LatLon>>> landWithin(const PlaneFace &face, const FeatureTable &land)
{
    std::vector<std::pair<double, LatLon>> found;
    const CoverArea area({face});
    for (std::size_t f = 0; f < land.featureCount(); ++f) {
        PlaneFace whole;
        for (std::uint32_t p = land.featureStart[f]; p < land.featureStart[f + 1]; ++p)
            whole.rings.emplace_back(land.part(p).begin(), land.part(p).end());
        const auto parts = area.cut(whole, overlay::Side::Inside);
        if (!parts)
            return parts.error();
        for (const PlaneFace &part : *parts) {
            if (const auto place = overlay::placeInside(part))
                found.emplace_back(areaOf(part), *place);
        }
    }
    return found;
}

} // namespace

BasePlaces::BasePlaces(const OsmExtract &extract, const OsmLayer &layer, const CoverArea &cover) : m_extract(extract), m_layer(layer), m_cover(cover)
{
    for (std::size_t row = 0; row < layer.rows.size(); ++row) {
        const OsmRow &one = layer.rows[row];
        Shown place{firstId + one.object.id * 4 + std::int64_t(one.object.type), row, wholeNumber(extract.tag(one.tags, "population")), adminOf(extract, one.tags)};
        const bool grown = one.kind == "city" || one.kind == "town" || place.admin == 0;
        const bool large = place.population >= leastVillage || (one.kind == "village" && place.population == 0);
        if ((grown || large) && one.object.id > 0 && !extract.tag(one.tags, "name").empty() && cover.contains(position(row)))
            m_shown.push_back(place);
    }
    dropDoubles();
    std::sort(m_shown.begin(), m_shown.end(), [](const Shown &a, const Shown &b) { return a.id < b.id; });
}

/// Where a town has a node and an outline, the node stays: mappers put it where the town's middle is.
void BasePlaces::dropDoubles()
{
    QHash<QByteArray, std::vector<LatLon>> nodes;
    const auto nameOf = [this](const Shown &one) {
        const std::string_view name = m_extract.tag(m_layer.rows[one.row].tags, "name");
        return QByteArray(name.data(), qsizetype(name.size()));
    };
    for (const Shown &one : m_shown) {
        if (m_layer.rows[one.row].object.type == OsmType::Node)
            nodes[nameOf(one)].push_back(position(one.row));
    }
    std::erase_if(m_shown, [&](const Shown &one) {
        if (m_layer.rows[one.row].object.type == OsmType::Node)
            return false;
        const std::vector<LatLon> same = nodes.value(nameOf(one));
        return std::any_of(same.begin(), same.end(), [&](LatLon p) { return geodesic::distance(p, position(one.row)) < samePlace; });
    });
}

std::vector<LatLon> BasePlaces::positions() const
{
    std::vector<LatLon> places;
    for (const Shown &one : m_shown)
        places.push_back(position(one.row));
    return places;
}

FeatureTable BasePlaces::make(const FeatureTable *bundled, const std::function<QString(LatLon)> &countryAt) const
{
    FeatureTable table = emptyLike(bundled, GeometryKind::Point, placeColumns());
    for (std::size_t f = 0; bundled && f < bundled->featureCount(); ++f) {
        if (!bundled->verticesOf(f).empty() && !m_cover.contains(bundled->verticesOf(f).front()))
            copyRow(*bundled, f, bundled->ids[f], table);
    }
    BaseRow out(table);
    for (const Shown &one : m_shown) {
        const OsmExtract::Range tags = m_layer.rows[one.row].tags;
        const LatLon at = position(one.row);
        out.begin(one.id);
        table.addPart(std::span(&at, 1));
        out.set(QStringLiteral("name"), tagText(m_extract, tags, "name"));
        out.setNames(m_extract, tags);
        out.set(QStringLiteral("search_names"), textOrNull(searchNames(m_extract, tags)));
        out.set(QStringLiteral("population"), qlonglong(one.population));
        if (one.admin >= 0) {
            out.set(QStringLiteral("capital_of"), QLatin1String(adminNames[std::size_t(one.admin)]));
            out.set(QStringLiteral("admin_rank"), one.admin);
        }
        out.set(QStringLiteral("country"), textOrNull(countryAt(at)));
        out.set(QStringLiteral("rank"), labelRank(one.population, one.admin));
        out.finish();
    }
    return table;
}

Result<FeatureTable> makeCountries(const FeatureTable *bundled, const OsmExtract &extract, const std::vector<BaseArc> &arcs, const BaseCover &cover,
                                   const FeatureTable &land)
{
    FeatureTable table = emptyLike(bundled, GeometryKind::Point,
                                   QStringList{QStringLiteral("iso_a2"), QStringLiteral("iso_a3")} + nameColumns() + QStringList{QStringLiteral("area_in_box_km2")});
    QSet<QString> known;
    for (std::size_t f = 0; bundled && f < bundled->featureCount(); ++f) {
        copyRow(*bundled, f, std::int64_t(table.featureCount()) + 1, table);
        known.insert(bundled->value(f, QStringLiteral("iso_a2")).toString());
    }
    BaseRow out(table);
    for (const CoveredCountry &country : cover.countries) {
        if (!country.iso.isEmpty() && known.contains(country.iso))
            continue;
        Result<std::vector<PlaneFace>> faces = BaseCover{{country}, {}, {}}.faces(arcs, 0);
        if (!faces)
            return faces.error();
        double area = 0, largest = 0;
        std::optional<LatLon> label;
        for (const PlaneFace &face : *faces) {
            const auto parts = landWithin(face, land);
            if (!parts)
                return parts.error();
            for (const auto &[square, place] : *parts) {
                area += square;
                if (square > largest) {
                    largest = square;
                    label = place;
                }
            }
        }
        if (!label)
            continue;
        const OsmExtract::Range tags = extract.relations[country.relation].tags;
        out.begin(std::int64_t(table.featureCount()) + 1);
        table.addPart(std::span(&*label, 1));
        out.set(QStringLiteral("iso_a2"), textOrNull(country.iso));
        out.set(QStringLiteral("iso_a3"), textOrNull(tagText(extract, tags, "ISO3166-1:alpha3")));
        out.setNames(extract, tags);
        out.set(QStringLiteral("area_in_box_km2"), qlonglong(std::llround(area)));
        out.finish();
    }
    return table;
}

} // namespace ca
