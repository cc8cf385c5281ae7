// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureElement.h"

#include <QCursor>
#include <QPainter>
#include <QRectF>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace ca {

/// What of an element is taken hold of.
enum class Handle { None, Body, TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft, Left };

using PlacedElements = std::vector<std::pair<FigureElement, QRectF>>;

/// The frame of the selected element with its eight handles. Widget pixels.
namespace ElementHandles {

inline constexpr double size = 9;       ///< of a handle
inline constexpr double reach = 7;      ///< how far from its middle a handle is hit

/// Clockwise from the top left, in the order of Handle; none for a frame without size.
[[nodiscard]] std::array<QPointF, 8> points(const QRectF &frame);
/// The handle at @p at, else the body, else nothing. Short sides have no handle in their middle.
[[nodiscard]] Handle at(const QRectF &frame, QPointF at);
/// The smallest of @p elements at @p at: what lies on the map is in front of it.
[[nodiscard]] std::optional<FigureElement> elementAt(const PlacedElements &elements, QPointF at);
[[nodiscard]] Qt::CursorShape cursor(Handle handle);
void paint(QPainter &painter, const QRectF &frame, const QColor &color);

/// @p rect with the sides that @p handle holds moved by @p by; all of them for the body.
[[nodiscard]] QRectF pulled(const QRectF &rect, Handle handle, QPointF by);
[[nodiscard]] bool holdsLeft(Handle handle);
[[nodiscard]] bool holdsRight(Handle handle);
[[nodiscard]] bool holdsTop(Handle handle);
[[nodiscard]] bool holdsBottom(Handle handle);

} // namespace ElementHandles
} // namespace ca
