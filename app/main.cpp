// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/Commands.h"
#include "window/WindowMain.h"

#include <QGuiApplication>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

// Known before there is an application object: a command needs no display, the window does.
bool wantsCommand(const QStringList &arguments)
{
    static const QStringList withValue{QStringLiteral("--atlas"),      QStringLiteral("--sources"),
                                       QStringLiteral("--library"),    QStringLiteral("--project"),
                                       QStringLiteral("--screenshot"), QStringLiteral("--select"),
                                       QStringLiteral("--platform"),   QStringLiteral("-platform"),
                                       QStringLiteral("-style")};
    for (int at = 0; at < arguments.size(); ++at) {
        if (withValue.contains(arguments[at]))
            ++at;
        else if (ca::isCommand(arguments[at]))
            return true;
    }
    return false;
}

int runCommandLine(int argc, char **argv, const QStringList &arguments)
{
    ca::prepareForCommand();
    const QGuiApplication application(argc, argv);
    ca::nameApplication();
    return ca::runCommand(arguments);
}

/// A picture of the map takes megabytes and lives for a moment. Left to itself the C library hands such blocks back to the
/// system each time, and getting them again, page by page, takes longer than filling them.
void keepLargeBlocks()
{
#ifdef __GLIBC__
    constexpr int blockBytes = 32 << 20, slackBytes = 96 << 20;
    mallopt(M_MMAP_THRESHOLD, blockBytes);
    mallopt(M_TRIM_THRESHOLD, slackBytes);
#endif
}

} // namespace

int main(int argc, char **argv)
{
    keepLargeBlocks();
    QStringList arguments;
    for (int at = 1; at < argc; ++at)
        arguments << QString::fromLocal8Bit(argv[at]);
    return wantsCommand(arguments) ? runCommandLine(argc, argv, arguments) : ca::runWindow(argc, argv);
}
