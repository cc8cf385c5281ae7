// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "canvas/MapCanvas.h"
#include "figures/EvidenceDialog.h"
#include "figures/FigureDesk.h"
#include "figures/FigureMaker.h"
#include "figures/FigureOutput.h"
#include "figures/FigurePrint.h"
#include "figures/FigureTools.h"
#include "figures/FigureViews.h"
#include "project/Project.h"
#include "window/MainWindow.h"
#include "window/MessageBar.h"

#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPrinter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QUrl>

using namespace ca;

/// What the window does with figures: files, clipboard, print, named views, and the way back from files.
class FigureToolsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void exportsWhatTheMapShows();
    void tellsWhyNothingWasWritten();
    void cancelLeavesNothing();
    void clipboardAndDragCarryEveryForm();
    void printsInTrueSize();
    void viewsRestoreEverything();
    void viewsAreEditsOfTheProject();
    void droppedFigureIsRestored();
    void droppedPageIsAskedAbout();
    void otherFilesGoTheOldWay();
    void lostLayersAreTold();
    void layersBesideTheFigureAreFound();
    void layersKeepTheirLookAndOrder();

private:
    QString writePoint(const QString &name);
    ExportDialog *openExport();
    void drop(const QString &file);
    bool writeFigure(const FigureView &view, const QString &path);
    FigureDesk &desk() { return *m_window->figures(); }
    FigureTools &tools() { return *m_window->figureTools(); }
    FigureDocument &document() { return desk().document(); }
    QString messages() { return m_messages.join(u'\n'); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_messages;
    QTemporaryDir m_folder;
};

void FigureToolsTest::init()
{
    m_messages.clear();
    m_session = std::make_unique<Session>(test::cleanOptions());
    m_window = std::make_unique<MainWindow>(*m_session);
    connect(m_session.get(), &Session::message, this, [this](Session::Severity, const QString &text) { m_messages << text; });
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(test::load(*m_session));
    QVERIFY(QTest::qWaitFor([this] { return m_window->canvas()->ready(); }));
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    m_window->canvas()->fit({QStringLiteral("tripp-meghri")});
}

void FigureToolsTest::cleanup()
{
    m_window.reset();
    m_session.reset();
}

ExportDialog *FigureToolsTest::openExport()
{
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    return m_window->findChild<ExportDialog *>();
}

void FigureToolsTest::drop(const QString &file)
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);  // nothing is dropped where nothing has entered
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &event);
}

bool FigureToolsTest::writeFigure(const FigureView &view, const QString &path)
{
    desk().adopt(view, QStringLiteral("test"));
    desk().setShown(true);
    ExportDialog *dialog = openExport();
    if (!dialog)
        return false;
    const int row = path.endsWith(QLatin1String("pdf")) ? 2 : 0;
    dialog->findChild<QComboBox *>(QStringLiteral("exportFormat"))->setCurrentIndex(row);
    QSignalSpy written(dialog, &ExportDialog::written);
    dialog->write(path);
    // Written, it deletes itself.
    return QTest::qWaitFor([&] { return !written.isEmpty() && !m_window->findChild<ExportDialog *>(); }, 60000);
}

void FigureToolsTest::exportsWhatTheMapShows()
{
    ExportDialog *dialog = openExport();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!desk().shown() && !desk().begun());
    const FigureView view = dialog->view();
    QCOMPARE(view.figure.title, m_session->nameOf(QStringLiteral("tripp-meghri")));
    QCOMPARE(view.figure.noteSubjects, QStringList{QStringLiteral("tripp-meghri")});
    QCOMPARE(view.figure.theme, QStringLiteral("light"));  // a dark desktop must not leak into a file
    QCOMPARE(view.metresPerPixel, m_window->canvas()->view().metresPerPixel);
    auto *objections = dialog->findChild<QLabel *>(QStringLiteral("exportObjections"));
    const QString checking = objections->text();
    QTRY_VERIFY_WITH_TIMEOUT(objections->text() != checking, 60000);
    QVERIFY2(objections->text().contains(QLatin1String("object")), qPrintable(objections->text()));

    const QString path = m_folder.filePath(QStringLiteral("map.png"));
    QSignalSpy written(dialog, &ExportDialog::written);
    dialog->write(path);
    QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 60000);
    QCOMPARE(QImage(path).size(), QSize(2560, 1440));
    QTRY_VERIFY(!m_window->findChild<ExportDialog *>());
    QVERIFY(m_window->messageBar()->text().contains(QLatin1String("map.png")));
    QVERIFY(m_window->messageBar()->findChild<QPushButton *>(QStringLiteral("messageOffer"))->isVisible());
    const auto evidence = FigureEvidence::readFrom(path);
    QVERIFY(evidence && evidence->view);
    QCOMPARE(*evidence->view, view);
}

