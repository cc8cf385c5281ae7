// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/AtlasSearch.h"

#include <QLineEdit>

#include <vector>

class QCompleter;
class QStandardItemModel;

namespace ca {

class LinkHandler;
class Session;

/// Looks up segments, subjects, passages and places in any spelling while one types.
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

private:
    void look(const QString &words);
    [[nodiscard]] QString kindText(const AtlasSearch::Hit &hit) const;

    Session &m_session;
    LinkHandler &m_links;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    std::vector<AtlasSearch::Hit> m_hits;
};

} // namespace ca
