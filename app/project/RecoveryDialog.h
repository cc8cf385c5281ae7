// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/ProjectRecovery.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace ca {

/// The unsaved work that crashes left behind: each can be recovered, thrown away or left for later.
class RecoveryDialog : public QDialog {
    Q_OBJECT
public:
    RecoveryDialog(std::vector<RecoverableProject> works, QWidget *parent);

    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] QPushButton *recoverButton() const { return m_recover; }
    [[nodiscard]] QPushButton *discardButton() const { return m_discard; }

Q_SIGNALS:
    void recoverRequested(const ca::RecoverableProject &work);

private:
    void fill();
    void refresh();
    void recoverChosen();
    void discardChosen();
    [[nodiscard]] const RecoverableProject *chosen() const;

    std::vector<RecoverableProject> m_works;
    QListWidget *m_list;
    QPushButton *m_recover;
    QPushButton *m_discard;
};

} // namespace ca
