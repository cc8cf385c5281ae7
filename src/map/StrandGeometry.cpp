// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/StrandGeometry.h"

#include <algorithm>
#include <tuple>

namespace ca {
namespace {

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

/// Status of a strand at an end of its line.
Status statusAtEnd(const Scene &scene, const Scene::Strand &strand, bool start)
{
    const Scene::SegmentShape &shape = scene.shapes()[strand.segment];
    return shape.legCount == 0 ? strand.status : statusOn(strand, scene.legs()[start ? shape.firstLeg : shape.firstLeg + shape.legCount - 1]);
}

/// Style of a strand at the frame's scale where it is of @p status.
LineStyle lineOf(const Frame &frame, const Scene::Strand &strand, Status status)
{
    LineStyle line = frame.compiled->segmentLine(std::size_t(strand.corridorRank), strand.mode, status);
    line.width *= frame.strandScale;
    line.casingWidth *= frame.strandScale;
    line.outlineWidth *= frame.strandScale;
    line.outlineGap *= frame.strandScale;
    for (qreal &dash : line.dashes)
        dash *= frame.strandScale;
    return line;
}

bool hasOwnStatus(const Scene &scene, const Scene::Strand &strand)
{
    const Scene::SegmentShape &shape = scene.shapes()[strand.segment];
    const auto begin = scene.legs().begin() + std::ptrdiff_t(shape.firstLeg);
    return std::any_of(begin, begin + std::ptrdiff_t(shape.legCount), [&](const Scene::LegLine &leg) { return statusOn(strand, leg) != strand.status; });
}

/// The stretches of one status.
std::vector<DrawnPiece> piecesOf(const Frame &frame, const Scene::Strand &strand, const StrandPath &path, const Box &box)
{
    std::vector<DrawnPiece> pieces;
    const auto statusFrom = [&](std::size_t edge, Status before) {
        return path.leg[edge] == StrandPath::torn ? before : statusOn(strand, frame.scene.legs()[path.leg[edge]]);
    };
    for (std::size_t first = 0; first + 1 < path.points.size();) {
        const Status status = statusFrom(first, strand.status);
        std::size_t last = first + 1;
        while (last + 1 < path.points.size() && statusFrom(last, status) == status)
            ++last;
        const auto begin = std::ptrdiff_t(first), end = std::ptrdiff_t(last) + 1;
        const StrandPath part{{path.points.begin() + begin, path.points.begin() + end}, {path.leg.begin() + begin, path.leg.begin() + end}, {}};
        pieces.push_back({status, lineOf(frame, strand, status), lineLength(part.points), clippedRuns(part, box)});
        first = last;
    }
    return pieces;
}

/// The strand that carries @p strand on at a joint as one line of the same look; none when it ends or changes there.
std::size_t continuation(const Frame &frame, const Scene::Strand &strand, bool atStart)
{
    const Scene::LaneJoint &joint = atStart ? strand.start : strand.end;
    const auto &strands = frame.scene.strands();
    if (joint.strand == DrawnStrand::none || joint.onward == DrawnStrand::none)
        return DrawnStrand::none;
    const auto self = std::size_t(&strand - strands.data());
    const std::size_t other = joint.strand == self ? joint.onward : joint.onward == self ? joint.strand : DrawnStrand::none;
    if (other == DrawnStrand::none || other == self)
        return DrawnStrand::none;
    const Scene::Strand &next = strands[other];
    const bool startOfNext = other == joint.onward ? joint.onwardFromStart : joint.vertex == 0;
    const bool sameLook = next.mode == strand.mode && statusAtEnd(frame.scene, next, startOfNext) == statusAtEnd(frame.scene, strand, atStart);
    return sameLook && strandVisible(frame, next) ? other : DrawnStrand::none;
}

} // namespace

LineStyle strandLine(const Frame &frame, const Scene::Strand &strand)
{
    return lineOf(frame, strand, strand.status);
}

bool strandVisible(const Frame &frame, const Scene::Strand &strand)
{
    return frame.request.visibility.strand(strand.corridor, frame.scene.atlas().data().segments[strand.segment].id);
}

std::vector<ClippedRun> clippedRuns(const StrandPath &path, const Box &box)
{
    if (std::find(path.leg.begin(), path.leg.end(), StrandPath::torn) == path.leg.end())
        return clipLine(path.points, box);
    std::vector<ClippedRun> runs;
    double before = 0;
    for (std::size_t first = 0; first < path.points.size();) {
        std::size_t last = first;
        while (last + 1 < path.points.size() && path.leg[last] != StrandPath::torn)
            ++last;
        const std::span<const PointXY> piece(path.points.data() + first, last - first + 1);
        for (ClippedRun &run : clipLine(piece, box)) {
            run.startLength += before;
            runs.push_back(std::move(run));
        }
        before += lineLength(piece);
        first = last + 1;
    }
    return runs;
}

std::vector<DrawnStrand> drawnStrands(const Frame &frame, double margin)
{
    std::vector<DrawnStrand> drawn;
    const Box seen = frame.planeBox(margin * 2);
    for (const Scene::Strand &strand : frame.scene.strands()) {
        if (frame.cancel.cancelled())
            return {};
        if (!frame.scene.shapes()[strand.segment].box.intersects(seen) || !strandVisible(frame, strand))
            continue;
        DrawnStrand item{&strand, strandLine(frame, strand), strandPath(frame, strand), 0, {}, {}};
        item.length = lineLength(item.path.points);
        item.runs = clippedRuns(item.path, frame.screenBox(margin));
        if (hasOwnStatus(frame.scene, strand))
            item.pieces = piecesOf(frame, strand, item.path, frame.screenBox(margin));
        item.before = continuation(frame, strand, true);
        item.after = continuation(frame, strand, false);
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
