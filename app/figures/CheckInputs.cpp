// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/CheckInputs.h"

#include "figures/OwnPassages.h"
#include "window/Session.h"

namespace ca {

FigureCheckInput CheckInputs::of(const FigureSpec &figure)
{
    FigureCheckInput input;
    input.today = QDate::currentDate();
    input.verdicts = OwnPassages::of(m_session.project()).verdicts;
    QStringList passages = figure.notePassages;
    for (const QString &subject : figure.noteSubjects) {
        for (const PassageLink &link : m_session.atlas()->passages(subject))
            passages << link.passage->id;
    }
    for (const QString &passage : passages) {
        if (const auto known = verdict(passage))
            input.verdicts.insert(passage, *known);
    }
    return input;
}

/// As the library found the passage when it took the article in; none where it has no copy of it.
std::optional<Verdict> CheckInputs::verdict(const QString &passage)
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

} // namespace ca
