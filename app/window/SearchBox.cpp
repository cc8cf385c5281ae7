// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/SearchBox.h"

#include "window/Icons.h"
#include "window/LinkHandler.h"
#include "window/TwoLineDelegate.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QStandardItemModel>

namespace ca {

SearchBox::SearchBox(Session &session, LinkHandler &links, QWidget *parent)
    : QLineEdit(parent), m_session(session), m_links(links), m_model(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_model, this))
{
    setObjectName(QStringLiteral("searchBox"));
    setPlaceholderText(tr("Go to a segment, place or passage (Ctrl+K)"));
    setAccessibleName(tr("Search segments, places and passages"));
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("search"), palette().color(QPalette::PlaceholderText)), QLineEdit::LeadingPosition);
    setMinimumWidth(340);

    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_completer->popup()->setItemDelegate(new TwoLineDelegate(m_completer->popup()));
    // Not setCompleter(): that would filter the finds by their letters, and they are found by sound.
    connect(this, &QLineEdit::textEdited, this, &SearchBox::look);
    connect(this, &QLineEdit::returnPressed, this, [this] { choose(0); });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { choose(index.row()); });
}

void SearchBox::look(const QString &words)
{
    constexpr int offered = 14;
    m_hits.clear();
    m_model->clear();
    if (m_session.search() && words.trimmed().size() >= 2)
        m_hits = m_session.search()->find(words.trimmed(), offered);
    for (const AtlasSearch::Hit &hit : m_hits) {
        auto *item = new QStandardItem(hit.hit.title);
        item->setData(hit.hit.snippet, TwoLineDelegate::DetailRole);
        // What the find itself says of its kind need not be said twice.
        const QString kind = kindText(hit);
        item->setData(hit.hit.snippet.contains(kind) ? QString() : kind, TwoLineDelegate::KindRole);
        item->setEditable(false);
        m_model->appendRow(item);
    }
    if (m_hits.empty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

QString SearchBox::kindText(const AtlasSearch::Hit &hit) const
{
    switch (hit.hit.kind) {
    case SearchHit::Kind::Segment:
        return tr("segment");
    case SearchHit::Kind::Subject: {
        const Subject *subject = m_session.atlas()->subject(hit.hit.id);
        return subject ? title(subject->kind) : QString();
    }
    case SearchHit::Kind::Place:
        return tr("town");
    case SearchHit::Kind::Passage:
        return tr("passage");
    case SearchHit::Kind::Fact:
        return tr("fact");
    case SearchHit::Kind::Document:
        return tr("your copy");
    case SearchHit::Kind::Note:
        return tr("note");
    }
    return {};
}

void SearchBox::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_hits.size()))
        return;
    const AtlasSearch::Hit hit = m_hits[static_cast<std::size_t>(row)];
    m_completer->popup()->hide();
    setText(hit.hit.title);
    selectAll();
    switch (hit.hit.kind) {
    case SearchHit::Kind::Segment:
    case SearchHit::Kind::Subject:
        m_session.selection().selectSubject(hit.hit.id);
        Q_EMIT subjectChosen(hit.hit.id);
        break;
    case SearchHit::Kind::Passage:
        m_links.follow(QUrl(QStringLiteral("passage:") + hit.hit.id));
        Q_EMIT subjectChosen(m_session.selection().subject());
        break;
    case SearchHit::Kind::Fact:
        for (const Fact &fact : m_session.atlas()->data().facts)
            if (fact.id == hit.hit.id) {
                m_session.selection().selectSubject(fact.subject);
                Q_EMIT subjectChosen(fact.subject);
            }
        break;
    case SearchHit::Kind::Place:
        Q_EMIT placeChosen(hit.position);
        break;
    case SearchHit::Kind::Document:
    case SearchHit::Kind::Note:
        break;
    }
}

} // namespace ca
