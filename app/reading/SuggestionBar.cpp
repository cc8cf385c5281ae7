// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/SuggestionBar.h"

#include "panels/HtmlWriter.h"
#include "reading/SuggestionDesk.h"
#include "window/Session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace ca {

namespace {

QString subjectLine(const Session &session, const SubjectScore &subject)
{
    const QString name = HtmlWriter::escaped(session.nameOf(subject.id));
    const QString sure = SuggestionBar::tr("%1 %").arg(qRound(subject.score * 100));
    const QString why = HtmlWriter::escaped(subject.reasons.join(QStringLiteral("; ")));
    return QStringLiteral("<b>%1</b> · %2<br><small>%3</small>").arg(name, sure, why);
}

} // namespace

SuggestionBar::SuggestionBar(Session &session, SuggestionDesk &desk, QWidget *parent)
    : QWidget(parent), m_session(session), m_desk(desk), m_text(new QLabel(this)),
      m_accept(makeButton(tr("Accept"), tr("Link this passage (A)"))),
      m_reject(makeButton(tr("Reject"), tr("Not about that; do not propose it again (R)"))),
      m_next(makeButton(tr("Next"), tr("Decide later (N)"))), m_close(makeButton(tr("Close"), tr("Leave the suggestions (Esc)")))
{
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("suggestion"));
    auto *buttons = new QHBoxLayout;
    for (QToolButton *button : {m_accept, m_reject, m_next})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    connect(&desk, &SuggestionDesk::changed, this, &SuggestionBar::refresh);
    connect(m_accept, &QToolButton::clicked, this, &SuggestionBar::accept);
    connect(m_reject, &QToolButton::clicked, this, &SuggestionBar::reject);
    connect(m_next, &QToolButton::clicked, this, [this] { m_desk.step(1); });
    connect(m_close, &QToolButton::clicked, this, &SuggestionBar::closed);
    refresh();
}

QToolButton *SuggestionBar::makeButton(const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void SuggestionBar::accept()
{
    const Result<Done> done = m_desk.accept();
    if (!done)
        m_session.report(Session::Severity::Warning, done.error().text());
}

void SuggestionBar::reject()
{
    const Result<Done> done = m_desk.reject();
    if (!done)
        m_session.report(Session::Severity::Warning, done.error().text());
}

void SuggestionBar::refresh()
{
    setVisible(m_desk.active());
    const auto &waiting = m_desk.waiting();
    const bool any = !waiting.empty() && m_desk.current() >= 0;
    for (QToolButton *button : {m_accept, m_reject, m_next})
        button->setEnabled(any);
    if (!any) {
        m_text->setText(m_desk.working() ? tr("Looking for passages …") : tr("Nothing (more) to propose for this text."));
        return;
    }
    const Suggestion &one = waiting[static_cast<std::size_t>(m_desk.current())];
    QStringList lines{tr("Suggestion %1 of %2").arg(m_desk.current() + 1).arg(waiting.size())};
    for (const SubjectScore &subject : one.subjects)
        lines << subjectLine(m_session, subject);
    m_text->setText(lines.join(QStringLiteral("<br>")));
}

} // namespace ca
