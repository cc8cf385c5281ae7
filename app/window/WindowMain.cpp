// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/WindowMain.h"

#include "figures/FigureTools.h"
#include "figures/FigureViews.h"
#include "map/Fonts.h"
#include "project/ProjectDesk.h"
#include "window/AtlasLocation.h"
#include "window/MainWindow.h"
#include "window/Screenshot.h"
#include "window/Session.h"
#include "window/StyleFolder.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QTextStream>

#include <optional>

namespace ca {

namespace {

struct WindowOptions {
    SessionOptions session;
    ScreenshotOptions screenshot;
    QString view;
};

void complain(const QString &text)
{
    QTextStream(stderr) << QStringLiteral("corridor-atlas: ") << text << Qt::endl;
}

/// nullopt after a line on stderr for options that do not exist.
std::optional<WindowOptions> readOptions()
{
    QCommandLineParser parser;
    const QCommandLineOption atlas(QStringLiteral("atlas"), {}, QStringLiteral("FILE"));
    const QCommandLineOption baseMap(QStringLiteral("base-map"), {}, QStringLiteral("FILE"));
    const QCommandLineOption sources(QStringLiteral("sources"), {}, QStringLiteral("DIR"));
    const QCommandLineOption library(QStringLiteral("library"), {}, QStringLiteral("FILE"));
    const QCommandLineOption project(QStringLiteral("project"), {}, QStringLiteral("FILE"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"), {}, QStringLiteral("FILE"));
    const QCommandLineOption select(QStringLiteral("select"), {}, QStringLiteral("NAME"));
    const QCommandLineOption layer(QStringLiteral("layer"), {}, QStringLiteral("FILE"));
    const QCommandLineOption view(QStringLiteral("view"), {}, QStringLiteral("NAME"));
    parser.addOptions({atlas, baseMap, sources, layer, library, project, screenshot, select, view});
    const bool parsed = parser.parse(QCoreApplication::arguments());
    QStringList projects = parser.values(project), others;
    for (const QString &word : parser.positionalArguments())
        (isProjectFile(word) ? projects : others) << word;
    if (projects.size() > 1)
        others << QApplication::translate("WindowMain", "only one project can be open");
    if (!parsed || !others.isEmpty()) {
        const QString what = parser.errorText().isEmpty() ? others.join(u' ') : parser.errorText();
        complain(QApplication::translate("WindowMain", "%1; --help tells the options").arg(what));
        return std::nullopt;
    }
    WindowOptions options;
    options.session.atlasFile = findAtlasFile(parser.value(atlas));
    options.session.baseMapFile = parser.value(baseMap);
    options.session.libraryFile = parser.isSet(library) ? parser.value(library) : defaultLibraryFile();
    options.session.libraryGiven = parser.isSet(library);
    options.session.projectFile = projects.value(0);
    options.session.sources = parser.values(sources);
    options.session.layers = parser.values(layer);
    options.session.styleFolder = userStyleFolder();
    options.view = parser.value(view);
    options.screenshot = {parser.value(screenshot), parser.value(select)};
    // A picture for the manual must not depend on how its maker left the window.
    options.session.remember = options.screenshot.file.isEmpty();
    if (options.session.remember)
        options.session.recoveryFolder = defaultRecoveryFolder();
    return options;
}

bool hasArgument(int argc, char **argv, const char *name)
{
    for (int at = 1; at < argc; ++at) {
        if (QByteArray(argv[at]).startsWith(name))
            return true;
    }
    return false;
}

/// Chooses offscreen drawing for a screenshot; false when a window is wanted and there is no display.
bool preparePlatform(int argc, char **argv)
{
    if (qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || hasArgument(argc, argv, "-platform"))
        return true;
    if (hasArgument(argc, argv, "--screenshot"))
        return qputenv("QT_QPA_PLATFORM", "offscreen");
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

} // namespace

void nameApplication()
{
    QCoreApplication::setOrganizationName(QStringLiteral("corridor-atlas"));
    QCoreApplication::setApplicationName(QStringLiteral("corridor-atlas"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CA_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.corridoratlas.CorridorAtlas"));
}

int runWindow(int argc, char **argv)
{
    if (!preparePlatform(argc, argv)) {
        complain(QStringLiteral("there is no display; commands work without one (corridor-atlas --help)"));
        return 1;
    }
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    const QApplication application(argc, argv);
    nameApplication();
    loadFonts();
    QGuiApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral("org.corridoratlas.CorridorAtlas"),
                                                    QIcon(QStringLiteral(":/icons/corridor-atlas.svg"))));
    const auto options = readOptions();
    if (!options)
        return 2;
    Session session(options->session);
    MainWindow window(session);
    if (!options->screenshot.file.isEmpty())
        takeScreenshot(session, window, options->screenshot);
    else if (!options->screenshot.select.isEmpty())
        QObject::connect(&session, &Session::atlasLoaded, &window, [&] {
            const QStringList ids = session.atlas()->resolve(options->screenshot.select);
            if (!ids.isEmpty())
                session.selection().selectSubject(ids.front());
        }, Qt::SingleShotConnection);
    if (!options->view.isEmpty())
        window.figureTools()->views().goToNamed(options->view);
    window.show();
    session.start();
    if (session.options().remember)
        window.projectDesk()->offerRecovery();
    return QApplication::exec();
}

} // namespace ca
