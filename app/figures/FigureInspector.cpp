// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureInspector.h"

#include "figures/ElementsSection.h"
#include "figures/MapSection.h"
#include "figures/NotesSection.h"
#include "figures/PageSection.h"
#include "figures/TextSection.h"
#include "window/Session.h"

#include <QVBoxLayout>

namespace ca {

FigureInspector::FigureInspector(FigureDocument &document, Session &session, QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("figureInspector"));
    setAccessibleName(tr("Inspector of the figure"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    auto *elements = new ElementsSection(document, content);
    connect(elements, &ElementsSection::elementActivated, this, &FigureInspector::elementActivated);
    layout->addWidget(new PageSection(document, session.styles(), content));
    layout->addWidget(new TextSection(document, content));
    layout->addWidget(new MapSection(document, session, content));
    layout->addWidget(elements);
    layout->addWidget(new NotesSection(document, session, content));
    layout->addStretch();
    setWidget(content);
    setMinimumWidth(content->minimumSizeHint().width() + 20);
}

} // namespace ca
