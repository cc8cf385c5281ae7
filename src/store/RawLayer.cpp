// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RawLayer.h"

#include "base/Tr.h"

namespace ca {

namespace {

constexpr GeometryKind kinds[] = {GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon};

QString partsText(std::uint32_t n)
{
    return n == 1 ? QString() : tr("%1 parts").arg(n);
}

} // namespace

RawLayer::RawLayer()
{
    for (const GeometryKind kind : kinds)
        table(kind).kind = kind;
}

void RawLayer::addColumn(const QString &name)
{
    for (FeatureTable &table : tables)
        table.columns.push_back({name, {}});
}

unsigned RawLayer::add(std::int64_t id, int line, const GeometryParts &parts)
{
    const GeometryParts::Faults &faults = parts.faults();
    if (parts.empty()) {
        leaveOut(faults.notNumbers     ? LayerFault::NotANumber
                     : faults.tooFewPoints ? LayerFault::TooFewPoints
                                           : LayerFault::NoGeometry,
                 id, line);
        return 0;
    }
    ++report.featuresRead;
    if (faults.notNumbers)
        report.add(LayerFault::NotANumber, LayerRemedy::Mended, id, line, partsText(faults.notNumbers));
    if (faults.tooFewPoints)
        report.add(LayerFault::TooFewPoints, LayerRemedy::Mended, id, line, partsText(faults.tooFewPoints));
    if (faults.unclosed)
        report.add(LayerFault::UnclosedRing, LayerRemedy::Mended, id, line, partsText(faults.unclosed));
    unsigned took = 0;
    for (const GeometryKind kind : kinds) {
        if (!parts.has(kind))
            continue;
        took |= 1u << unsigned(kind);
        FeatureTable &to = table(kind);
        to.beginFeature(id);
        parts.appendTo(to, kind);
        if (line > 0)
            lines[std::size_t(kind)].push_back(line);
        for (const LatLon &p : to.verticesOf(to.featureCount() - 1))
            bounds.extend(PointXY{p.lon, p.lat});
    }
    return took;
}

void RawLayer::leaveOut(LayerFault fault, std::int64_t id, int line, const QString &detail)
{
    ++report.featuresRead;
    ++report.featuresLeftOut;
    report.add(fault, LayerRemedy::LeftOut, id, line, detail);
}

void RawLayer::append(const RawLayer &later)
{
    for (std::size_t kind = 0; kind < tables.size(); ++kind) {
        tables[kind].append(later.tables[kind]);
        lines[kind].insert(lines[kind].end(), later.lines[kind].begin(), later.lines[kind].end());
    }
    bounds.extend(later.bounds);
    report.append(later.report);
    if (damage.isEmpty())
        damage = later.damage;
}

void RawLayer::clear()
{
    for (std::size_t kind = 0; kind < tables.size(); ++kind) {
        tables[kind].clear();
        lines[kind].clear();
    }
    bounds = {};
    const std::size_t limit = report.caseLimit;
    report = {};
    report.caseLimit = limit;
    damage.clear();
}

} // namespace ca
