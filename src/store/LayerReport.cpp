// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LayerReport.h"

#include "base/Tr.h"

#include <algorithm>

namespace ca {

QString title(LayerFault fault)
{
    switch (fault) {
    case LayerFault::NoGeometry:
        return tr("no geometry");
    case LayerFault::NotANumber:
        return tr("coordinates that are no numbers");
    case LayerFault::TooFewPoints:
        return tr("too few points");
    case LayerFault::UnclosedRing:
        return tr("ring not closed");
    case LayerFault::CrossingRings:
        return tr("outline crosses itself");
    case LayerFault::NotChecked:
        return tr("not searched for crossings");
    case LayerFault::SwappedAxes:
        return tr("latitude and longitude swapped");
    case LayerFault::OutOfRange:
        return tr("coordinates out of range");
    case LayerFault::BeyondDateLine:
        return tr("longitudes beyond 180°");
    case LayerFault::NotTransformed:
        return tr("no place on earth in its reference system");
    case LayerFault::Damaged:
        return tr("damaged");
    case LayerFault::Unsupported:
        return tr("a kind of geometry that cannot be drawn");
    }
    return {};
}

QString title(LayerRemedy remedy)
{
    switch (remedy) {
    case LayerRemedy::DrawnAsIs:
        return tr("drawn as it is");
    case LayerRemedy::Mended:
        return tr("mended");
    case LayerRemedy::LeftOut:
        return tr("left out");
    }
    return {};
}

QString LayerProblem::text() const
{
    const QString where = line > 0 ? tr("feature %1 (line %2)").arg(feature).arg(line) : tr("feature %1").arg(feature);
    const QString what = detail.isEmpty() ? title(fault) : tr("%1 (%2)").arg(title(fault), detail);
    return tr("%1: %2: %3").arg(where, what, title(remedy));
}

std::uint64_t LayerReport::count(LayerFault fault) const
{
    std::uint64_t sum = 0;
    for (const std::uint64_t n : totals[std::size_t(fault)])
        sum += n;
    return sum;
}

std::uint64_t LayerReport::count(LayerFault fault, LayerRemedy remedy) const
{
    return totals[std::size_t(fault)][std::size_t(remedy)];
}

void LayerReport::add(LayerFault fault, LayerRemedy remedy, std::int64_t feature, int line, const QString &detail)
{
    if (wants(fault))
        cases.push_back({fault, remedy, feature, line, detail});
    ++totals[std::size_t(fault)][std::size_t(remedy)];
}

void LayerReport::append(const LayerReport &later)
{
    std::array<std::size_t, layerFaultCount> kept{};
    for (const LayerProblem &problem : cases)
        ++kept[std::size_t(problem.fault)];
    for (const LayerProblem &problem : later.cases) {
        if (kept[std::size_t(problem.fault)]++ < caseLimit)
            cases.push_back(problem);
    }
    for (std::size_t fault = 0; fault < layerFaultCount; ++fault) {
        for (std::size_t remedy = 0; remedy < layerRemedyCount; ++remedy)
            totals[fault][remedy] += later.totals[fault][remedy];
    }
    featuresRead += later.featuresRead;
    featuresLeftOut += later.featuresLeftOut;
    notes += later.notes;
}

QStringList LayerReport::summary() const
{
    QStringList lines;
    for (std::size_t fault = 0; fault < layerFaultCount; ++fault) {
        for (std::size_t remedy = 0; remedy < layerRemedyCount; ++remedy) {
            const std::uint64_t n = totals[fault][remedy];
            if (n == 0)
                continue;
            const auto isIt = [&](const LayerProblem &p) { return std::size_t(p.fault) == fault && std::size_t(p.remedy) == remedy; };
            const auto first = std::find_if(cases.begin(), cases.end(), isIt);
            const QString what = tr("%1, %2: %3 features").arg(title(LayerFault(fault)), title(LayerRemedy(remedy))).arg(n);
            lines += first == cases.end() ? what : n == 1 ? first->text() : tr("%1; first %2").arg(what, first->text());
        }
    }
    return lines + notes;
}

} // namespace ca
