// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/MapFraming.h"

namespace ca {

/// The frame as it shows @p view, in layout units.
MapView MapFraming::lookedAt(const FigureView &view) const
{
    MapView map = m_figure.map.view;
    map.centre = map.projection->forward(view.centre);
    map.metresPerPixel *= view.metresPerPixel / m_made.metresPerPixel;
    return map;
}

FigureView MapFraming::lookingAs(const FigureView &view, const MapView &moved) const
{
    const MapView limited = moved.limited(worldExtent());
    FigureView result = view;
    result.centre = limited.projection->inverse(limited.centre);
    result.metresPerPixel = m_made.metresPerPixel * limited.metresPerPixel / m_figure.map.view.metresPerPixel;
    return result.centre.valid() ? result : view;
}

FigureView MapFraming::panned(const FigureView &view, QPointF by) const
{
    return lookingAs(view, lookedAt(view).panned(by / m_figure.layout.scale));
}

FigureView MapFraming::zoomed(const FigureView &view, QPointF anchor, double factor) const
{
    const QPointF inFrame = (anchor - m_figure.mapFrame().topLeft()) / m_figure.layout.scale;
    return lookingAs(view, lookedAt(view).zoomedAt(inFrame, factor));
}

QTransform MapFraming::shift(const FigureView &now) const
{
    if (m_made.crs != now.crs || (m_made.centre == now.centre && m_made.metresPerPixel == now.metresPerPixel)
        || !(now.metresPerPixel > 0))
        return {};
    const double factor = m_made.metresPerPixel / now.metresPerPixel;
    const QRectF rect = m_figure.mapFrame();
    const QPointF centre = rect.topLeft() + m_figure.map.view.toScreen(now.centre) * m_figure.layout.scale;
    QTransform transform;
    transform.translate(rect.center().x(), rect.center().y());
    transform.scale(factor, factor);
    transform.translate(-centre.x(), -centre.y());
    return transform;
}

} // namespace ca
