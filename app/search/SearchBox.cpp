// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/SearchBox.h"

#include "search/OwnWords.h"
#include "window/Icons.h"
#include "window/LinkHandler.h"
#include "window/TwoLineDelegate.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QStandardItemModel>

namespace ca {

SearchBox::SearchBox(Session &session, LinkHandler &links, QWidget *parent)
    : QLineEdit(parent), m_session(session), m_links(links), m_documents(new DocumentSearch(this)), m_model(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_model, this))
{
    setObjectName(QStringLiteral("searchBox"));
    setPlaceholderText(tr("Go to a segment, place, passage or source (Ctrl+K)"));
    setAccessibleName(tr("Search segments, places, passages and sources"));
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("search"), palette().color(QPalette::PlaceholderText)), QLineEdit::LeadingPosition);
    setMinimumWidth(340);

    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_completer->popup()->setItemDelegate(new TwoLineDelegate(m_completer->popup()));
    // Not setCompleter(): that would filter the finds by their letters, and they are found by sound.
    connect(this, &QLineEdit::textEdited, this, &SearchBox::look);
    connect(m_documents, &DocumentSearch::found, this, &SearchBox::takeDocuments);
    connect(&session.sources(), &SourceLibrary::changed, this, [this] { m_documents->setLibrary(m_session.sources().library()); });
    connect(this, &QLineEdit::returnPressed, this, [this] {
        // The list sends its keys here before it takes them itself.
        const QAbstractItemView *list = m_completer->popup();
        if (!list->isVisible() || list->selectionModel()->selectedIndexes().isEmpty())
            choose(0);
    });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { choose(index.row()); });
}

void SearchBox::look(const QString &typed)
{
    constexpr int offered = 14;
    constexpr int ownOffered = 4;
    constexpr int documentsOffered = 6;
    const QString words = typed.trimmed();
    m_hits.clear();
    m_model->clear();
    if (m_session.search() && words.size() >= 2) {
        for (const SearchHit &hit : searchOwnWords(m_session.project(), words, ownOffered))
            addRow({hit, LatLon(), 0});
        for (const AtlasSearch::Hit &hit : m_session.search()->find(words, offered))
            addRow(hit);
        m_documents->ask({words, {}, documentsOffered});
    }
    offer();
}

void SearchBox::addRow(const AtlasSearch::Hit &hit)
{
    m_hits.push_back(hit);
    auto *item = new QStandardItem(hit.hit.title);
    item->setData(hit.hit.snippet, TwoLineDelegate::DetailRole);
    item->setData(hit.hit.found, TwoLineDelegate::FoundRole);
    // What the find itself says of its kind need not be said twice.
    const QString kind = kindText(hit);
    item->setData(hit.hit.snippet.contains(kind) ? QString() : kind, TwoLineDelegate::KindRole);
    item->setEditable(false);
    m_model->appendRow(item);
}

void SearchBox::takeDocuments(const QString &words, const std::vector<SearchHit> &hits)
{
    if (words != text().trimmed() || !hasFocus())
        return;
    const bool first = m_hits.empty();
    for (const SearchHit &hit : hits)
        addRow({hit, LatLon(), 0});
    // Rows that join an open list must not move what is chosen in it.
    if (first)
        offer();
}

void SearchBox::offer()
{
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
    m_hits.clear();   // another Return chooses nothing
    m_documents->forget();
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
    case SearchHit::Kind::Note:
        m_links.follow(QUrl(QStringLiteral("passage:") + hit.hit.id));
        break;
    case SearchHit::Kind::Document:
        Q_EMIT documentChosen(hit.hit.id.toLongLong(), hit.hit.offset, hit.hit.passage);
        break;
    }
}

} // namespace ca
