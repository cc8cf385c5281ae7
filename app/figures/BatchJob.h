// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/FigureBatch.h"

#include <QObject>

#include <memory>
#include <thread>

namespace ca {

/// A batch of figures on a thread of its own. Lives on the GUI thread, as do its signals.
class BatchJob : public QObject {
    Q_OBJECT
public:
    BatchJob(std::shared_ptr<FigureMaker> maker, std::vector<FigureTask> tasks, BatchChecks checks, QObject *parent = nullptr);
    /// Cancels and waits; files that are being written are given up whole.
    ~BatchJob() override;

    /// Once.
    void start();
    void cancel() { m_cancel.cancel(); }
    [[nodiscard]] int count() const { return static_cast<int>(m_tasks.size()); }

Q_SIGNALS:
    /// Of each task that ended, in the order in which they did; @p done counts them.
    void progressed(int done, const ca::FigureOutcome &outcome);
    /// Exactly once after start(), when all have ended or a cancel left the rest undone.
    void finished(bool cancelled);

private:
    std::shared_ptr<FigureMaker> m_maker;
    std::vector<FigureTask> m_tasks;
    BatchChecks m_checks;
    CancelToken m_cancel;
    std::thread m_thread;
};

} // namespace ca

Q_DECLARE_METATYPE(ca::FigureOutcome)
