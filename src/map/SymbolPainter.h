// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Frame.h"

#include <QPainter>

#include <vector>

/// Which waypoints and subjects have a symbol at a scale, and how it is drawn.
namespace ca::SymbolPainter {

/// Whether a symbol of this waypoint is shown at the frame's scale and with its visibility (wherever it is).
[[nodiscard]] bool shown(const Frame &frame, const Scene::WaypointMark &mark);
[[nodiscard]] bool shown(const Frame &frame, const Scene::SubjectMark &mark);
/// Diameter in pixels.
[[nodiscard]] double size(const Frame &frame, const Scene::WaypointMark &mark);
[[nodiscard]] double size(const Frame &frame, const Scene::SubjectMark &mark);

/// A break of gauge with its symbol.
struct GaugeMark {
    const GaugeBreak *gauge = nullptr;  ///< owned by the atlas
    QPointF at;                         ///< the symbol's centre on the screen
};
/// Those shown at the frame's scale, in view or not; beside the symbol of a stop where there is one.
[[nodiscard]] std::vector<GaugeMark> gaugeMarks(const Frame &frame);
[[nodiscard]] double gaugeSize(const Frame &frame);

/// What a rendering drew.
struct Drawn {
    std::vector<WaypointKind> kinds;    ///< with repetitions
    bool subjects = false;
    bool gaugeBreaks = false;
};
/// Paints all symbols in view. Where two waypoints would lie on each other, the more telling one is drawn.
Drawn paint(QPainter &painter, const Frame &frame);
void paintWaypoint(QPainter &painter, QPointF centre, double size, const MapStyle &style, WaypointKind kind);
void paintGaugeBreak(QPainter &painter, QPointF centre, double size, const MapStyle &style);
void paintSubject(QPainter &painter, QPointF centre, double size, const MapStyle &style, SubjectKind kind);

} // namespace ca::SymbolPainter
