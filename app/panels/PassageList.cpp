// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/PassageList.h"

#include "panels/HtmlWriter.h"
#include "panels/OwnPassagesHtml.h"
#include "panels/PassagesHtml.h"
#include "project/Project.h"
#include "window/Session.h"

namespace ca {

PassageList::PassageList(Session &session, LinkHandler &links, QWidget *parent)
    : RichPanel(links, parent), m_session(session)
{
    setObjectName(QStringLiteral("passageList"));
    setAccessibleName(tr("Passages that speak of the selection"));
    setRefill([this] { refill(true); });
    connect(&session, &Session::atlasLoaded, this, [this] { refill(false); });
    connect(&session, &Session::lookChanged, this, [this] { refill(true); });
    connect(&session.sources(), &SourceLibrary::changed, this, [this] { refill(true); });
    connect(&session.project(), &Project::changed, this, [this] { refill(true); });
    connect(&session.selection(), &Selection::subjectChanged, this, [this] { refill(false); });
    connect(&session.selection(), &Selection::passageChanged, this, &PassageList::followPassage);
    refill(false);
}

void PassageList::refill(bool keepPlace)
{
    showHtml(content(), keepPlace);
}

void PassageList::followPassage(const QString &passage)
{
    refill(true);
    if (!passage.isEmpty())
        scrollToAnchor(passage);
}

QString PassageList::content() const
{
    const auto &atlas = m_session.atlas();
    const QString subject = m_session.selection().subject();
    if (!atlas || subject.isEmpty())
        return HtmlWriter()
            .paragraph(tr("The passages of the articles that speak of what you select appear here, each with its "
                          "source. Without a selection, “All passages” lists every one by article."), "empty")
            .text();
    PassagesInput input{subject, m_session.selection().passage(), {}, m_session.look().namePolicy,
                        m_session.look().language};
    for (const Record &record : atlas->data().records)
        if (record.isArticle() && m_session.sources().hasArticle(record.id))
            input.ownCopies.insert(record.id);
    return ownPassagesHtml(m_session, subject, input.chosen) + passagesHtml(*atlas, input);
}

} // namespace ca
