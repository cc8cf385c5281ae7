// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/StatusLine.h"

#include "canvas/MapCanvas.h"
#include "figure/FigureComposition.h"
#include "panels/Describe.h"

#include <QLabel>
#include <QStatusBar>

namespace ca {

StatusLine::StatusLine(MapCanvas &canvas, QStatusBar &bar)
    : QObject(&bar), m_canvas(canvas), m_pointer(new QLabel(&bar)), m_language(new QLabel(&bar)),
      m_scale(new QLabel(&bar)), m_projection(new QLabel(&bar))
{
    m_pointer->setObjectName(QStringLiteral("pointerLabel"));
    m_pointer->setContentsMargins(8, 0, 0, 0);
    m_pointer->setMinimumWidth(m_pointer->fontMetrics().horizontalAdvance(QStringLiteral("00.0000° N, 00.0000° E")) + 16);
    m_scale->setObjectName(QStringLiteral("scaleLabel"));
    m_scale->setToolTip(tr("True scale at the middle of the map, measured on the ellipsoid at 96 dots per inch"));
    m_projection->setObjectName(QStringLiteral("projectionLabel"));
    m_projection->setContentsMargins(0, 0, 8, 0);
    bar.addWidget(m_pointer);
    m_language->setObjectName(QStringLiteral("languageLabel"));
    m_language->setContentsMargins(0, 0, 16, 0);
    bar.addPermanentWidget(m_language);
    bar.addPermanentWidget(m_scale);
    bar.addPermanentWidget(m_projection);
    connect(&canvas, &MapCanvas::pointedAt, this,
            [this](LatLon at) { m_pointer->setText(describe::coordinates(at)); });
    connect(&canvas, &MapCanvas::viewChanged, this, &StatusLine::showView);
    connect(&canvas, &MapCanvas::rendered, this, &StatusLine::showLanguage);
}

void StatusLine::showFigure(const FigureComposition *figure)
{
    m_ofFigure = figure != nullptr;
    if (!figure)
        return showView();
    m_scale->setText(tr("%1 on paper").arg(describe::scale(figure->map.view.scaleDenominator() / figure->layout.scale)));
    m_projection->setText(figure->map.view.projection->title());
}

void StatusLine::showLanguage()
{
    const int other = m_canvas.summary().labelsInOtherLanguage;
    m_language->setText(other == 0 ? QString()
                        : other == 1 ? tr("1 label has no name in the chosen language")
                                     : tr("%1 labels have no name in the chosen language").arg(other));
}

void StatusLine::showView()
{
    if (!m_canvas.ready() || m_ofFigure)
        return;
    m_scale->setText(describe::scale(m_canvas.view().scaleDenominator()));
    m_projection->setText(m_canvas.view().projection->title());
}

} // namespace ca
