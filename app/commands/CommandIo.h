// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextStream>

namespace ca {

enum ExitCode { ExitDone = 0, ExitFailed = 1, ExitBadUsage = 2 };

/// Where a command talks: standard streams in the program, strings in tests.
struct CommandIo {
    QTextStream &out;
    QTextStream &err;

    /// One line on the error stream; returns the exit code to end with.
    int failed(const QString &message) { return say(message, ExitFailed); }
    int badUsage(const QString &message) { return say(message, ExitBadUsage); }
    void note(const QString &message) { err << "corridor-atlas: note: " << message.simplified() << '\n'; }

private:
    int say(const QString &message, ExitCode code)
    {
        err << "corridor-atlas: " << message.simplified() << '\n';
        return code;
    }
};

} // namespace ca
