// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/StrandGeometry.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace ca {
namespace {

constexpr double laneToleranceShare = 0.3;  // lines beside the track are drawn smoother, else they knot

/// Each point moved its offset (pixels) to the left of the way on, one for one (mitres are capped rather than cut).
PlaneLine movedAside(const PlaneLine &line, const std::vector<double> &offsets)
{
    constexpr double sharpest = 0.5;  // cosine of half the turn beyond which the mitre is capped
    PlaneLine out(line.size());
    PointXY before{0, 0};
    for (std::size_t i = 0; i < line.size(); ++i) {
        PointXY after = before;
        if (i + 1 < line.size()) {
            const double dx = line[i + 1].x - line[i].x, dy = line[i + 1].y - line[i].y;
            const double length = std::hypot(dx, dy);
            if (length > 0)
                after = {dy / length, -dx / length};  // y runs down on the screen
        }
        if (i == 0)
            before = after;
        PointXY normal{before.x + after.x, before.y + after.y};
        const double size = std::hypot(normal.x, normal.y);
        normal = size > 1e-9 ? PointXY{normal.x / size, normal.y / size} : after;
        const double reach = offsets[i] / std::max(size / 2, sharpest);
        out[i] = {line[i].x + reach * normal.x, line[i].y + reach * normal.y};
        before = after;
    }
    return out;
}

int certainty(Status status)
{
    switch (status) {
    case Status::Operating: return 7;
    case Status::Construction: return 6;
    case Status::Planned: return 5;
    case Status::Announced: return 4;
    case Status::Unknown: return 3;
    case Status::Suspended: return 2;
    case Status::Closed: return 1;
    case Status::Dismantled: return 0;
    }
    return 0;
}

} // namespace

StrandPath strandPath(const Frame &frame, const Scene::Strand &strand)
{
    double widest = 0;
    for (const Scene::LaneRun &run : strand.laneRuns)
        widest = std::max(widest, std::abs(run.lane) * frame.strandSpacing);
    const double tolerance = std::max(Frame::vertexTolerance, widest * laneToleranceShare);
    const auto least = float(tolerance * frame.view.metresPerPixel);
    const Scene::SegmentShape &shape = frame.scene.shapes()[strand.segment];
    StrandPath path;
    std::vector<double> offsets;
    std::size_t vertex = 0;  // of the segment's whole line
    auto run = strand.laneRuns.begin();
    for (std::size_t l = shape.firstLeg; l < shape.firstLeg + shape.legCount; ++l) {
        const Scene::LegLine &leg = frame.scene.legs()[l];
        if (!path.points.empty())
            path.leg.back() = l;
        for (std::size_t i = path.points.empty() ? 0 : 1; i < leg.line.size(); ++i, ++vertex) {
            while (run != strand.laneRuns.end() && run + 1 != strand.laneRuns.end() && (run + 1)->firstVertex <= vertex)
                ++run;
            if (leg.rank[i] < least)
                continue;
            path.points.push_back(frame.toScreen(leg.line[i]));
            path.leg.push_back(l);
            path.along.push_back(leg.along[i]);
            offsets.push_back(run == strand.laneRuns.end() ? 0 : run->lane * frame.strandSpacing);
        }
    }
    if (widest > 0)
        path.points = movedAside(path.points, offsets);
    return path;
}

LineStyle strandLine(const Frame &frame, const Scene::Strand &strand)
{
    LineStyle line = frame.style.segmentLine(strand.corridor, strand.mode, strand.status);
    line.width *= frame.strandScale;
    line.casingWidth *= frame.strandScale;
    for (qreal &dash : line.dashes)
        dash *= frame.strandScale;
    return line;
}

bool strandVisible(const Frame &frame, const Scene::Strand &strand)
{
    return frame.request.visibility.strand(strand.corridor, frame.scene.atlas().data().segments[strand.segment].id);
}

std::vector<DrawnStrand> drawnStrands(const Frame &frame, double margin)
{
    std::vector<DrawnStrand> drawn;
    const Box seen = frame.planeBox(margin * 2);
    for (const Scene::Strand &strand : frame.scene.strands()) {
        if (!frame.scene.shapes()[strand.segment].box.intersects(seen) || !strandVisible(frame, strand))
            continue;
        DrawnStrand item{&strand, strandLine(frame, strand), strandPath(frame, strand), 0, {}};
        item.length = lineLength(item.path.points);
        item.runs = clipLine(item.path.points, frame.screenBox(margin));
        if (!item.runs.empty())
            drawn.push_back(std::move(item));
    }
    const auto &segments = frame.scene.atlas().data().segments;
    const auto key = [&](const DrawnStrand &s) {
        return std::tuple(-int(s.strand->role), certainty(s.strand->status), -s.strand->corridorRank,
                          segments[s.strand->segment].id, s.strand->corridor);
    };
    std::sort(drawn.begin(), drawn.end(), [&](const DrawnStrand &a, const DrawnStrand &b) { return key(a) < key(b); });
    return drawn;
}

} // namespace ca
