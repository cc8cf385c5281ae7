// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/StripPlot.h"

namespace ca {

/// Fill of a status: colour and hatch, so that neither alone has to tell.
[[nodiscard]] QBrush statusBrush(Status status);

/// Draws a StripPlot's strip inside its axis rectangle. Owned by the plot, as all layerables are.
class StripPainter : public QCPLayerable {
    Q_OBJECT
public:
    explicit StripPainter(StripPlot &plot);
    /// Where the band of segments lies, widget pixels.
    [[nodiscard]] static QRectF bandRect(const StripPlot &plot);

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    [[nodiscard]] QRectF partRect(const Strip::Part &part) const;
    void drawPart(QPainter &painter, const Strip::Part &part) const;
    void drawBar(QPainter &painter, const Strip::Part &part, std::size_t most) const;
    void drawTicks(QPainter &painter) const;

    StripPlot &m_plot;
};

} // namespace ca
