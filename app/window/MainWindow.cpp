// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/MainWindow.h"

#include "canvas/MapCanvas.h"
#include "charts/CorridorStrip.h"
#include "documents/LibraryPanel.h"
#include "documents/ReviewPanel.h"
#include "figures/CheckPanel.h"
#include "figures/FigureDesk.h"
#include "figures/FigurePage.h"
#include "figures/FigureReview.h"
#include "figures/FigureTools.h"
#include "layers/FeatureDialog.h"
#include "osm/MatchDialog.h"
#include "osm/GetDataDialog.h"
#include "osm/OsmDesk.h"
#include "osm/TaskBar.h"
#include "osm/ShowGetData.h"
#include "panels/AllPassages.h"
#include "panels/HtmlWriter.h"
#include "panels/LayerTree.h"
#include "panels/PassageList.h"
#include "panels/SegmentSheet.h"
#include "project/ProjectActions.h"
#include "project/ProjectDesk.h"
#include "reading/Reader.h"
#include "search/OwnWords.h"
#include "search/SearchBox.h"
#include "sharing/ShareActions.h"
#include "window/AboutDialog.h"
#include "window/Actions.h"
#include "window/ChooseFiles.h"
#include "window/LinkHandler.h"
#include "window/MessageBar.h"
#include "window/PanelDocks.h"
#include "window/Session.h"
#include "window/StatusLine.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QUrl>

#include <algorithm>

namespace ca {

namespace {

/// Some desktops' dark themes leave hints as dark as the ground they stand on.
bool hintsAreReadable(const QPalette &palette)
{
    constexpr int least = 70;  // steps of lightness
    const QColor hint = palette.color(QPalette::PlaceholderText);
    const QColor base = palette.color(QPalette::Base);
    const QColor seen = HtmlWriter::mixed(hint, base, hint.alphaF());
    return std::abs(seen.lightness() - base.lightness()) >= least;
}

} // namespace

MainWindow::MainWindow(Session &session)
    : m_session(session), m_links(new LinkHandler(session, this)), m_centre(new QStackedWidget(this)), m_canvas(new MapCanvas(session, m_centre)),
      m_messageBar(new MessageBar(this)), m_actions(new Actions(session, *m_canvas, *this)),
      m_desk(new ProjectDesk(session, *this)), m_projectActions(new ProjectActions(*m_desk, this)),
      m_share(new ShareActions(session, *this)),
      m_layerTree(new LayerTree(session, this)), m_allPassages(new AllPassages(session, *m_links, this)),
      m_library(new LibraryPanel(session, this)), m_review(new ReviewPanel(session, *m_links, this)),
      m_sheet(new SegmentSheet(session, *m_links, this)), m_passages(new PassageList(session, *m_links, this)),
      m_reader(new Reader(session, *m_links, this)), m_strip(new CorridorStrip(session, this)),
      m_searchBox(new SearchBox(session, *m_links, this)), m_figures(new FigureDesk(session, *m_canvas, *m_centre, this)),
      m_figureTools(new FigureTools(session, *m_canvas, *m_figures, *this, [this](const QStringList &files) { takeFiles(files); })),
      m_check(new CheckPanel(m_figures->document(), this)), m_osm(new OsmDesk(session, *m_canvas, *m_links, *this))
{
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    buildCentre();
    buildBars();
    m_docks = new PanelDocks(*this, *m_actions->viewMenu(),
                             {m_layerTree, m_allPassages, m_library, m_review, m_sheet, m_passages, m_reader, m_strip});
    connectParts();
    connectSources();
    connectFigures();
    connectOsm();
    m_docks->restore(session.options().remember);
    mendHints();
}

MainWindow::~MainWindow() = default;

void MainWindow::mendHints()
{
    if (hintsAreReadable(palette()))
        return;
    QPalette mended;  // only what is set here differs from the desktop's
    mended.setColor(QPalette::PlaceholderText,
                    HtmlWriter::mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.6));
    setPalette(mended);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mendHints();
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *layout = new QGridLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    // In the same cell: a message lies over the map instead of pushing it down.
    m_centre->insertWidget(0, m_canvas);
    m_centre->setCurrentWidget(m_canvas);
    layout->addWidget(m_centre, 0, 0);
    layout->addWidget(m_messageBar, 0, 0, Qt::AlignTop);
    m_messageBar->raise();
    setCentralWidget(centre);
}

