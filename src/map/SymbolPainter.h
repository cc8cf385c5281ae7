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

/// Paints all symbols in view; kinds drawn are appended to @p kinds (with repetitions).
/// Returns whether any subject's symbol was drawn.
bool paint(QPainter &painter, const Frame &frame, std::vector<WaypointKind> &kinds);
void paintWaypoint(QPainter &painter, QPointF centre, double size, const MapStyle &style, WaypointKind kind);
void paintSubject(QPainter &painter, QPointF centre, double size, const MapStyle &style, SubjectKind kind);

} // namespace ca::SymbolPainter
