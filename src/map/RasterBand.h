// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/LayerStep.h"
#include "raster/AreaFill.h"
#include "raster/CoverageMask.h"

namespace ca {

/// The memory that drawing a band takes: kept from one picture to the next, since new memory is dear.
struct RasterScratch {
    raster::AreaFill fill;
    raster::CoverageMask mask;
    std::vector<raster::Point> points;      ///< the line at hand, as far as it has been followed
    std::vector<std::size_t> runEnds;       ///< and where in points each of its stretches in view ends
};

/// Some rows of a picture, and what it takes to draw layer steps on them. For one thread; several bands of one picture may
/// be drawn at once.
class RasterBand {
public:
    /// @param rows the pixels; @param origin their left top corner in screen coordinates; @param scale device pixels to the
    /// logical one. Refers to @p frame and @p scratch.
    RasterBand(const Frame &frame, const raster::Pixels &rows, QPointF origin, double scale, RasterScratch &scratch);

    /// Whether anything was drawn. Incomplete when the frame is cancelled.
    bool paint(const LayerStep &step);

private:
    bool fill(const LayerStep &step);
    bool stroke(const LayerStep &step);
    bool strokeDashed(const LayerStep &step);
    bool dot(const LayerStep &step);
    bool drawPicture(const LayerStep &step);

    enum class Place { Near, Left, Away };   ///< of a chunk as seen from the band; only what is left of it counts for fills
    template <class Visit>
    bool forParts(const LayerStep &step, double reach, Visit visit);
    template <class Edge, class Skip>
    void followLine(const PreparedShapes &shapes, const PreparedShapes::Part &part, double reach, Edge edge, Skip skip);
    [[nodiscard]] Place placeOf(const PackedTree::Node &chunk, double reach) const;
    void addRing(const PreparedShapes &shapes, const PreparedShapes::Part &part);
    void addLine(const PreparedShapes &shapes, const PreparedShapes::Part &part, float width);
    void addEdge(PointXY a, PointXY b, float width);
    void addPoint(PointXY p) { m_scratch.points.push_back({float(p.x), float(p.y)}); }
    [[nodiscard]] bool inRun() const;
    void endRun();
    void takeLine(float width);
    [[nodiscard]] PointXY device(GridPoint p) const { return {p.x * m_perGrid + m_x, m_y - p.y * m_perGrid}; }
    [[nodiscard]] Box planeBox(double reach) const;

    const Frame &m_frame;
    raster::Pixels m_rows;
    double m_scale;                         ///< device pixels to the logical one
    double m_perGrid, m_x, m_y;             ///< grid to device pixels of the band
    RankCode m_least;                       ///< of the vertices that are needed
    PackedTree::Node m_near;                ///< the band, plane metres
    double m_metres;                        ///< plane metres to the device pixel
    RasterScratch &m_scratch;
};

} // namespace ca
