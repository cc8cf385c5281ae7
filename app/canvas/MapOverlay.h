// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"
#include "map/MapView.h"

#include <QColor>
#include <QObject>

#include <vector>

class QPainter;

namespace ca {

/// Lines over the map on the screen, as for comparing two of them: no part of the map, never in a figure. GUI thread only.
class MapOverlay : public QObject {
    Q_OBJECT
public:
    struct Line {
        GeoLine line;
        QColor color;
        double width = 3;      ///< logical pixels
        bool dashed = false;
    };
    using QObject::QObject;

    /// Lowest first; none = nothing lies over the map.
    void show(std::vector<Line> lines);
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    /// In logical pixels of @p view.
    void paint(QPainter &painter, const MapView &view) const;

Q_SIGNALS:
    void changed();

private:
    void project(const std::shared_ptr<const Projection> &projection) const;

    std::vector<Line> m_lines;
    mutable std::shared_ptr<const Projection> m_projection;   ///< of m_plane
    mutable std::vector<PlaneLine> m_plane;                    ///< of m_lines
};

} // namespace ca
