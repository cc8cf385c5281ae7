// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureReview.h"

#include "figure/FigureCheck.h"
#include "figures/CheckPanel.h"
#include "figures/FigureDesk.h"
#include "figures/FigurePage.h"
#include "window/Session.h"

namespace ca {

FigureReview::FigureReview(Session &session, FigureDesk &desk, CheckPanel &panel, QObject *parent)
    : QObject(parent), m_session(session), m_desk(desk), m_panel(panel)
{
    connect(&desk, &FigureDesk::composed, this, &FigureReview::check);
    connect(&session.sources(), &SourceLibrary::changed, this, [this] {
        m_verdicts.clear();
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
    FigureCheckInput input;
    input.today = QDate::currentDate();
    const FigureSpec &figure = m_desk.page()->picture().wish.view.figure;
    QStringList passages = figure.notePassages;
    for (const QString &subject : figure.noteSubjects) {
        for (const PassageLink &link : m_session.atlas()->passages(subject))
            passages << link.passage->id;
    }
    for (const QString &passage : passages) {
        if (const auto known = verdict(passage))
            input.verdicts.insert(passage, *known);
    }
    m_panel.setFindings(FigureCheck::findings(figure, *composition, input));
}

/// As the library found the passage when it took the article in; none where it has no copy of it.
std::optional<Verdict> FigureReview::verdict(const QString &passage)
{
    const auto known = m_verdicts.constFind(passage);
    if (known != m_verdicts.constEnd())
        return *known;
    const Passage *bundled = m_session.atlas()->passage(passage);
    const Library *library = m_session.sources().library();
    if (const auto document = bundled && library ? library->documentForRecord(bundled->record) : std::nullopt) {
        for (const StoredVerdict &stored : library->verdicts(document->id))
            m_verdicts.insert(stored.passage, stored.found.verdict);  // of the whole article: its others are asked for next
    }
    if (!m_verdicts.contains(passage))
        m_verdicts.insert(passage, std::nullopt);
    return m_verdicts.value(passage);
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
