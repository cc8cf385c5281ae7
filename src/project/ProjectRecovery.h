// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace ca {

/// Unsaved work that a crash left behind.
struct RecoverableProject {
    QString folder;        ///< for Project::recover()
    QString file;          ///< the project it belongs to; empty = never saved
    QDateTime lastEdit;    ///< UTC
    int passages = 0;
    int links = 0;
    int notes = 0;
    int views = 0;
    int lines = 0;         ///< of OpenStreetMap, found for segments
    QString problem;       ///< why it cannot be opened; empty = it can
};

/// All below @p recoveryFolder that no living process works on, newest first. Working copies in which nothing is unsaved
/// are removed on the way.
[[nodiscard]] std::vector<RecoverableProject> recoverableProjects(const QString &recoveryFolder);
/// For good.
Result<Done> discardRecoverable(const RecoverableProject &project);

} // namespace ca
