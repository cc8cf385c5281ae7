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

namespace {

void nameApplication()
{
    QCoreApplication::setOrganizationName(QStringLiteral("corridor-atlas"));
    QCoreApplication::setApplicationName(QStringLiteral("corridor-atlas"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CA_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.corridoratlas.CorridorAtlas"));
}

#ifdef CA_HAS_COMMANDS
// Known before there is an application object: a command needs no display, the window does.
bool wantsCommand(const QStringList &arguments)
{
    static const QStringList withValue{QStringLiteral("--atlas"), QStringLiteral("--sources"),
                                       QStringLiteral("--library"), QStringLiteral("--project"),
                                       QStringLiteral("--platform"), QStringLiteral("-platform"),
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
    nameApplication();
    return ca::runCommand(arguments);
}
#endif

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
#ifdef CA_HAS_COMMANDS
    QStringList arguments;
    for (int at = 1; at < argc; ++at)
        arguments << QString::fromLocal8Bit(argv[at]);
    if (wantsCommand(arguments))
        return runCommandLine(argc, argv, arguments);
#endif
    return runWindow(argc, argv);
}
