// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/RasterBand.h"

#include "geo/Polyline.h"
#include "raster/PictureFill.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double guard = 8192;  // device pixels beyond the picture where lines are cut: far enough for flat coordinates

raster::Pixel pixelOf(const QColor &color)
{
    return qPremultiply(color.rgba());
}

} // namespace

RasterBand::RasterBand(const Frame &frame, const raster::Pixels &rows, QPointF origin, double scale, RasterScratch &scratch)
    : m_frame(frame), m_rows(rows), m_scale(scale),
      m_perGrid(scale / frame.view.metresPerPixel / GridPoint::perMetre),
      m_least(leastRank(Frame::vertexTolerance * frame.view.metresPerPixel)), m_near(),
      m_metres(frame.view.metresPerPixel / scale), m_scratch(scratch)
{
    const QPointF corner = (frame.view.toScreen(PointXY{0, 0}) - origin) * scale;
    m_x = corner.x();
    m_y = corner.y();
    m_near = PackedTree::outward(planeBox(0));
}

Box RasterBand::planeBox(double reach) const
{
    return {(-reach - m_x) * m_metres, (m_y - m_rows.height - reach) * m_metres, (m_rows.width + reach - m_x) * m_metres,
            (m_y + reach) * m_metres};
}

bool RasterBand::paint(const LayerStep &step)
{
    switch (step.action) {
    case LayerStep::Action::Fill: return fill(step);
    case LayerStep::Action::Stroke: return step.line.dashes.isEmpty() ? stroke(step) : strokeDashed(step);
    case LayerStep::Action::Dots: return dot(step);
    case LayerStep::Action::Picture: return drawPicture(step);
    }
    return false;
}

/// Calls visit(part) for the parts of a step that come within @p reach device pixels of the band, but for those that are too
/// small or that would change nothing any more. Whether there were any.
template <class Visit>
bool RasterBand::forParts(const LayerStep &step, double reach, Visit visit)
{
    const auto least = float(step.leastSize * m_frame.view.metresPerPixel);
    const bool masked = step.action != LayerStep::Action::Fill;
    bool any = false;
    const auto worthwhile = [&](const PackedTree::Node &node) {
        return !masked || !m_scratch.mask.fullWithin({float(node.minX / m_metres + m_x - reach), float(m_y - node.maxY / m_metres - reach)},
                                             {float(node.maxX / m_metres + m_x + reach), float(m_y - node.minY / m_metres + reach)});
    };
    const PreparedShapes &shapes = *step.shapes;
    shapes.tree.query(planeBox(reach), worthwhile, [&](std::size_t first, std::size_t end) {
        if (m_frame.cancel.cancelled())
            return;
        for (std::size_t i = first; i < end; ++i) {
            const PackedTree::Node &node = shapes.tree.node(i);
            const PreparedShapes::Part &part = shapes.parts[i];
            if ((step.kind && part.kind != *step.kind) || std::max(node.maxX - node.minX, node.maxY - node.minY) < least)
                continue;
            visit(part);
            any = true;
        }
    });
    return any;
}

bool RasterBand::fill(const LayerStep &step)
{
    m_scratch.fill.reset(m_rows.width, m_rows.height);
    const bool any = forParts(step, 1, [&](const PreparedShapes::Part &part) { addRing(*step.shapes, part); });
    if (any)
        m_scratch.fill.paint(m_rows, pixelOf(step.line.color));
    return any;
}

RasterBand::Place RasterBand::placeOf(const PackedTree::Node &chunk, double reach) const
{
    const auto metres = float(reach * m_metres);
    if (chunk.minY > m_near.maxY + metres || chunk.maxY < m_near.minY - metres || chunk.minX > m_near.maxX + metres)
        return Place::Away;
    return chunk.maxX < m_near.minX - metres ? Place::Left : Place::Near;
}

/// Calls edge(a, b) for the edges between vertices that are needed, in device pixels, and skip(a, b, place) instead for
/// runs of them within chunks that are not near. Edges from one chunk to another are never skipped: they may be long, and
/// every band must follow the same line.
template <class Edge, class Skip>
void RasterBand::followLine(const PreparedShapes &shapes, const PreparedShapes::Part &part, double reach, Edge edge, Skip skip)
{
    const std::size_t last = std::size_t(part.first) + part.count - 1;
    PointXY before = device(shapes.vertices[part.first]);
    const auto proceed = [&](std::size_t vertex) {
        const PointXY at = device(shapes.vertices[vertex]);
        edge(before, at);
        before = at;
    };
    for (std::size_t i = part.first; i < last;) {
        const std::size_t chunk = i / PreparedShapes::chunkSize;
        const std::size_t end = std::min(last, (chunk + 1) * PreparedShapes::chunkSize);
        if (end - i > 8) {  // for a few vertices the question is not worth its answer
            if (const Place place = placeOf(shapes.chunks[chunk], reach); place != Place::Near) {
                const auto needed = [&](std::size_t vertex) { return shapes.ranks[vertex] >= m_least; };
                std::size_t enter = i + 1, leave = end;
                while (enter <= end && !needed(enter))
                    ++enter;
                if (enter <= end) {
                    while (!needed(leave))
                        --leave;
                    proceed(enter);
                    const PointXY at = device(shapes.vertices[leave]);
                    skip(before, at, place);
                    before = at;
                }
                i = end;
                continue;
            }
        }
        for (++i; i <= end; ++i) {
            if (shapes.ranks[i] >= m_least)
                proceed(i);
        }
        i = end;
    }
}