void MainWindow::buildBars()
{
    m_actions->fillMenus(*menuBar(), *m_projectActions, *m_share, *m_figures, *m_figureTools);
    auto *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setIconSize(QSize(20, 20));
    m_actions->fillToolBar(*bar, *m_figures, *m_figureTools);
    auto *spring = new QWidget(bar);
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spring);
    bar->addWidget(m_searchBox);
    m_searchBox->setMaximumWidth(440);
    m_status = new StatusLine(*m_canvas, *statusBar());
}

void MainWindow::connectParts()
{
    connect(&m_session, &Session::message, m_messageBar, &MessageBar::show);
    connect(m_links, &LinkHandler::readRequested, this, &MainWindow::read);
    connect(m_canvas, &MapCanvas::passageRequested, this, [this](const QString &subject) {
        m_docks->raise("dockReader");
        m_reader->linkSelection(subject);
    });
    connect(m_canvas, &MapCanvas::openRequested, this, [this] { m_sheet->setFocus(Qt::ShortcutFocusReason); });
    connect(m_searchBox, &SearchBox::subjectChosen, this, &MainWindow::bringIntoView);
    connect(m_searchBox, &SearchBox::placeChosen, this, [this](LatLon place) {
        constexpr double townScale = 150;  // metres a pixel: a town and its surroundings
        m_figures->setShown(false);        // what is looked for is on the map
        m_canvas->goTo(place, townScale);
    });
    connect(m_actions, &Actions::addLayersRequested, this, [this] {
        for (const QString &file : chooseLayers(this))
            m_session.layers().add(file);
    });
    connect(m_layerTree, &LayerTree::zoomRequested, m_canvas, &MapCanvas::showExtent);
    connect(m_canvas, &MapCanvas::featureChosen, this, &MainWindow::showFeature);
    connect(m_actions, &Actions::getDataRequested, this, [this] {
        connect(showGetData(m_session, *this), &GetDataDialog::downloaded, m_osm, &OsmDesk::offerImport, Qt::UniqueConnection);
    });
    connect(m_actions, &Actions::aboutRequested, this, [this] { showAbout(m_session, this); });
    connect(m_actions, &Actions::searchRequested, this, [this] {
        m_searchBox->setFocus(Qt::ShortcutFocusReason);
        m_searchBox->selectAll();
    });
}

void MainWindow::connectSources()
{
    const auto show = [this](qint64 document, int offset, const QString &passage) {
        showReader();
        m_reader->showDocument(document, offset);
        if (!passage.isEmpty())
            m_links->selectPassage(passage);
    };
    const auto addFiles = [this] {
        if (const QStringList files = chooseSources(this); !files.isEmpty())
            m_session.sources().add(files);
    };
    connect(m_library, &LibraryPanel::openRequested, this, show);
    connect(m_library, &LibraryPanel::readingRequested, m_reader, [this] { m_reader->setFocus(Qt::OtherFocusReason); });
    connect(m_searchBox, &SearchBox::documentChosen, this, show);
    connect(m_library, &LibraryPanel::addRequested, this, addFiles);
    connect(m_actions, &Actions::addFilesRequested, this, addFiles);
    connect(m_actions, &Actions::addFolderRequested, this, [this] {
        if (const QString folder = chooseSourceFolder(this); !folder.isEmpty())
            m_session.sources().add({folder});
    });
    connect(m_actions, &Actions::pasteSourceRequested, this, [this] { addText(*QGuiApplication::clipboard()->mimeData()); });
    connect(m_actions, &Actions::librarySearchRequested, this, [this] {
        m_docks->raise("dockLibrary");
        m_library->startSearch();
    });
    m_library->setLinks([this] { return linkedTexts(m_session.project()); });
}

