// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ca {

/// Paths of the projects last opened or saved, the newest first, in the user's settings. Never looks at the files: one on a
/// network drive that is gone would hold up the program.
class RecentProjects {
public:
    /// @param remember false: only as long as the object lives.
    explicit RecentProjects(bool remember);

    [[nodiscard]] const QStringList &files() const { return m_files; }
    void add(const QString &file);
    void remove(const QString &file);
    void clear();

private:
    void keep() const;

    bool m_remember;
    QStringList m_files;
};

} // namespace ca
