// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "canvas/MapCanvas.h"
#include "support/TestData.h"
#include "window/MainWindow.h"
#include "window/MessageBar.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>

using namespace ca;

/// Bad files give a message and leave the window usable.
class BadInputTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void badLibraryLeavesTheWindowUsable();
    void badAtlasIsTold_data();
    void badAtlasIsTold();
    void droppedRubbishIsTold();
    void errorIsNotPushedOut();
};

namespace {

QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

QByteArray rubbish()
{
    QByteArray bytes;
    for (int i = 0; i < 4096; ++i)
        bytes.append(static_cast<char>((i * 37) % 251));
    return bytes;
}

} // namespace

void BadInputTest::badLibraryLeavesTheWindowUsable()
{
    const QTemporaryDir folder;
    SessionOptions options = test::cleanOptions();
    options.libraryFile = writeFile(folder, QStringLiteral("library.sqlite"), rubbish());
    Session session(options);
    MainWindow window(session);
    window.show();
    QVERIFY(test::load(session));
    QCOMPARE(window.messageBar()->severity(), Session::Severity::Error);
    QVERIFY(window.messageBar()->isVisible());
    QVERIFY2(window.messageBar()->text().contains(QStringLiteral("library")), qPrintable(window.messageBar()->text()));
    QVERIFY(session.sources().library());
    session.selection().selectSubject(QStringLiteral("tripp-meghri"));
    QTRY_VERIFY(window.canvas()->ready());
    QFile untouched(options.libraryFile);
    QVERIFY(untouched.open(QIODevice::ReadOnly));
    QCOMPARE(untouched.readAll(), rubbish());
}

void BadInputTest::badAtlasIsTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QFile atlas(test::atlasPath());
    QVERIFY(atlas.open(QIODevice::ReadOnly));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("rubbish") << rubbish();
    QTest::newRow("truncated") << atlas.read(100000);
}

void BadInputTest::badAtlasIsTold()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    SessionOptions options = test::cleanOptions();
    options.atlasFile = writeFile(folder, QStringLiteral("atlas.gpkg"), bytes);
    Session session(options);
    MainWindow window(session);
    window.resize(1000, 700);
    window.show();
    QSignalSpy failed(&session, &Session::atlasFailed);
    session.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);  // maybe at once
    QVERIFY(window.messageBar()->isVisible());
    QVERIFY2(window.messageBar()->text().contains(QStringLiteral("atlas")), qPrintable(window.messageBar()->text()));
    // Nothing to see, but nothing falls over either.
    QTest::mouseClick(window.canvas(), Qt::LeftButton);
    QTest::keyClick(window.canvas(), Qt::Key_Tab);
    QTest::keyClick(window.canvas(), Qt::Key_Plus);
    QVERIFY(!window.canvas()->ready());
}

void BadInputTest::droppedRubbishIsTold()
{
    const QTemporaryDir folder;
    const QString bad = writeFile(folder, QStringLiteral("article.txt"), rubbish());
    Session session(test::cleanOptions());
    MainWindow window(session);
    window.show();
    QVERIFY(test::load(session));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(bad)});
    QSignalSpy done(&session.sources(), &SourceLibrary::changed);
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(window.messageBar()->isVisible());
    QCOMPARE(window.messageBar()->severity(), Session::Severity::Warning);
    QVERIFY2(window.messageBar()->text().contains(QStringLiteral("article.txt")),
             qPrintable(window.messageBar()->text()));
    QVERIFY(session.sources().library()->documents().empty());
}

void BadInputTest::errorIsNotPushedOut()
{
    QWidget parent;
    MessageBar bar(&parent);
    bar.show(Session::Severity::Error, QStringLiteral("broken"));
    bar.show(Session::Severity::Info, QStringLiteral("fine"));
    QCOMPARE(bar.severity(), Session::Severity::Error);
    QVERIFY(bar.text().contains(QStringLiteral("broken")));
    bar.show(Session::Severity::Error, QStringLiteral("worse"));
    QCOMPARE(bar.text(), QStringLiteral("worse"));
}

QTEST_MAIN(BadInputTest)
#include "BadInputTest.moc"
