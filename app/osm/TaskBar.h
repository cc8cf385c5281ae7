// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace ca {

class OsmTask;

/// Title, progress and Stop of the work that is going on; not there without any.
class TaskBar : public QWidget {
    Q_OBJECT
public:
    explicit TaskBar(QWidget *parent = nullptr);
    /// Until it has finished.
    void show(OsmTask &task);

Q_SIGNALS:
    void stopRequested();

private:
    QLabel *m_label;
    QProgressBar *m_progress;
    const OsmTask *m_shown = nullptr;   ///< the latest; only compared
};

} // namespace ca
