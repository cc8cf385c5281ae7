// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QString>

#include <memory>

namespace ca {

class SqlConnection;
class WorkingCopy;

/// A project file (.catlas, SQLite) and the journalled working copy all edits go to. The user's file is only read when
/// opened and only replaced, as a whole, when saved. Belongs to one thread; every call may take as long as the disk.
class ProjectFile {
public:
    enum class IfChanged { Refuse, Overwrite };

    /// Untitled. @p recoveryFolder holds the working copies of all projects.
    static Result<std::unique_ptr<ProjectFile>> create(const QString &recoveryFolder);
    /// Warnings tell that the file is of a newer version and therefore read-only.
    static Result<std::unique_ptr<ProjectFile>> open(const QString &file, const QString &recoveryFolder);
    /// Goes on with the working copy a crash left in @p workingFolder.
    static Result<std::unique_ptr<ProjectFile>> recover(const QString &workingFolder);
    /// Removes the working copy if nothing in it is unsaved or after discard(); else it stays for recovery.
    ~ProjectFile();
    Q_DISABLE_COPY_MOVE(ProjectFile)

    /// The working copy's; for the project's own tables.
    [[nodiscard]] const SqlConnection &connection() const { return *m_connection; }
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] QString file() const;             ///< absolute path; empty = untitled
    [[nodiscard]] bool hasUnsavedEdits() const;
    /// Whether somebody has written to the user's file since it was opened or saved; not if it is gone.
    [[nodiscard]] bool changedOnDisk() const;

    /// To file(). Fails with the old file left whole.
    Result<Done> save(IfChanged ifChanged = IfChanged::Refuse);
    /// To another file, which is replaced if it exists; file() from then on.
    Result<Done> saveAs(const QString &file);
    /// What is unsaved may go, or may not after all.
    void discard() { m_discarded = true; }
    void keep() { m_discarded = false; }
    /// Brings what was committed safely to the disk; edits alone survive a crash of the program, not of the machine.
    void flush() const;

private:
    ProjectFile(std::unique_ptr<WorkingCopy> copy, std::unique_ptr<SqlConnection> connection);
    [[nodiscard]] qint64 revision() const;
    Result<Done> writeTo(const QString &file);

    std::unique_ptr<WorkingCopy> m_copy;
    std::unique_ptr<SqlConnection> m_connection;
    bool m_discarded = false;
};

} // namespace ca
