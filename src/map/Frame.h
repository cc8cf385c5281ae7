// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "geo/Box.h"
#include "map/CompiledStyle.h"
#include "map/RenderRequest.h"

#include <QPolygonF>
#include <QRectF>

#include <span>

namespace ca {

/// What every phase of one rendering needs: the request, opened up. Refers to the request, which must outlive it.
struct Frame {
    explicit Frame(const RenderRequest &request, const CancelToken &token = {});

    const RenderRequest &request;
    const Scene &scene;
    const MapStyle &style;
    std::shared_ptr<const CompiledStyle> compiled;  ///< the same style, for lookups by number
    const MapView &view;
    CancelToken cancel;
    double strandScale = 1;   ///< factor on all widths of corridors at this scale
    double strandSpacing = 4; ///< pixels between the lanes of one track

    [[nodiscard]] QRectF rect() const { return {QPointF(0, 0), view.size}; }
    /// The map's rectangle grown by @p margin pixels, as a Box of screen coordinates (y down).
    [[nodiscard]] Box screenBox(double margin) const;
    /// The same area in plane metres.
    [[nodiscard]] Box planeBox(double margin) const { return view.box().grown(margin * view.metresPerPixel); }
    [[nodiscard]] PointXY toScreen(PointXY plane) const
    {
        const QPointF p = view.toScreen(plane);
        return {p.x(), p.y()};
    }
    /// @p line in screen coordinates, without the vertices that matter less than the tolerance.
    [[nodiscard]] PlaneLine screenLine(std::span<const GridPoint> line, std::span<const RankCode> rank) const;

    static constexpr double vertexTolerance = 0.5;  ///< logical pixels a drawn line may be off
};

[[nodiscard]] QPolygonF toPolygon(std::span<const PointXY> line);

} // namespace ca
