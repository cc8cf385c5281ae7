// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "canvas/MapCanvas.h"
#include "figures/FigureDesk.h"
#include "figures/FigurePage.h"
#include "window/MainWindow.h"

#include <QAction>
#include <QDockWidget>
#include <QMenuBar>

using namespace ca;

class FigureDeskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void beginsWithWhatTheMapShows();
    void switchingKeepsTheFigure();
    void undoActsOnWhatIsShown();
    void takesTheMapsView();
    void panelsAndCommandsFollow();
    void tellsWhyItCannotBeDrawn();

private:
    bool start();
    bool drawn();
    void toggle() { QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier); }
    FigureDesk &desk() { return *m_window->figures(); }
    const FigureView &view() { return desk().document().view(); }
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void FigureDeskTest::init()
{
    m_session = std::make_unique<Session>(test::cleanOptions());
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void FigureDeskTest::cleanup()
{
    m_window.reset();
    m_session.reset();
}

bool FigureDeskTest::start()
{
    return test::load(*m_session) && QTest::qWaitFor([this] { return m_window->canvas()->ready(); });
}

bool FigureDeskTest::drawn()
{
    return QTest::qWaitFor([this] { return desk().composition() && desk().page()->picture().wish == desk().page()->wish(); }, 60000);
}

void FigureDeskTest::beginsWithWhatTheMapShows()
{
    toggle();
    QVERIFY(!desk().shown());   // nothing to show yet
    QVERIFY(start());
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    m_window->canvas()->fit({QStringLiteral("tripp-meghri")});
    toggle();
    QVERIFY(desk().shown());
    QVERIFY(desk().page()->isVisible() && !m_window->canvas()->isVisible());
    QCOMPARE(view().figure.title, m_session->nameOf(QStringLiteral("tripp-meghri")));
    QCOMPARE(view().figure.noteSubjects, QStringList{QStringLiteral("tripp-meghri")});
    QCOMPARE(view().selection, QStringLiteral("tripp-meghri"));
    QCOMPARE(view().metresPerPixel, m_window->canvas()->view().metresPerPixel);
    QVERIFY(drawn());
    const MapView &seen = desk().composition()->map.view;
    const LatLon middle = seen.toLatLon({seen.size.width() / 2, seen.size.height() / 2});
    QVERIFY(std::abs(middle.lat - view().centre.lat) < 1e-6 && std::abs(middle.lon - view().centre.lon) < 1e-6);
    QVERIFY(seen.box().grown(1).contains(m_window->canvas()->view().box()));
    QCOMPARE(desk().page()->picture().image.size(), desk().page()->pageView().pixels());
}

void FigureDeskTest::switchingKeepsTheFigure()
{
    QVERIFY(start());
    toggle();
    desk().document().edit(QStringLiteral("title"), [](FigureView &changed) { changed.figure.title = QStringLiteral("Mine"); });
    toggle();
    QVERIFY(!desk().shown() && m_window->canvas()->isVisible());
    m_window->canvas()->zoomBy(4);
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    const FigureView kept = view();
    toggle();
    QCOMPARE(view(), kept);
    QCOMPARE(view().figure.title, QStringLiteral("Mine"));
    QVERIFY(drawn());
}

void FigureDeskTest::undoActsOnWhatIsShown()
{
    QVERIFY(start());
    toggle();
    const QString before = view().figure.title;
    desk().document().edit(QStringLiteral("edit title"), [](FigureView &changed) { changed.figure.title = QStringLiteral("Mine"); });
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(view().figure.title, before);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(view().figure.title, QStringLiteral("Mine"));
    toggle();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);   // the project's steps now, of which there are none
    QCOMPARE(view().figure.title, QStringLiteral("Mine"));
}

void FigureDeskTest::takesTheMapsView()
{
    QVERIFY(start());
    toggle();
    desk().document().edit(QStringLiteral("move"), [](FigureView &changed) {
        changed.figure.title = QStringLiteral("Mine");
        changed.figure.placed[FigureElement::Legend] = {0.1, 0.1, 0.2, 0.2};
    });
    toggle();
    m_window->canvas()->fit({QStringLiteral("tripp-meghri")});
    Visibility visibility = m_session->visibility();
    visibility.hiddenLayers.insert(QStringLiteral("rivers"));
    m_session->setVisibility(visibility);
    toggle();
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(view().metresPerPixel, m_window->canvas()->view().metresPerPixel);
    QVERIFY(view().visibility == visibility);
    QCOMPARE(view().figure.title, QStringLiteral("Mine"));
    QCOMPARE(view().figure.placed.size(), std::size_t(1));
    desk().document().undoStack().undo();
    QVERIFY(!(view().visibility == visibility));
}

void FigureDeskTest::panelsAndCommandsFollow()
{
    QVERIFY(start());
    auto *layers = m_window->findChild<QDockWidget *>(QStringLiteral("dockLayers"));
    auto *strip = m_window->findChild<QDockWidget *>(QStringLiteral("dockStrip"));
    QVERIFY(strip->isVisible());
    const int width = layers->width();
    toggle();
    QVERIFY(!layers->isVisible() && !strip->isVisible());
    const double zoom = desk().page()->pageView().zoom, scale = m_window->canvas()->view().metresPerPixel;
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(desk().page()->pageView().zoom > zoom);
    QCOMPARE(m_window->canvas()->view().metresPerPixel, scale);
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    QVERIFY(desk().page()->pageView().fitted);
    toggle();
    QVERIFY(strip->isVisible());
    QTRY_COMPARE(layers->width(), width);
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(m_window->canvas()->view().metresPerPixel < scale);
}

void FigureDeskTest::tellsWhyItCannotBeDrawn()
{
    QVERIFY(start());
    toggle();
    QVERIFY(drawn());
    QSignalSpy failed(&desk(), &FigureDesk::failed), composed(&desk(), &FigureDesk::composed);
    desk().document().edit(QStringLiteral("layers"), [](FigureView &changed) { changed.layers = {{QStringLiteral("/nonexistent/layer.gpkg")}}; });
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60000);
    QVERIFY(!failed.first().first().toString().isEmpty());
    desk().document().undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(!composed.isEmpty(), 60000);
}

QTEST_MAIN(FigureDeskTest)
#include "FigureDeskTest.moc"
