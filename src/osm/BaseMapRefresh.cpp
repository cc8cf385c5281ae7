// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BaseMapRefresh.h"

#include "base/Tr.h"
#include "osm/BaseMapMaker.h"
#include "store/BaseMapWriter.h"

#include <QFileInfo>

#include <algorithm>

namespace ca {
namespace {

constexpr double readingPart = 0.4;   // of the time; the rest is for making and writing
constexpr double makingPart = 0.5;

} // namespace

QString coverText(const BaseMapReport &report)
{
    if (!report.countries.isEmpty())
        return report.countries.join(QStringLiteral(", "));
    QStringList boxes;
    for (const GeoBox &box : report.boxes)
        boxes << QStringLiteral("%1,%2,%3,%4").arg(box.west, 0, 'f', 3).arg(box.south, 0, 'f', 3).arg(box.east, 0, 'f', 3).arg(box.north, 0, 'f', 3);
    return tr("the box %1").arg(boxes.join(QStringLiteral("; ")));
}

OsmFilter wantedForBaseMap()
{
    return [](OsmType type, std::span<const OsmTag> tags) {
        const auto is = [&](std::string_view key, std::initializer_list<std::string_view> values) {
            const std::string_view value = tagValue(tags, key);
            return std::find(values.begin(), values.end(), value) != values.end();
        };
        if (is("place", {"city", "town", "village", "hamlet"}))
            return true;
        if (type == OsmType::Node)
            return false;
        if (is("natural", {"coastline", "water"}) || is("landuse", {"reservoir"}) || is("boundary", {"disputed"}))
            return true;
        if (is("boundary", {"administrative", "claim"}))
            return is("admin_level", {"2"});
        return type == OsmType::Way && is("waterway", {"river", "canal"});
    };
}

Result<RefreshedBaseMap> refreshedBaseMap(const OsmExtract &extract, const BaseMap &bundled, const BaseMapOptions &options)
{
    return BaseMapMaker(extract, bundled, options).make();
}

Result<BaseMapReport> refreshBaseMap(const QStringList &files, const BaseMap &bundled, const QString &out, const BaseMapOptions &options)
{
    const auto part = [&](double begin, double share) -> std::function<void(double)> {
        if (!options.progress)
            return {};
        return [&options, begin, share](double done) { options.progress(begin + share * done); };
    };
    const Result<OsmExtract> extract = readExtracts(files, {wantedForBaseMap(), options.cancel, part(0, readingPart)});
    if (!extract)
        return extract.error();
    Result<RefreshedBaseMap> made = refreshedBaseMap(*extract, bundled, {options.cancel, part(readingPart, makingPart)});
    if (!made)
        return made.error();
    if (const Result<Done> written = writeBaseMap(made->map, out, extract->date, options.cancel); !written)
        return written.error();
    BaseMapReport report = std::move(made->report);
    report.out = out;
    report.remarks = extract.warnings() + extract->remarks + report.remarks;
    report.bytes = QFileInfo(out).size();
    return report;
}

} // namespace ca
