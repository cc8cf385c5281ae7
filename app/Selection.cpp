// SPDX-License-Identifier: GPL-3.0-or-later
#include "Selection.h"

namespace ca {

void Selection::selectSubject(const QString &id)
{
    selectPassage({}, id);
    if (id.isEmpty() && !m_subject.isEmpty()) {
        m_subject.clear();
        Q_EMIT subjectChanged({});
    }
}

void Selection::selectPassage(const QString &passage, const QString &subject)
{
    const bool subjectDiffers = !subject.isEmpty() && subject != m_subject;
    const bool passageDiffers = passage != m_passage;
    if (subjectDiffers)
        m_subject = subject;
    m_passage = passage;
    if (subjectDiffers)
        Q_EMIT subjectChanged(m_subject);
    if (passageDiffers)
        Q_EMIT passageChanged(m_passage);
}

void Selection::hover(const QString &subject)
{
    if (subject == m_hovered)
        return;
    m_hovered = subject;
    Q_EMIT hoverChanged(m_hovered);
}

} // namespace ca