void MainWindow::connectFigures()
{
    m_figureTools->addDocks(*m_docks);
    connect(m_figureTools, &FigureTools::written, this, &MainWindow::tellWritten);
    connect(m_figureTools, &FigureTools::checkRequested, this, [this] {
        m_figures->setShown(true);
        m_docks->raise("dockCheck");
    });
    m_docks->addForFigure(tr("Check"), "dockCheck", m_check);
    new FigureReview(m_session, *m_figures, *m_check, this);
    const auto showScale = [this] { m_status->showFigure(m_figures->shown() ? m_figures->composition().get() : nullptr); };
    connect(m_figures, &FigureDesk::composed, m_status, showScale);
    connect(m_figures, &FigureDesk::shownChanged, m_status, showScale);
    connect(m_actions, &Actions::zoomRequested, this, [this](double factor) {
        if (m_figures->shown())
            m_figures->page()->zoomBy(factor);
        else
            m_canvas->zoomBy(factor);
    });
    connect(m_figures, &FigureDesk::shownChanged, this, [this](bool shown) {
        m_actions->setMapShown(!shown);
        m_docks->setFigureShown(shown);
        m_projectActions->setUndoStack(shown ? &m_figures->document().undoStack() : nullptr);
    });
}

void MainWindow::connectOsm()
{
    m_docks->addHidden(tr("OpenStreetMap"), "dockOsm", m_osm->review());
    m_osm->fillMenu(*m_actions->dataMenu());
    statusBar()->addWidget(m_osm->taskBar());
    connect(m_osm, &OsmDesk::matched, this, [this] {
        m_figures->setShown(false);   // the lines are compared on the map
        m_docks->raise("dockOsm");
    });
}

void MainWindow::addText(const QMimeData &mime)
{
    if (const QStringList files = localFiles(mime); !files.isEmpty())
        return m_session.sources().add(files);
    const LooseText text = looseText(mime);
    if (text.bytes.isEmpty())
        return m_session.report(Session::Severity::Info, tr("There is no text to add."));
    m_session.sources().addBytes(text.name, text.bytes, text.selection);
    m_docks->raise("dockLibrary");
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_docks->arrange();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_desk->mayLeave())
        return event->ignore();
    if (m_session.options().remember)
        m_docks->remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    // Words dragged within the window are no new source.
    if (!event->source() && (!localFiles(*event->mimeData()).isEmpty() || event->mimeData()->hasText()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (event->source())
        return event->ignore();
    event->acceptProposedAction();
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty())
        return addText(*event->mimeData());
    QStringList others;
    for (const QString &file : files) {
        if (isProjectFile(file))  // later: its questions must not hold up the program the file comes from
            QMetaObject::invokeMethod(m_desk, [this, file] { m_desk->open(file); }, Qt::QueuedConnection);
        else
            others << file;
    }
    m_figureTools->intake().take(others);
}

void MainWindow::takeFiles(const QStringList &files)
{
    QStringList sources, extracts;
    for (const QString &file : files) {
        if (looksLikeExtract(file))
            extracts << file;
        else if (looksLikeMapData(file))
            m_session.layers().add(file);
        else
            sources << file;
    }
    if (!sources.isEmpty())
        m_session.sources().add(sources);
    if (!extracts.isEmpty())
        m_osm->import(extracts);
}

void MainWindow::bringIntoView(const QString &subject)
{
    if (!m_canvas->ready())
        return;
    m_figures->setShown(false);  // what is looked for is on the map
    QStringList ids{subject};
    for (const CorridorMember *member : m_session.atlas()->members(subject))
        ids << member->segment;
    const Box box = m_session.scene()->boundsOf(ids);
    if (!box.empty() && !m_canvas->view().box().contains(box))
        m_canvas->fit(ids);
}

void MainWindow::showReader()
{
    m_docks->raise("dockReader");
    if (m_searchBox->hasFocus())  // its errand is done, and N, P, L and S are the reader's keys
        m_reader->setFocus(Qt::OtherFocusReason);
}

void MainWindow::read(const QString &passage)
{
    m_reader->read(passage);
    showReader();
}

void MainWindow::showFeature(const Hit &hit)
{
    const LayerList::Entry *entry = m_session.layers().entry(hit.id);
    if (!entry || !entry->data->table || hit.feature >= entry->data->table->featureCount())
        return;
    auto *dialog = new FeatureDialog(*entry->data, hit.feature, *m_links, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::tellWritten(const QString &path, const QStringList &warnings)
{
    const QStringList lines = QStringList{tr("Written: %1").arg(QDir::toNativeSeparators(path))} + warnings;
    m_messageBar->show(warnings.isEmpty() ? Session::Severity::Info : Session::Severity::Warning, lines.join(u'\n'));
    m_messageBar->offer(tr("Show in &folder"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
}

} // namespace ca
