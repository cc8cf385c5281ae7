// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "canvas/MapCanvas.h"
#include "window/ExportDialog.h"

#include <QImage>
#include <QLabel>
#include <QTemporaryDir>

using namespace ca;

class ExportDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void figureIsWhatTheCanvasShows();
    void writesTheFile();
    void tellsWhyNothingWasWritten();
};

namespace {

struct Exporting {
    Session session{test::cleanOptions()};
    MapCanvas canvas{session};

    bool start()
    {
        canvas.resize(800, 500);
        canvas.show();
        return test::load(session) && QTest::qWaitFor([this] { return canvas.ready(); });
    }
};

} // namespace

void ExportDialogTest::figureIsWhatTheCanvasShows()
{
    Exporting given;
    QVERIFY(given.start());
    given.session.selection().selectSubject(QStringLiteral("tripp-meghri"));
    given.canvas.fit({QStringLiteral("tripp-meghri")});
    const ExportDialog dialog(given.session, given.canvas);
    const Figure figure = dialog.figure();
    QCOMPARE(figure.title, given.session.nameOf(QStringLiteral("tripp-meghri")));
    QCOMPARE(figure.noteSubjects, QStringList{QStringLiteral("tripp-meghri")});
    QVERIFY(!figure.map.style->dark);
    const LatLon centre = given.canvas.view().projection->inverse(given.canvas.view().centre);
    QVERIFY(figure.extent.contains(centre));
}

void ExportDialogTest::writesTheFile()
{
    Exporting given;
    QVERIFY(given.start());
    const QTemporaryDir folder;
    ExportDialog dialog(given.session, given.canvas);
    QSignalSpy written(&dialog, &ExportDialog::written);
    dialog.write(folder.filePath(QStringLiteral("map.png")));
    QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 30000);
    const QImage image(folder.filePath(QStringLiteral("map.png")));
    QCOMPARE(image.size(), QSize(2560, 1440));
}

void ExportDialogTest::tellsWhyNothingWasWritten()
{
    Exporting given;
    QVERIFY(given.start());
    ExportDialog dialog(given.session, given.canvas);
    dialog.show();
    QSignalSpy failed(&dialog, &ExportDialog::failed);
    dialog.write(QStringLiteral("/nonexistent/folder/map.png"));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30000);
    const auto *problem = dialog.findChild<QLabel *>(QStringLiteral("exportProblem"));
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().size() > 20);
    QVERIFY(dialog.isVisible());
}

QTEST_MAIN(ExportDialogTest)
#include "ExportDialogTest.moc"
