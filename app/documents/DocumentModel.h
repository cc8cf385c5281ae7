// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Library.h"
#include "window/TwoLineDelegate.h"

#include <QAbstractListModel>

#include <vector>

namespace ca {

/// Documents of the library, or what a search found among them; one row each.
class DocumentModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        DocumentRole = Qt::UserRole + 10,  ///< id, qint64
        OffsetRole,                        ///< where in the text a search found something, UTF-16; -1 = nowhere
        PassageRole                        ///< bundled passage found there; empty = none
    };
    using QAbstractListModel::QAbstractListModel;

    void setDocuments(std::vector<Document> documents);
    /// Hits of documents that setDocuments() does not hold are left out.
    void setHits(const std::vector<SearchHit> &hits);
    void clearHits();
    [[nodiscard]] bool showsHits() const { return m_showsHits; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const std::vector<Document> &documents() const { return m_documents; }
    [[nodiscard]] const Document *document(qint64 id) const;
    [[nodiscard]] QModelIndex find(qint64 document) const;

private:
    struct Row {
        std::size_t document = 0;   ///< index in m_documents
        SearchHit hit;
    };
    void rebuild();
    [[nodiscard]] QString detail(const Row &row) const;
    [[nodiscard]] QString state(const Document &document) const;

    std::vector<Document> m_documents;
    QHash<qint64, std::size_t> m_byId;
    QHash<qint64, int> m_copies;    ///< by group
    std::vector<Row> m_rows;
    bool m_showsHits = false;
};

} // namespace ca
