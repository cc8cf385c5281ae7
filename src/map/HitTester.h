// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/RenderRequest.h"

#include <QPointF>
#include <QString>

#include <vector>

namespace ca {

class StrandPathCache;

/// Something under the pointer.
struct Hit {
    enum class Kind { Strand, Waypoint, Subject, Place, Feature };
    Kind kind = Kind::Strand;
    QString id;               ///< segment id, subject id, place name, or id of the user's layer
    QString corridor;         ///< for strands and waypoints
    std::uint32_t feature = 0;  ///< in the table of the user's layer
    double distance = 0;      ///< logical pixels from the pointer
    double along = 0;         ///< strands: geodesic metres from the segment's start
    LatLon position;          ///< of the waypoint, subject or place; for strands and features the nearest point
    QString name;             ///< of the waypoint or place; of the feature or else its layer
};

/// Finds what is drawn under a point: by index, then exact distance in pixels, drawn lanes respected.
namespace HitTester {

/// All hits within @p tolerance logical pixels: symbols before strands before places before the user's features, then by
/// distance, then z-order. @p paths spares making the strands' paths again; null = make them.
[[nodiscard]] std::vector<Hit> hits(const RenderRequest &request, QPointF at, double tolerance = 6, StrandPathCache *paths = nullptr);

} // namespace HitTester
} // namespace ca