void FigureToolsTest::tellsWhyNothingWasWritten()
{
    ExportDialog *dialog = openExport();
    QVERIFY(dialog);
    dialog->write(QStringLiteral("/nonexistent/folder/map.png"));
    auto *problem = dialog->findChild<QLabel *>(QStringLiteral("exportProblem"));
    QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains(QLatin1String("nonexistent")), 60000);
    QVERIFY(problem->isVisible() && dialog->isVisible());
    QVERIFY(!messages().contains(QLatin1String("Written")));
}

void FigureToolsTest::cancelLeavesNothing()
{
    QTemporaryDir folder;
    ExportDialog *dialog = openExport();
    QVERIFY(dialog);
    QSignalSpy written(dialog, &ExportDialog::written);
    dialog->write(folder.filePath(QStringLiteral("map.png")));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());  // until the worker has answered
    auto *problem = dialog->findChild<QLabel *>(QStringLiteral("exportProblem"));
    QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains(QLatin1String("nothing was written")), 60000);
    QVERIFY(written.isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<ExportDialog *>());
}

void FigureToolsTest::clipboardAndDragCarryEveryForm()
{
    QGuiApplication::clipboard()->clear();
    tools().output().copy();
    const auto formats = QStringList{QStringLiteral("image/png"), QStringLiteral("image/svg+xml"), QStringLiteral("application/pdf"),
                                     QStringLiteral("text/html"), QStringLiteral("text/plain")};
    const auto onClipboard = [] { return QGuiApplication::clipboard()->mimeData(); };
    QTRY_VERIFY_WITH_TIMEOUT(onClipboard() && onClipboard()->hasFormat(formats.front()), 60000);
    const std::unique_ptr<QMimeData> drag = tools().output().dragData();
    QVERIFY(drag);
    for (const QMimeData *mime : {onClipboard(), static_cast<const QMimeData *>(drag.get())}) {
        for (const QString &format : formats)
            QVERIFY2(!mime->data(format).isEmpty(), qPrintable(format));
        QCOMPARE(QImage::fromData(mime->data(QStringLiteral("image/png"))).size(), QSize(2560, 1440));
        QVERIFY(mime->text().startsWith(m_session->nameOf(QStringLiteral("tripp-meghri"))));
        QVERIFY(mime->text().contains(QLatin1String("1. ")));
        QVERIFY(mime->html().contains(QLatin1String("data:image/png;base64,")));
    }
    QCOMPARE(drag->urls().size(), 1);
    const auto evidence = FigureEvidence::readFrom(drag->urls().constFirst().toLocalFile());
    QVERIFY(evidence && evidence->view);
    const QString file = drag->urls().constFirst().toLocalFile();
    m_window.reset();
    QVERIFY(!QFile::exists(file));
}

void FigureToolsTest::printsInTrueSize()
{
    desk().setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(desk().composition(), 60000);
    QPrinter printer(QPrinter::HighResolution);
    const QString path = m_folder.filePath(QStringLiteral("print.pdf"));
    printer.setOutputFileName(path);
    figureprint::setPaper(printer, *desk().composition());
    const QRectF paper = printer.pageLayout().fullRect(QPageLayout::Millimeter);
    QVERIFY(std::abs(paper.width() - 1280 * 25.4 / 96) < 0.5 && std::abs(paper.height() - 720 * 25.4 / 96) < 0.5);
    QVERIFY(figureprint::print(printer, *desk().composition()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.size() > 10000);
}

void FigureToolsTest::viewsRestoreEverything()
{
    Look look = m_session->look();
    look.language = QStringLiteral("hy");
    look.namePolicy = NamePolicy::Both;
    m_session->setLook(look);
    Visibility visibility = m_session->visibility();
    visibility.hiddenLayers = {QStringLiteral("rivers")};
    m_session->setVisibility(visibility);
    desk().setShown(true);
    document().edit(QStringLiteral("edits"), [](FigureView &view) {
        view.figure.title = QStringLiteral("Meghri");
        view.figure.placed[FigureElement::Credits] = {0.1, 0.2, 0.3, 0.1};
        view.asOf = QStringLiteral("2025-08");
    });
    desk().setShown(false);
    const MapView map = m_window->canvas()->view();
    const auto id = tools().views().keep(QStringLiteral("Meghri"));
    QVERIFY(id);
    const FigureView kept = m_session->project().view(*id)->view;
    QCOMPARE(kept.figure.title, QStringLiteral("Meghri"));

    m_session->selection().selectSubject({});
    m_session->setVisibility({});
    m_session->setLook({});
    Look other;
    other.projection = Projection::conicFor({20, 36, 60, 48});
    m_session->setLook(other);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->scene()->projection()->definition() == other.projection, 60000);
    m_window->canvas()->showAll();
    document().edit(QStringLiteral("else"), [](FigureView &view) { view.figure.title.clear(); });

    tools().views().goToNamed(QStringLiteral("meghri"));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->scene()->projection()->definition() == look.projection, 60000);
    QCOMPARE(document().view(), kept);
    QCOMPARE(m_session->look(), look);
    QCOMPARE(m_session->visibility(), visibility);
    QCOMPARE(m_session->selection().subject(), QStringLiteral("tripp-meghri"));
    const MapView &now = m_window->canvas()->view();
    QCOMPARE(now.metresPerPixel, map.metresPerPixel);
    QVERIFY(std::abs(now.centre.x - map.centre.x) < 0.01 && std::abs(now.centre.y - map.centre.y) < 0.01);
    QVERIFY(!desk().shown());
}

