// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/CrsCatalogue.h"

#include "geo/ProjHandles.h"

#include <QStringList>

#include <algorithm>
#include <tuple>

namespace ca {
namespace {

struct ParametersDeleter {
    void operator()(PROJ_CRS_LIST_PARAMETERS *p) const { proj_get_crs_list_parameters_destroy(p); }
};
struct InfoDeleter {
    void operator()(PROJ_CRS_INFO **list) const { proj_crs_info_list_destroy(list); }
};

CrsCatalogue::Entry entryOf(const PROJ_CRS_INFO &info)
{
    CrsCatalogue::Entry entry;
    entry.code = QString::fromUtf8(info.auth_name) + u':' + QString::fromUtf8(info.code);
    entry.name = QString::fromUtf8(info.name);
    entry.area = QString::fromUtf8(info.area_name);
    entry.folded = (entry.code + u' ' + entry.name + u' ' + entry.area).toLower();
    if (info.bbox_valid) {
        const double east = info.east_lon_degree + (info.east_lon_degree < info.west_lon_degree ? 360 : 0);
        entry.extent = {info.west_lon_degree, info.south_lat_degree, east, info.north_lat_degree};
    }
    return entry;
}

double sizeOf(const GeoBox &box)
{
    return box.empty() ? std::numeric_limits<double>::infinity() : (box.east - box.west) * (box.north - box.south);
}

} // namespace

CrsCatalogue CrsCatalogue::read()
{
    CrsCatalogue catalogue;
    PJ_CONTEXT *context = threadContext().get();
    const std::unique_ptr<PROJ_CRS_LIST_PARAMETERS, ParametersDeleter> wanted(proj_get_crs_list_parameters_create());
    const PJ_TYPE projected = PJ_TYPE_PROJECTED_CRS;
    wanted->types = &projected;
    wanted->typesCount = 1;
    wanted->celestial_body_name = "Earth";
    int count = 0;
    const std::unique_ptr<PROJ_CRS_INFO *, InfoDeleter> list(
        proj_get_crs_info_list_from_database(context, nullptr, wanted.get(), &count));
    for (int i = 0; list && i < count; ++i)
        catalogue.m_entries.push_back(entryOf(*list.get()[i]));
    return catalogue;
}

std::vector<const CrsCatalogue::Entry *> CrsCatalogue::find(const QString &text, LatLon centre, std::size_t most) const
{
    const QString folded = text.trimmed().toLower();
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    // The number alone is a code, too: "3857" finds EPSG:3857 before all that merely hold these digits.
    const auto isCode = [&](const Entry &entry) {
        return entry.code.toLower() == folded || entry.code.mid(entry.code.indexOf(u':') + 1) == folded;
    };
    const auto inName = [&](const Entry &entry) {
        return std::count_if(words.begin(), words.end(),
                             [&](const QString &word) { return entry.name.contains(word, Qt::CaseInsensitive); });
    };
    const auto isOther = [](const Entry &entry) { return !entry.name.startsWith(QLatin1String("WGS 84 ")); };
    using Ranked = std::tuple<bool, bool, std::ptrdiff_t, bool, double, QString, const Entry *>;
    std::vector<Ranked> found;
    for (const Entry &entry : m_entries) {
        const bool near = entry.extent.contains(centre);
        const bool matches =
            std::all_of(words.begin(), words.end(), [&](const QString &word) { return entry.folded.contains(word); });
        if (matches && (near || !words.isEmpty()))
            found.push_back({!isCode(entry), !near, -inName(entry), isOther(entry), sizeOf(entry.extent), entry.code, &entry});
    }
    std::sort(found.begin(), found.end());
    std::vector<const Entry *> out;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
        out.push_back(std::get<6>(found[i]));
    return out;
}

} // namespace ca
