// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureReview.h"

#include "figures/CheckPanel.h"
#include "figures/FigureDesk.h"
#include "figures/FigurePage.h"
#include "window/Session.h"

namespace ca {

FigureReview::FigureReview(Session &session, FigureDesk &desk, CheckPanel &panel, QObject *parent)
    : QObject(parent), m_session(session), m_desk(desk), m_panel(panel), m_inputs(session)
{
    connect(&desk, &FigureDesk::composed, this, &FigureReview::check);
    connect(&session.sources(), &SourceLibrary::changed, this, [this] {
        m_inputs.forget();
        check();
    });
    connect(&panel, &CheckPanel::elementActivated, this, [this](FigureElement element) {
        if (!m_desk.page()->rectOf(element).isEmpty())
            m_desk.page()->select(element);
    });
    connect(&panel, &CheckPanel::subjectActivated, this, &FigureReview::lead);
    connect(&panel, &CheckPanel::visionChanged, this, [this](ColourVision vision) {
        m_desk.setFilter(vision == ColourVision::Everyone ? FigureJob::Filter()
                                                          : [vision](const QImage &image) { return simulated(image, vision); });
    });
}

void FigureReview::check()
{
    const auto composition = m_desk.composition();
    if (!composition)
        return;
    const FigureSpec &figure = m_desk.page()->picture().wish.view.figure;
    m_panel.setFindings(FigureCheck::findings(figure, *composition, m_inputs.of(figure)));
}

/// Passages are read in their article, beside the map; what else there is, is selected.
void FigureReview::lead(const QString &id)
{
    if (m_session.atlas()->passage(id))
        m_session.selection().selectPassage(id, {});
    else if (m_session.atlas()->knows(id))
        m_session.selection().selectSubject(id);
}

} // namespace ca
