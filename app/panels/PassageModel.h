// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

#include <vector>

namespace ca {

class Session;
struct Passage;
struct Record;

/// Every passage of the atlas by article: articles on top, their passages below, in the order of the text.
class PassageModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        PassageRole = Qt::UserRole,  ///< passage id; empty for articles
        DetailRole,                  ///< claim, date, what it speaks of
        WarningRole,                 ///< true where other sources differ
        SearchRole                   ///< folded text for the filter
    };

    explicit PassageModel(Session &session, QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] QModelIndex find(const QString &passage) const;
    [[nodiscard]] int passageCount() const;

private:
    struct Article {
        const Record *record = nullptr;
        std::vector<const Passage *> passages;
    };
    void rebuild();
    [[nodiscard]] const Passage *passage(const QModelIndex &index) const;
    [[nodiscard]] QVariant articleData(const Article &article, int role) const;
    [[nodiscard]] QVariant passageData(const Passage &passage, int role) const;
    [[nodiscard]] QString detail(const Passage &passage) const;

    Session &m_session;
    std::vector<Article> m_articles;
};

} // namespace ca