void RasterBand::addRing(const PreparedShapes &shapes, const PreparedShapes::Part &part)
{
    raster::AreaFill &fill = m_scratch.fill;
    followLine(shapes, part, 1, [&](PointXY a, PointXY b) { fill.addEdge(a.x, a.y, b.x, b.y); },
               [&](PointXY a, PointXY b, Place place) {
                   if (place == Place::Left)
                       fill.addEdge(a.x, a.y, b.x, b.y);
               });
}

bool RasterBand::stroke(const LayerStep &step)
{
    const auto width = float(step.line.width * m_scale);
    m_scratch.mask.reset(m_rows.width, m_rows.height);
    const bool any = forParts(step, width / 2 + 1, [&](const PreparedShapes::Part &part) { addLine(*step.shapes, part, width); });
    if (any)
        m_scratch.mask.compose(m_rows, pixelOf(step.line.color));
    return any;
}

/// All stretches in view go into the mask together: however much of a line a band sees, it must not be darker where the
/// line meets itself.
void RasterBand::addLine(const PreparedShapes &shapes, const PreparedShapes::Part &part, float width)
{
    followLine(shapes, part, double(width), [&](PointXY a, PointXY b) { addEdge(a, b, width); },
               [&](PointXY, PointXY, Place) { endRun(); });
    takeLine(width);
}

/// Carries the run on, if this edge can be seen.
void RasterBand::addEdge(PointXY a, PointXY b, float width)
{
    const double reach = width;
    const bool beside = std::max(a.x, b.x) < -reach || std::min(a.x, b.x) > m_rows.width + reach
        || std::max(a.y, b.y) < -reach || std::min(a.y, b.y) > m_rows.height + reach;
    if (beside)
        return endRun();
    const Box near{-guard, -guard, m_rows.width + guard, m_rows.height + guard};
    if (!near.contains(a) || !near.contains(b)) {
        endRun();
        const PointXY edge[] = {a, b};
        for (const ClippedRun &run : clipLine(edge, near)) {
            for (const PointXY p : run.points)
                addPoint(p);
        }
        return endRun();
    }
    if (!inRun())
        addPoint(a);
    addPoint(b);
}

bool RasterBand::inRun() const
{
    return m_scratch.points.size() > (m_scratch.runEnds.empty() ? 0 : m_scratch.runEnds.back());
}

void RasterBand::endRun()
{
    if (inRun())
        m_scratch.runEnds.push_back(m_scratch.points.size());
}

void RasterBand::takeLine(float width)
{
    endRun();
    m_scratch.mask.addLine(m_scratch.points, m_scratch.runEnds, width);
    m_scratch.points.clear();
    m_scratch.runEnds.clear();
}

bool RasterBand::strokeDashed(const LayerStep &step)
{
    const double width = step.line.width * m_scale;
    const Box seen{-width, -width, m_rows.width + width, m_rows.height + width};
    std::vector<double> pattern;
    for (const qreal dash : step.line.dashes)
        pattern.push_back(dash * m_scale);
    m_scratch.mask.reset(m_rows.width, m_rows.height);
    const bool any = forParts(step, width / 2 + 1, [&](const PreparedShapes::Part &part) {
        PlaneLine line;
        for (std::size_t i = 0; i < part.count; ++i) {
            if (step.shapes->rank(part)[i] >= m_least)
                line.push_back(device(step.shapes->line(part)[i]));
        }
        for (const ClippedRun &run : clipLine(line, seen)) {
            for (const PlaneLine &dash : dashesOf(run, pattern)) {
                for (const PointXY p : dash)
                    addPoint(p);
                takeLine(float(width));
            }
        }
    });
    if (any)
        m_scratch.mask.compose(m_rows, pixelOf(step.line.color));
    return any;
}

bool RasterBand::dot(const LayerStep &step)
{
    const auto radius = float(step.radius * m_scale);
    m_scratch.mask.reset(m_rows.width, m_rows.height);
    const bool any = forParts(step, radius + 1, [&](const PreparedShapes::Part &part) {
        const PointXY at = device(step.shapes->vertices[part.first]);
        m_scratch.mask.addDisc({float(at.x), float(at.y)}, radius);
    });
    if (any)
        m_scratch.mask.compose(m_rows, pixelOf(step.line.color));
    return any;
}

bool RasterBand::drawPicture(const LayerStep &step)
{
    const Box &box = step.picture->box();
    const QImage &image = step.picture->at(m_metres);
    // Only read: raster::Pixels knows no constness.
    const raster::Pixels pixels{const_cast<raster::Pixel *>(reinterpret_cast<const raster::Pixel *>(image.constBits())), image.width(),
                                image.height(), std::ptrdiff_t(image.bytesPerLine() / sizeof(raster::Pixel))};
    return raster::drawPicture(m_rows, pixels, {box.minX / m_metres + m_x, m_y - box.maxY / m_metres, box.maxX / m_metres + m_x, m_y - box.minY / m_metres},
                               std::uint32_t(std::lround(std::clamp(step.opacity, 0.0, 1.0) * 255)));
}

} // namespace ca
