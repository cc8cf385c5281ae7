// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/Frame.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ca {
namespace {

constexpr double laneGap = 1.0;  // pixels of background between lanes

/// Corridors grow with the scale, slowly: {metres per pixel, factor}, farthest first.
double strandScaleAt(double metresPerPixel)
{
    static constexpr std::array<std::pair<double, double>, 5> steps{
        {{8000, 0.6}, {2500, 0.8}, {900, 1.0}, {120, 1.3}, {20, 1.6}}};
    if (metresPerPixel >= steps.front().first)
        return steps.front().second;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        if (metresPerPixel >= steps[i].first) {
            const double t = std::log(metresPerPixel / steps[i].first) / std::log(steps[i - 1].first / steps[i].first);
            return steps[i].second + t * (steps[i - 1].second - steps[i].second);
        }
    }
    return steps.back().second;
}

} // namespace

Frame::Frame(const RenderRequest &r, const CancelToken &token)
    : request(r), scene(*r.scene), style(*r.style), compiled(CompiledStyle::of(r.style, scene.atlas())), view(r.view), cancel(token),
      strandScale(strandScaleAt(r.view.metresPerPixel))
{
    strandSpacing = style.line(QStringLiteral("mode-rail")).width * strandScale + laneGap;
}

Box Frame::screenBox(double margin) const
{
    return Box{0, 0, view.size.width(), view.size.height()}.grown(margin);
}

PlaneLine Frame::screenLine(std::span<const GridPoint> line, std::span<const RankCode> rank) const
{
    const RankCode least = leastRank(vertexTolerance * view.metresPerPixel);
    PlaneLine out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (rank[i] >= least)
            out.push_back(toScreen(line[i].plane()));
    }
    return out;
}

QPolygonF toPolygon(std::span<const PointXY> line)
{
    QPolygonF polygon;
    polygon.reserve(qsizetype(line.size()));
    for (const PointXY p : line)
        polygon.push_back({p.x, p.y});
    return polygon;
}

} // namespace ca