void FigureToolsTest::viewsAreEditsOfTheProject()
{
    FigureViews &views = tools().views();
    Project &project = m_session->project();
    const auto *menu = m_window->menuBar()->findChild<QMenu *>(QStringLiteral("viewsMenu"));
    QVERIFY(menu);
    const auto entries = [menu] {
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << action->text();
        return texts.join(u'|');
    };
    const auto id = views.keep(QStringLiteral("A & B"));
    QVERIFY(id);
    QVERIFY(!views.keep(QStringLiteral("a & b")));   // taken
    QVERIFY(entries().contains(QLatin1String("A && B")));
    views.rename(*id, QStringLiteral("C"));
    QVERIFY(entries().contains(QLatin1String("&1 C")));
    m_session->selection().selectSubject({});
    views.replace(*id);
    QVERIFY(project.view(*id)->view.selection.isEmpty());
    views.remove(*id);
    QVERIFY(!entries().contains(QLatin1String("&1")));
    for (int step = 0; step < 4; ++step)
        project.undoStack().undo();
    QVERIFY(project.views().empty());
    project.undoStack().redo();
    QCOMPARE(project.views().front().name, QStringLiteral("A & B"));
    views.goToNamed(QStringLiteral("no such"));
    QVERIFY(messages().contains(QLatin1String("A & B")));
}

void FigureToolsTest::droppedFigureIsRestored()
{
    desk().setShown(true);
    FigureView view = document().view();
    view.figure.title = QStringLiteral("Dropped");
    view.figure.placed[FigureElement::Legend] = {0.6, 0.2, 0.3, 0.5};
    view.language = QStringLiteral("ka");
    const QString path = m_folder.filePath(QStringLiteral("dropped.png"));
    QVERIFY(writeFigure(view, path));
    document().edit(QStringLiteral("else"), [](FigureView &now) { now = FigureView(); });
    desk().setShown(false);
    m_session->selection().selectSubject({});
    m_window->canvas()->showAll();

    drop(path);
    QTRY_VERIFY_WITH_TIMEOUT(desk().shown(), 30000);
    QCOMPARE(document().view(), view);
    QCOMPARE(m_session->look().language, QStringLiteral("ka"));
    QCOMPARE(m_session->selection().subject(), view.selection);
    QVERIFY(std::abs(m_window->canvas()->view().metresPerPixel / view.metresPerPixel - 1) < 1e-9);
    const auto *sources = m_window->findChild<EvidenceDialog *>();
    QVERIFY(sources && sources->isVisible());
    QVERIFY(!sources->findChild<QPushButton *>(QStringLiteral("openAsFigure")));
    document().undoStack().undo();  // what was there before is not lost
    QVERIFY(document().view().figure.title.isEmpty());
}

void FigureToolsTest::droppedPageIsAskedAbout()
{
    desk().setShown(true);
    FigureView view = document().view();
    view.figure.title = QStringLiteral("Page");
    const QString path = m_folder.filePath(QStringLiteral("page.pdf"));
    QVERIFY(writeFigure(view, path));
    document().edit(QStringLiteral("else"), [](FigureView &now) { now.figure.title.clear(); });
    drop(path);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<EvidenceDialog *>(), 30000);
    QVERIFY(document().view().figure.title.isEmpty());
    auto *dialog = m_window->findChild<EvidenceDialog *>();
    QVERIFY(dialog->findChild<QPushButton *>(QStringLiteral("takeInOtherwise")));
    dialog->findChild<QPushButton *>(QStringLiteral("openAsFigure"))->click();
    QCOMPARE(document().view(), view);
}

