// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Records.h"
#include "library/AtlasSearch.h"

#include <QWidget>

class QCompleter;
class QLineEdit;
class QListWidget;
class QStandardItemModel;

namespace ca {

class Session;

/// Chooses segments, corridors, places, agreements by name in any spelling; each may be what a passage is about or only
/// touched upon.
class SubjectPicker : public QWidget {
    Q_OBJECT
public:
    explicit SubjectPicker(Session &session, QWidget *parent = nullptr);

    void add(const QString &subject, bool context = false);
    [[nodiscard]] std::vector<SubjectRef> subjects() const;
    [[nodiscard]] QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look(const QString &words);
    void choose(int row);

    Session &m_session;
    QLineEdit *m_line;
    QListWidget *m_list;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    QStringList m_offered;
};

} // namespace ca
