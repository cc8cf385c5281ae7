// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/Screenshot.h"

#include "canvas/MapCanvas.h"
#include "window/MainWindow.h"
#include "window/Session.h"

#include <QApplication>
#include <QPixmap>
#include <QSaveFile>
#include <QTextStream>
#include <QTimer>

#include <chrono>

namespace ca {

namespace {

using namespace std::chrono_literals;

/// Nothing was drawn for so long: the map, its labels and the panels stand still.
constexpr auto quiet = 1500ms;
constexpr QSize windowSize(1440, 900);

void fail(const QString &why)
{
    QTextStream(stderr) << QStringLiteral("corridor-atlas: ") << why << Qt::endl;
    QApplication::exit(1);
}

void write(MainWindow &window, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !window.grab().save(&file, "PNG") || !file.commit())
        return fail(QApplication::translate("Screenshot", "%1 cannot be written: %2").arg(path, file.errorString()));
    QApplication::exit(0);
}

} // namespace

void takeScreenshot(Session &session, MainWindow &window, const ScreenshotOptions &options)
{
    window.resize(windowSize);
    auto *still = new QTimer(&window);
    still->setSingleShot(true);
    still->setInterval(quiet);
    QObject::connect(still, &QTimer::timeout, &window, [&window, options] { write(window, options.file); });
    QObject::connect(window.canvas(), &MapCanvas::rendered, still, qOverload<>(&QTimer::start));
    QObject::connect(&session, &Session::atlasFailed, &window,
                     [] { fail(QApplication::translate("Screenshot", "there is no atlas to show")); });
    if (options.select.isEmpty())
        return;
    QObject::connect(&session, &Session::atlasLoaded, &window, [&session, options] {
        const QStringList ids = session.atlas()->resolve(options.select);
        if (ids.size() != 1)
            return fail(QApplication::translate("Screenshot", "“%1” is not one subject of the atlas").arg(options.select));
        session.selection().selectSubject(ids.front());
    }, Qt::SingleShotConnection);
}

} // namespace ca
