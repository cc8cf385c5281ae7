// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/PixelPainter.h"

#include <QPaintEngine>

namespace ca {

PixelPainter::PixelPainter(QPainter &painter)
    : m_painter(&painter), m_transform(painter.combinedTransform()), m_ratio(painter.device()->devicePixelRatioF())
{
}

std::optional<PixelPainter> PixelPainter::on(QPainter &painter)
{
    const QTransform &t = painter.combinedTransform();
    const bool upright = t.type() <= QTransform::TxScale && t.m11() > 0 && qFuzzyCompare(t.m11(), t.m22());
    if (!upright || painter.paintEngine()->type() != QPaintEngine::Raster)
        return std::nullopt;
    return PixelPainter(painter);
}

void PixelPainter::draw(QPoint at, QImage image) const
{
    const QTransform before = m_painter->worldTransform();
    m_painter->setWorldMatrixEnabled(false);
    image.setDevicePixelRatio(m_ratio);
    m_painter->drawImage(QPointF(at) / m_ratio, image);
    m_painter->setWorldMatrixEnabled(true);
    Q_ASSERT(before == m_painter->worldTransform());
}

} // namespace ca
