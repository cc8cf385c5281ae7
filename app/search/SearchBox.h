// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/DocumentSearch.h"
#include "library/AtlasSearch.h"

#include <QLineEdit>

#include <vector>

class QCompleter;
class QStandardItemModel;

namespace ca {

class LinkHandler;
class Session;

/// Looks up anything while one types, in any spelling: segments, subjects, passages, facts and places of the atlas at once,
/// what the user wrote and marked, and, as soon as it is found, the words of her sources.
class SearchBox : public QLineEdit {
    Q_OBJECT
public:
    SearchBox(Session &session, LinkHandler &links, QWidget *parent = nullptr);

    /// What the list offers now, best first.
    [[nodiscard]] const std::vector<AtlasSearch::Hit> &hits() const { return m_hits; }
    void choose(int row);

Q_SIGNALS:
    void subjectChosen(const QString &id);   ///< selected already; for bringing it into view
    void placeChosen(ca::LatLon position);
    /// A source; @p offset (UTF-16) where the words stand in it, -1 = nowhere; @p passage of the atlas there, or empty.
    void documentChosen(qint64 document, int offset, const QString &passage);

private:
    void look(const QString &words);
    void addRow(const AtlasSearch::Hit &hit);
    void takeDocuments(const QString &words, const std::vector<SearchHit> &hits);
    void offer();
    [[nodiscard]] QString kindText(const AtlasSearch::Hit &hit) const;

    Session &m_session;
    LinkHandler &m_links;
    DocumentSearch *m_documents;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    std::vector<AtlasSearch::Hit> m_hits;
};

} // namespace ca
