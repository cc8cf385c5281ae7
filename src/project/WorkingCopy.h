// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace ca {

/// The folder in which an open project is worked on: its database, a lock held as long as the process lives, and a note of
/// which file it belongs to. A folder found without such a process is what a crash left behind.
class WorkingCopy {
public:
    /// What the folder remembers of the user's file.
    struct State {
        QString file;             ///< absolute path; empty = never saved
        QString sha256;           ///< of the file's bytes when last read or written; empty = never
        qint64 savedRevision = 0; ///< of the database, when it was last equal to the file
        bool operator==(const State &) const = default;
    };

    /// A new folder below @p recoveryFolder, which is made if need be.
    static Result<std::unique_ptr<WorkingCopy>> create(const QString &recoveryFolder);
    /// One that a crash left. Fails if a living process has it.
    static Result<std::unique_ptr<WorkingCopy>> takeOver(const QString &folder);
    /// Lets go of the folder; it stays unless removed.
    ~WorkingCopy();
    Q_DISABLE_COPY_MOVE(WorkingCopy)

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString database() const { return databaseIn(m_folder); }
    /// For a copy on its way to the user's file; not there until written.
    [[nodiscard]] QString snapshot() const;
    [[nodiscard]] static QString databaseIn(const QString &folder);

    [[nodiscard]] const State &state() const { return m_state; }
    /// Nothing is in a copy without one: its maker did not come so far.
    [[nodiscard]] bool hasState() const;
    /// Written at once; on failure only this object knows it.
    Result<Done> setState(const State &state);
    /// The clean end. Nobody may have the database open any more.
    void remove();

private:
    explicit WorkingCopy(const QString &folder);

    QString m_folder;
    QLockFile m_lock;
    State m_state;
};

} // namespace ca
