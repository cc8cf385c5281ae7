// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/DocumentModel.h"

#include "atlas/Records.h"

#include <QFileInfo>

namespace ca {

namespace {

const QString separator = QStringLiteral(" · ");

QString originOf(const Document &document)
{
    const Record record{{}, document.csl};
    QStringList parts{record.publisher(), record.issued()};
    parts.removeAll(QString());
    return parts.isEmpty() ? document.fileName : parts.join(separator);
}

} // namespace

void DocumentModel::setDocuments(std::vector<Document> documents)
{
    beginResetModel();
    m_documents = std::move(documents);
    m_byId.clear();
    m_copies.clear();
    for (std::size_t i = 0; i < m_documents.size(); ++i) {
        m_byId.insert(m_documents[i].id, i);
        ++m_copies[m_documents[i].group];
    }
    rebuild();
    endResetModel();
}

void DocumentModel::setHits(const std::vector<SearchHit> &hits)
{
    beginResetModel();
    m_showsHits = true;
    m_rows.clear();
    for (const SearchHit &hit : hits) {
        const auto known = m_byId.constFind(hit.id.toLongLong());
        if (known != m_byId.constEnd())
            m_rows.push_back({*known, hit});
    }
    endResetModel();
}

void DocumentModel::clearHits()
{
    beginResetModel();
    m_showsHits = false;
    rebuild();
    endResetModel();
}

/// The newest first: what was just added is what one looks for.
void DocumentModel::rebuild()
{
    m_rows.clear();
    for (std::size_t i = m_documents.size(); i-- > 0;)
        m_rows.push_back({i, {}});
}

int DocumentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DocumentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Document &document = m_documents[row.document];
    switch (role) {
    case Qt::DisplayRole:
        return document.title;
    case Qt::ToolTipRole:
        return QStringList{document.title, Record{{}, document.csl}.citation(), document.path}.join(u'\n').toHtmlEscaped();
    case TwoLineDelegate::DetailRole:
        return detail(row);
    case TwoLineDelegate::FoundRole:
        return row.hit.found;
    case DocumentRole:
        return document.id;
    case OffsetRole:
        return row.hit.offset;
    case PassageRole:
        return row.hit.passage;
    default:
        return {};
    }
}

QString DocumentModel::detail(const Row &row) const
{
    const Document &document = m_documents[row.document];
    if (!row.hit.snippet.isEmpty())
        return row.hit.snippet;
    QStringList parts{originOf(document), state(document)};
    const int copies = m_copies.value(document.group);
    if (copies > 1)
        parts << tr("%n near copies", nullptr, copies);
    parts.removeAll(QString());
    return parts.join(separator);
}

QString DocumentModel::state(const Document &document) const
{
    if (document.record.isEmpty())
        return {};
    const int found = document.exact + document.moved;
    return found == document.exact ? (found == 1 ? tr("article of the atlas, 1 passage exact") : tr("article of the atlas, %1 passages exact").arg(found))
                                   : tr("article of the atlas, %1 passages exact, %2 moved").arg(document.exact).arg(document.moved);
}

const Document *DocumentModel::document(qint64 id) const
{
    const auto known = m_byId.constFind(id);
    return known == m_byId.constEnd() ? nullptr : &m_documents[*known];
}

QModelIndex DocumentModel::find(qint64 document) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_documents[m_rows[i].document].id == document)
            return index(static_cast<int>(i));
    }
    return {};
}

} // namespace ca
