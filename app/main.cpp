// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/AtlasLocation.h"
#include "window/MainWindow.h"
#include "window/Session.h"

#if __has_include("commands/Commands.h")
#include "commands/Commands.h"
#define CA_HAS_COMMANDS 1
#endif

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include <cstdio>

namespace {

void nameApplication()
{
    QCoreApplication::setOrganizationName(QStringLiteral("corridor-atlas"));
    QCoreApplication::setApplicationName(QStringLiteral("corridor-atlas"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CA_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.corridoratlas.CorridorAtlas"));
}

// Known before there is an application object: a command needs no display, the window does.
bool wantsCommand(const QStringList &arguments)
{
    static const QStringList withValue{QStringLiteral("--atlas"), QStringLiteral("--sources"),
                                       QStringLiteral("--library"), QStringLiteral("--platform"),
                                       QStringLiteral("-platform"), QStringLiteral("-style")};
    for (int at = 1; at < arguments.size(); ++at) {
        const QString &word = arguments[at];
        if (word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("--version")
            || word == QLatin1String("-v"))
            return true;
        if (withValue.contains(word))
            ++at;
        else if (!word.startsWith(QLatin1Char('-')))
            return true;
    }
    return false;
}

int runCommandLine(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    nameApplication();
#ifdef CA_HAS_COMMANDS
    return ca::runCommand(QCoreApplication::arguments());
#else
    std::fputs("corridor-atlas: this build has no commands\n", stderr);
    return 2;
#endif
}

ca::SessionOptions readOptions()
{
    QCommandLineParser parser;
    const QCommandLineOption atlas(QStringLiteral("atlas"), {}, QStringLiteral("FILE"));
    const QCommandLineOption sources(QStringLiteral("sources"), {}, QStringLiteral("DIR"));
    const QCommandLineOption library(QStringLiteral("library"), {}, QStringLiteral("FILE"));
    parser.addOptions({atlas, sources, library});
    parser.process(*QCoreApplication::instance());
    ca::SessionOptions options;
    options.atlasFile = ca::findAtlasFile(parser.value(atlas));
    options.libraryFile = parser.isSet(library) ? parser.value(library) : ca::defaultLibraryFile();
    options.sources = parser.values(sources);
    return options;
}

int runWindow(int argc, char **argv)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    const QApplication application(argc, argv);
    nameApplication();
    QGuiApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("org.corridoratlas.CorridorAtlas"),
                                                    QIcon(QStringLiteral(":/icons/corridor-atlas.svg"))));
    ca::Session session(readOptions());
    ca::MainWindow window(session);
    window.show();
    session.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int at = 0; at < argc; ++at)
        arguments << QString::fromLocal8Bit(argv[at]);
    return wantsCommand(arguments) ? runCommandLine(argc, argv) : runWindow(argc, argv);
}
