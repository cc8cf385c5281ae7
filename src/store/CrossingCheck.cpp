// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CrossingCheck.h"

#include "base/Tr.h"
#include "store/RingCrossing.h"

namespace ca {

namespace {

/// A layer may have this many times the vertices of its largest polygon.
constexpr std::size_t layerFactor = 16;

QString placeText(LatLon p)
{
    return tr("near %1° E, %2° N").arg(p.lon, 0, 'f', 6).arg(p.lat, 0, 'f', 6);
}

} // namespace

void reportCrossings(RawLayer &layer, const LayerOptions &options, const CancelToken &cancel)
{
    const FeatureTable &table = layer.table(GeometryKind::Polygon);
    const std::vector<int> &lines = layer.lines[std::size_t(GeometryKind::Polygon)];
    std::size_t left = options.crossingLimit * layerFactor;
    RingCrossing search;
    for (std::size_t f = 0; f < table.featureCount() && !cancel.cancelled(); ++f) {
        const std::span<const LatLon> vertices = table.verticesOf(f);
        const std::span starts(table.partStart.data() + table.featureStart[f], table.featureStart[f + 1] - table.featureStart[f] + 1);
        const int line = lines.empty() ? 0 : lines[f];
        const bool allowed = vertices.size() <= std::min(left, options.crossingLimit);
        left -= allowed ? vertices.size() : 0;
        switch (allowed ? search.search(vertices, starts) : RingCrossing::Verdict::Unknown) {
        case RingCrossing::Verdict::None:
            break;
        case RingCrossing::Verdict::Crossing:
            layer.report.add(LayerFault::CrossingRings, LayerRemedy::DrawnAsIs, table.ids[f], line, placeText(search.place()));
            break;
        case RingCrossing::Verdict::Unknown:
            layer.report.add(LayerFault::NotChecked, LayerRemedy::DrawnAsIs, table.ids[f], line);
            break;
        }
    }
}

} // namespace ca
