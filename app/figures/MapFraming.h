// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/FigureView.h"

#include <QTransform>

namespace ca {

/// Moving the map inside its frame: pure functions of what is kept and of what was drawn last. Page pixels.
class MapFraming {
public:
    /// @p figure was made of @p made. Both must outlive this.
    MapFraming(const FigureComposition &figure, const FigureView &made) : m_figure(figure), m_made(made) {}

    /// @p view with the map moved by @p by. The same view where that leads off the map.
    [[nodiscard]] FigureView panned(const FigureView &view, QPointF by) const;
    /// @p view with the map @p factor times closer (> 1) and the place under @p anchor staying there.
    [[nodiscard]] FigureView zoomed(const FigureView &view, QPointF anchor, double factor) const;
    /// Moves the picture that was drawn to where @p now wants to see it, as long as the new one is being made; the identity
    /// where the two do not compare.
    [[nodiscard]] QTransform shift(const FigureView &now) const;

private:
    [[nodiscard]] MapView lookedAt(const FigureView &view) const;
    [[nodiscard]] FigureView lookingAs(const FigureView &view, const MapView &moved) const;

    const FigureComposition &m_figure;
    const FigureView &m_made;
};

} // namespace ca
