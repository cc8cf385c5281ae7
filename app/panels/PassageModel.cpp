// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/PassageModel.h"

#include "atlas/Folding.h"
#include "panels/Describe.h"
#include "window/Session.h"

#include <algorithm>

namespace ca {

namespace {

// Internal ids: 0 for an article, its row + 1 for its passages.
constexpr quintptr articleId = 0;

} // namespace

PassageModel::PassageModel(Session &session, QObject *parent) : QAbstractItemModel(parent), m_session(session)
{
    connect(&session, &Session::atlasLoaded, this, &PassageModel::rebuild);
    connect(&session, &Session::lookChanged, this, &PassageModel::rebuild);
    rebuild();
}

void PassageModel::rebuild()
{
    beginResetModel();
    m_articles.clear();
    if (m_session.atlas()) {
        for (const Passage &passage : m_session.atlas()->data().passages) {
            auto article = std::find_if(m_articles.begin(), m_articles.end(), [&passage](const Article &a) {
                return a.record && a.record->id == passage.record;
            });
            if (article == m_articles.end())
                article = m_articles.insert(m_articles.end(), {m_session.atlas()->record(passage.record), {}});
            article->passages.push_back(&passage);
        }
    }
    endResetModel();
}

QModelIndex PassageModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : articleId);
}

QModelIndex PassageModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == articleId)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, articleId);
}

int PassageModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_articles.size());
    if (parent.internalId() != articleId || parent.column() > 0)
        return 0;
    return static_cast<int>(m_articles[static_cast<std::size_t>(parent.row())].passages.size());
}

int PassageModel::columnCount(const QModelIndex &) const
{
    return 1;
}

const Passage *PassageModel::passage(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == articleId)
        return nullptr;
    return m_articles[index.internalId() - 1].passages[static_cast<std::size_t>(index.row())];
}

QVariant PassageModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const Passage *row = passage(index))
        return passageData(*row, role);
    return articleData(m_articles[static_cast<std::size_t>(index.row())], role);
}

QVariant PassageModel::articleData(const Article &article, int role) const
{
    if (!article.record)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return article.record->shortCitation();
    case Qt::ToolTipRole:
        return article.record->citation();
    case DetailRole: {
        const QString title = article.record->titleText();
        const QString count = describe::passageCount(article.passages.size());
        return title.isEmpty() ? count : count + QStringLiteral(" · ") + title;
    }
    case SearchRole:
        return fold(article.record->citation());
    default:
        return {};
    }
}

QVariant PassageModel::passageData(const Passage &passage, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return passage.paraphrase;
    case Qt::AccessibleTextRole:
        return passage.paraphrase + QStringLiteral(" ") + detail(passage);
    case PassageRole:
        return passage.id;
    case DetailRole:
        return detail(passage);
    case WarningRole:
        return !passage.contradictedBy.isEmpty();
    case Qt::ToolTipRole:
        return tr("Paragraph %1. %2").arg(QString::number(passage.paragraph), passage.paraphrase);
    case SearchRole:
        return fold(passage.paraphrase + QLatin1Char(' ') + detail(passage) + QLatin1Char(' ') + passage.firstWords);
    default:
        return {};
    }
}

QString PassageModel::detail(const Passage &passage) const
{
    QStringList parts{title(passage.claim)};
    if (!passage.refersTo.isEmpty())
        parts << passage.refersTo;
    QStringList subjects;
    for (const SubjectRef &ref : passage.subjects)
        subjects << m_session.nameOf(ref.id);
    parts << subjects.join(QStringLiteral(", "));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

Qt::ItemFlags PassageModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!passage(index))
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QModelIndex PassageModel::find(const QString &id) const
{
    for (int article = 0; article < rowCount(); ++article) {
        const QModelIndex parent = index(article, 0);
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex at = index(row, 0, parent);
            if (passage(at)->id == id)
                return at;
        }
    }
    return {};
}

int PassageModel::passageCount() const
{
    int count = 0;
    for (const Article &article : m_articles)
        count += static_cast<int>(article.passages.size());
    return count;
}

} // namespace ca
