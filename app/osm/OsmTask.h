// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"

#include <QObject>

#include <functional>
#include <thread>

namespace ca {

/// One piece of slow work on a thread of its own. Lives on the GUI thread, as do its signals. At its end it deletes itself.
class OsmTask : public QObject {
    Q_OBJECT
public:
    /// Share of the work that is done, 0 to 1, and what is under way (may be empty).
    using Report = std::function<void(double share, const QString &what)>;
    /// Called on the worker; what it returns is called on the GUI thread, unless the task was deleted before.
    using Work = std::function<std::function<void()>(const CancelToken &cancel, const Report &report)>;

    OsmTask(QString title, Work work, QObject *parent = nullptr);
    /// Cancels and waits.
    ~OsmTask() override;

    /// Once.
    void start();
    void cancel() { m_cancel.cancel(); }
    [[nodiscard]] bool cancelled() const { return m_cancel.cancelled(); }
    [[nodiscard]] const QString &title() const { return m_title; }

Q_SIGNALS:
    void progressed(double share, const QString &what);
    /// Exactly once, after what the work returned was called.
    void finished();

private:
    void tell(double share, const QString &what);

    QString m_title;
    Work m_work;
    CancelToken m_cancel;
    int m_told = -1;         ///< per mille, of the worker
    std::thread m_thread;
};

} // namespace ca
