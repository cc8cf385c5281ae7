// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "canvas/MapCanvas.h"
#include "charts/CorridorStrip.h"
#include "charts/StripPlot.h"
#include "panels/AllPassages.h"
#include "panels/LayerModel.h"
#include "panels/LayerTree.h"
#include "panels/PassageList.h"
#include "panels/SegmentSheet.h"
#include "reading/Reader.h"
#include "reading/ReaderText.h"
#include "search/SearchBox.h"
#include "support/TestData.h"
#include "window/AboutDialog.h"
#include "window/LinkHandler.h"
#include "window/MainWindow.h"

#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QTextEdit>
#include <QTreeView>

using namespace ca;

class MainWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsBeforeTheAtlasIsRead();
    void treeRowFillsEveryPanel();
    void clickOnPassageOpensTheReader();
    void searchFindsOtherSpellings();
    void searchGoesToAPlace();
    void everyPanelFollowsTheSelection();
    void namePolicyChangesNames();
    void panelsHaveNames();
    void aboutCreditsEverybody();
    void statusLineTellsScaleAndPlace();

private:
    bool start();
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    m_session = std::make_unique<Session>(test::cleanOptions());
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_session.reset();
}

bool MainWindowTest::start()
{
    return test::load(*m_session) && QTest::qWaitFor([this] { return m_window->canvas()->ready(); });
}

void MainWindowTest::showsBeforeTheAtlasIsRead()
{
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_session->atlas());
    QVERIFY(m_window->sheet()->toPlainText().contains(QStringLiteral("Click a line on the map")));
    QVERIFY(m_window->canvas()->width() > 450);
    QVERIFY(start());
}

void MainWindowTest::treeRowFillsEveryPanel()
{
    QVERIFY(start());
    LayerTree *tree = m_window->layerTree();
    const QModelIndex row = tree->viewIndex(tree->model()->find(QStringLiteral("tripp-meghri")));
    tree->view()->scrollTo(row);
    QTest::mouseClick(tree->view()->viewport(), Qt::LeftButton, {}, tree->view()->visualRect(row).center());

    QCOMPARE(m_session->selection().subject(), QStringLiteral("tripp-meghri"));
    QVERIFY(m_window->canvas()->request().highlight.selected.contains(QStringLiteral("tripp-meghri")));
    QVERIFY(m_window->sheet()->toPlainText().contains(m_session->nameOf(QStringLiteral("tripp-meghri"))));
    const QString passages = m_window->passages()->toPlainText();
    for (const PassageLink &link : m_session->atlas()->passages(QStringLiteral("tripp-meghri")))
        QVERIFY(passages.contains(m_session->atlas()->record(link.passage->record)->shortCitation()));
    QCOMPARE(m_window->strip()->plot()->selected(), QStringLiteral("tripp-meghri"));
}

void MainWindowTest::clickOnPassageOpensTheReader()
{
    CA_NEED_TEST_DATA();
    QVERIFY(start());
    m_session->sources().add({test::externalPath(QStringLiteral("sources"))});
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    const Passage *passage = m_session->atlas()->passages(QStringLiteral("tripp-meghri")).at(3).passage;
    QVERIFY(test::clickLink(*m_window->passages(), QStringLiteral("passage:") + passage->id));
    QCOMPARE(m_session->selection().passage(), passage->id);
    QCOMPARE(m_window->reader()->record(), passage->record);
    QVERIFY(m_window->reader()->chosen());
    const ReaderMark found = *m_window->reader()->chosen();
    QCOMPARE(found.verdict, Verdict::Exact);
    QTRY_VERIFY(!m_window->reader()->visibleRegion().isEmpty());
    QTextEdit *text = m_window->reader()->text();
    QTRY_VERIFY(text->viewport()->rect().contains(text->cursorRect()) && text->textCursor().position() == found.range.start);
    QCOMPARE(m_window->reader()->text()->extraSelections().last().cursor.selectionStart(), found.range.start);
}

void MainWindowTest::searchFindsOtherSpellings()
{
    QVERIFY(start());
    SearchBox *box = m_window->searchBox();
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(box, QStringLiteral("zengezur"));
    QVERIFY(!box->hits().empty());
    const bool found = std::any_of(box->hits().begin(), box->hits().end(), [](const AtlasSearch::Hit &hit) {
        return hit.hit.id == QLatin1String("zangezur") || hit.hit.id == QLatin1String("tripp-meghri");
    });
    QVERIFY(found);
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(!m_session->selection().subject().isEmpty());
    QVERIFY(m_session->corridor() == QLatin1String("zangezur"));
}