void FigureToolsTest::otherFilesGoTheOldWay()
{
    QImage(20, 20, QImage::Format_RGB32).save(m_folder.filePath(QStringLiteral("plain.png")));
    QSignalSpy failed(&m_session->layers(), &LayerList::failed), added(&m_session->layers(), &LayerList::added);
    drop(m_folder.filePath(QStringLiteral("plain.png")));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size() + added.size(), 1, 30000);
    QFile drawing(m_folder.filePath(QStringLiteral("plain.svg")));
    QVERIFY(drawing.open(QIODevice::WriteOnly) && drawing.write("<svg xmlns='http://www.w3.org/2000/svg'/>") > 0);
    drawing.close();
    drop(drawing.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(messages().contains(QLatin1String("no evidence")), 30000);
    QVERIFY(!desk().begun());
}

void FigureToolsTest::lostLayersAreTold()
{
    FigureView view;
    desk().setShown(true);
    view = document().view();
    view.layers = {{m_folder.filePath(QStringLiteral("gone.geojson"))}};
    QVERIFY(m_session->project().addView(QStringLiteral("With layer"), view));
    tools().views().goToNamed(QStringLiteral("With layer"));
    QVERIFY(messages().contains(QLatin1String("gone.geojson")));
    QVERIFY(document().view().layers.empty());
}

void FigureToolsTest::layersBesideTheFigureAreFound()
{
    QFile layer(m_folder.filePath(QStringLiteral("beside.geojson")));
    QVERIFY(layer.open(QIODevice::WriteOnly) && layer.write("{\"type\": \"Point\", \"coordinates\": [45.5, 40]}") > 0);
    layer.close();
    desk().setShown(true);
    FigureView view = document().view();
    view.layers = {{layer.fileName()}};
    const QString path = m_folder.filePath(QStringLiteral("travelled.png"));
    QVERIFY(writeFigure(view, path));
    QFile figure(path);
    QVERIFY(figure.open(QIODevice::ReadOnly) && !figure.readAll().contains(m_folder.path().toUtf8()));
    drop(path);
    QTRY_COMPARE_WITH_TIMEOUT(document().view().layers, view.layers, 30000);
}

QString FigureToolsTest::writePoint(const QString &name)
{
    QFile file(m_folder.filePath(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.write("{\"type\": \"Point\", \"coordinates\": [46.2, 38.9]}") > 0;
    return written ? file.fileName() : QString();
}

/// What was seen is what the figure shows, and what comes back.
void FigureToolsTest::layersKeepTheirLookAndOrder()
{
    LayerList &list = m_session->layers();
    for (const char *name : {"one.geojson", "two.geojson"})
        list.add(writePoint(QLatin1String(name)));
    QTRY_VERIFY_WITH_TIMEOUT(list.userLayers().size() == 2, 30000);
    const auto idOf = [&list](const char *name) {
        const auto found = std::find_if(list.entries().begin(), list.entries().end(), [name](const LayerList::Entry &entry) { return entry.data->path.endsWith(QLatin1String(name)); });
        return found == list.entries().end() ? QString() : found->id;
    };
    const QString one = idOf("one.geojson"), two = idOf("two.geojson");
    LayerStyle red = list.entry(one)->style;
    red.pointColor = Qt::red;
    red.pointSize = 13.5;
    list.setStyle(one, red);
    list.move(one, list.entries().back().id == one ? -1 : 1);
    const QStringList order{list.entries()[0].id, list.entries()[1].id};
    desk().setShown(true);
    const FigureView kept = document().view();
    QVERIFY(m_session->project().addView(QStringLiteral("Layers"), kept));

    const Result<Figure> figure = FigureMaker(m_session->atlas(), m_session->sceneSource()).figure(kept);
    QVERIFY(figure.ok() && figure->map.userLayers.size() == 2);
    const UserLayer &drawn = figure->map.userLayers[order.front() == one ? 0 : 1];
    QCOMPARE(drawn.style.pointColor, QColor(Qt::red));
    QCOMPARE(drawn.style.pointSize, 13.5);

    LayerStyle blue = red;
    blue.pointColor = Qt::blue;
    list.setStyle(one, blue);
    list.move(order.front(), 1);
    list.remove(two);
    tools().views().goToNamed(QStringLiteral("Layers"));
    QTRY_VERIFY_WITH_TIMEOUT(list.userLayers().size() == 2, 30000);
    QCOMPARE(list.entry(one)->style.pointColor, QColor(Qt::red));
    QCOMPARE(list.entries().front().id == one, order.front() == one);
    QVERIFY(m_session->visibility().layer(UserLayer::visibilityId(idOf("two.geojson"))));
}

QTEST_MAIN(FigureToolsTest)
#include "FigureToolsTest.moc"
