// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/RenderRequest.h"

#include <QPointF>
#include <QString>

#include <vector>

namespace ca {

/// Something under the pointer.
struct Hit {
    enum class Kind { Strand, Waypoint, Subject, Place };
    Kind kind = Kind::Strand;
    QString id;               ///< segment id, subject id, or place name
    QString corridor;         ///< for strands and waypoints
    double distance = 0;      ///< logical pixels from the pointer
    double along = 0;         ///< strands: geodesic metres from the segment's start
    LatLon position;          ///< of the waypoint, subject or place; for strands the foot point
    QString name;             ///< waypoint's or place's name
};

/// Finds what is drawn under a point: by index, then exact distance in pixels, drawn lanes respected.
namespace HitTester {

/// All hits within @p tolerance logical pixels: symbols before strands, then by distance, then z-order.
[[nodiscard]] std::vector<Hit> hits(const RenderRequest &request, QPointF at, double tolerance = 6);

} // namespace HitTester
} // namespace ca