void MainWindowTest::searchGoesToAPlace()
{
    QVERIFY(start());
    SearchBox *box = m_window->searchBox();
    box->setFocus();
    QTest::keyClicks(box, QStringLiteral("Kutaisi"));
    int row = -1;
    for (std::size_t i = 0; i < box->hits().size() && row < 0; ++i)
        if (box->hits()[i].hit.kind == SearchHit::Kind::Place)
            row = static_cast<int>(i);
    QVERIFY(row >= 0);
    box->choose(row);
    const MapView &view = m_window->canvas()->view();
    const LatLon centre = view.projection->inverse(view.centre);
    QVERIFY(std::abs(centre.lat - 42.27) < 0.2 && std::abs(centre.lon - 42.7) < 0.2);
}

void MainWindowTest::everyPanelFollowsTheSelection()
{
    QVERIFY(start());
    const Passage &passage = m_session->atlas()->data().passages.back();
    m_window->links()->follow(QUrl(QStringLiteral("passage:") + passage.id));
    QCOMPARE(m_session->selection().passage(), passage.id);
    const QString subject = m_session->selection().subject();
    QCOMPARE(m_window->layerTree()->view()->currentIndex().data(LayerModel::IdRole).toString(), subject);
    QVERIFY(m_window->sheet()->toPlainText().startsWith(m_session->nameOf(subject)));
    QVERIFY(m_window->passages()->toPlainText().contains(passage.paraphrase));
    m_session->selection().selectSubject({});
    QVERIFY(!m_window->layerTree()->view()->currentIndex().isValid());
    QVERIFY(m_window->sheet()->toPlainText().contains(QStringLiteral("Click a line")));
}

void MainWindowTest::namePolicyChangesNames()
{
    QVERIFY(start());
    m_session->selection().selectSubject(QStringLiteral("zangezur"));
    const QString neutral = m_window->sheet()->toPlainText().section(QLatin1Char('\n'), 0, 0);
    Look look = m_session->look();
    look.namePolicy = NamePolicy::Azerbaijani;
    m_session->setLook(look);
    const QString other = m_window->sheet()->toPlainText().section(QLatin1Char('\n'), 0, 0);
    QCOMPARE(other, m_session->nameOf(QStringLiteral("zangezur")));
    QVERIFY2(neutral != other, qPrintable(other));
}

void MainWindowTest::panelsHaveNames()
{
    for (const QDockWidget *dock : m_window->findChildren<QDockWidget *>())
        QVERIFY(!dock->windowTitle().isEmpty() && !dock->objectName().isEmpty());
    for (const QWidget *widget : QList<QWidget *>{m_window->canvas(), m_window->sheet(), m_window->passages(),
                                                  m_window->layerTree()->view(), m_window->searchBox(),
                                                  m_window->strip()->plot(), m_window->allPassages()->view()})
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    QVERIFY(m_window->menuBar()->actions().size() >= 4);
}

void MainWindowTest::aboutCreditsEverybody()
{
    QVERIFY(start());
    const QString text = aboutHtml(*m_session);
    for (const char *owed : {"OpenStreetMap", "Global Energy Monitor", "GeoNames", "QCustomPlot", "Emanuel Eichhammer",
                             "General Public License", "ODbL"})
        QVERIFY2(text.contains(QLatin1String(owed)), owed);
}

void MainWindowTest::statusLineTellsScaleAndPlace()
{
    QVERIFY(start());
    const auto *scale = m_window->findChild<QLabel *>(QStringLiteral("scaleLabel"));
    const auto *pointer = m_window->findChild<QLabel *>(QStringLiteral("pointerLabel"));
    QVERIFY(scale->text().startsWith(QStringLiteral("1:")));
    const QString before = scale->text();
    m_window->canvas()->zoomBy(3);
    QVERIFY(scale->text() != before);
    QTest::mouseMove(m_window->canvas(), QPoint(100, 100));
    QTRY_VERIFY(pointer->text().contains(QStringLiteral("° N")));
}

QTEST_MAIN(MainWindowTest)
#include "MainWindowTest.moc"
