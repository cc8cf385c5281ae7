// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/MainWindow.h"

#include "canvas/MapCanvas.h"
#include "charts/CorridorStrip.h"
#include "documents/LibraryPanel.h"
#include "documents/ReviewPanel.h"
#include "layers/FeatureDialog.h"
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
#include "window/ExportDialog.h"
#include "window/LinkHandler.h"
#include "window/MessageBar.h"
#include "window/Session.h"
#include "window/StatusLine.h"

#include <QClipboard>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>

namespace ca {

namespace {

constexpr int layoutVersion = 2;

/// For panels that have a tab: the title would say the same again.
void hideTitle(QDockWidget &dock)
{
    dock.setTitleBarWidget(new QWidget(&dock));
}

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
    : m_session(session), m_links(new LinkHandler(session, this)), m_canvas(new MapCanvas(session, this)),
      m_messageBar(new MessageBar(this)), m_actions(new Actions(session, *m_canvas, *this)),
      m_desk(new ProjectDesk(session, *this)), m_projectActions(new ProjectActions(*m_desk, this)),
      m_share(new ShareActions(session, *this)),
      m_layerTree(new LayerTree(session, this)), m_allPassages(new AllPassages(session, *m_links, this)),
      m_library(new LibraryPanel(session, this)), m_review(new ReviewPanel(session, *m_links, this)),
      m_sheet(new SegmentSheet(session, *m_links, this)), m_passages(new PassageList(session, *m_links, this)),
      m_reader(new Reader(session, *m_links, this)), m_strip(new CorridorStrip(session, this)),
      m_searchBox(new SearchBox(session, *m_links, this))
{
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    buildCentre();
    buildBars();
    buildDocks();
    connectParts();
    connectSources();
    setFirstSize();
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
    layout->addWidget(m_canvas, 0, 0);
    layout->addWidget(m_messageBar, 0, 0, Qt::AlignTop);
    m_messageBar->raise();
    setCentralWidget(centre);
}

void MainWindow::buildBars()
{
    m_actions->fillMenus(*menuBar(), *m_projectActions, *m_share);
    auto *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setIconSize(QSize(20, 20));
    m_actions->fillToolBar(*bar);
    auto *spring = new QWidget(bar);
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spring);
    bar->addWidget(m_searchBox);
    m_searchBox->setMaximumWidth(440);
    new StatusLine(*m_canvas, *statusBar());
}

QDockWidget *MainWindow::addDock(const QString &title, const char *name, QWidget *content, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(content);
    addDockWidget(area, dock);
    m_actions->viewMenu()->addAction(dock->toggleViewAction());
    return dock;
}

void MainWindow::buildDocks()
{
    QDockWidget *layers = addDock(tr("Map"), "dockLayers", m_layerTree, Qt::LeftDockWidgetArea);
    QDockWidget *all = addDock(tr("All passages"), "dockAllPassages", m_allPassages, Qt::LeftDockWidgetArea);
    QDockWidget *library = addDock(tr("Library"), "dockLibrary", m_library, Qt::LeftDockWidgetArea);
    QDockWidget *review = addDock(tr("Review"), "dockReview", m_review, Qt::LeftDockWidgetArea);
    tabifyDockWidget(layers, all);
    tabifyDockWidget(all, library);
    tabifyDockWidget(library, review);
    layers->raise();
    for (QDockWidget *tab : {layers, all, library, review})
        hideTitle(*tab);
    QDockWidget *sheet = addDock(tr("Selected"), "dockSheet", m_sheet, Qt::RightDockWidgetArea);
    QDockWidget *passages = addDock(tr("Passages"), "dockPassages", m_passages, Qt::RightDockWidgetArea);
    splitDockWidget(sheet, passages, Qt::Vertical);
    QDockWidget *reader = addDock(tr("Article"), "dockReader", m_reader, Qt::RightDockWidgetArea);
    tabifyDockWidget(passages, reader);
    passages->raise();
    hideTitle(*passages);
    hideTitle(*reader);
    addDock(tr("Along the corridor"), "dockStrip", m_strip, Qt::BottomDockWidgetArea);
}

void MainWindow::connectParts()
{
    connect(&m_session, &Session::message, m_messageBar, &MessageBar::show);
    connect(m_links, &LinkHandler::readRequested, this, &MainWindow::read);
    connect(m_canvas, &MapCanvas::passageRequested, this, [this](const QString &subject) {
        raiseDock("dockReader");
        m_reader->linkSelection(subject);
    });
    connect(m_canvas, &MapCanvas::openRequested, this, [this] { m_sheet->setFocus(Qt::ShortcutFocusReason); });
    connect(m_searchBox, &SearchBox::subjectChosen, this, &MainWindow::bringIntoView);
    connect(m_searchBox, &SearchBox::placeChosen, this, [this](LatLon place) {
        constexpr double townScale = 150;  // metres a pixel: a town and its surroundings
        m_canvas->goTo(place, townScale);
    });
    connect(m_actions, &Actions::addLayersRequested, this, [this] {
        for (const QString &file : chooseLayers(this))
            m_session.layers().add(file);
    });
    connect(m_layerTree, &LayerTree::zoomRequested, m_canvas, &MapCanvas::showExtent);
    connect(m_canvas, &MapCanvas::featureChosen, this, &MainWindow::showFeature);
    connect(m_actions, &Actions::exportRequested, this, &MainWindow::exportMap);
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
        raiseDock("dockLibrary");
        m_library->startSearch();
    });
    m_library->setLinks([this] { return linkedTexts(m_session.project()); });
}

void MainWindow::addText(const QMimeData &mime)
{
    if (const QStringList files = localFiles(mime); !files.isEmpty())
        return m_session.sources().add(files);
    const LooseText text = looseText(mime);
    if (text.bytes.isEmpty())
        return m_session.report(Session::Severity::Info, tr("There is no text to add."));
    m_session.sources().addBytes(text.name, text.bytes, text.selection);
    raiseDock("dockLibrary");
}

void MainWindow::raiseDock(const char *name)
{
    if (auto *dock = findChild<QDockWidget *>(QLatin1String(name))) {
        dock->show();
        dock->raise();
    }
}

void MainWindow::setFirstSize()
{
    const QSettings settings;
    const QByteArray geometry = settings.value(QStringLiteral("window/geometry")).toByteArray();
    if (m_session.options().remember && !geometry.isEmpty() && restoreGeometry(geometry)) {
        m_arranged = restoreState(settings.value(QStringLiteral("window/state")).toByteArray(), layoutVersion);
        return;
    }
    const QSize room = screen() ? screen()->availableSize() : QSize(1280, 800);
    resize(std::min(1600, room.width() * 19 / 20), std::min(1000, room.height() * 19 / 20));
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!m_arranged)
        arrangeDocks();
    m_arranged = true;
}

void MainWindow::arrangeDocks()
{
    const auto dock = [this](const char *name) { return findChild<QDockWidget *>(QLatin1String(name)); };
    const int left = std::clamp(width() * 21 / 100, 250, 320);
    const int right = std::clamp(width() * 28 / 100, 340, 440);
    resizeDocks({dock("dockLayers"), dock("dockSheet")}, {left, right}, Qt::Horizontal);
    resizeDocks({dock("dockStrip")}, {160}, Qt::Vertical);
    resizeDocks({dock("dockSheet"), dock("dockPassages")}, {height() * 42 / 100, height() * 48 / 100}, Qt::Vertical);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_desk->mayLeave())
        return event->ignore();
    if (m_session.options().remember) {
        QSettings settings;
        settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
        settings.setValue(QStringLiteral("window/state"), saveState(layoutVersion));
    }
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
    QStringList sources;
    for (const QString &file : files) {
        if (isProjectFile(file))  // later: its questions must not hold up the program the file comes from
            QMetaObject::invokeMethod(m_desk, [this, file] { m_desk->open(file); }, Qt::QueuedConnection);
        else if (looksLikeMapData(file))
            m_session.layers().add(file);
        else
            sources << file;
    }
    if (!sources.isEmpty())
        m_session.sources().add(sources);
}

void MainWindow::bringIntoView(const QString &subject)
{
    if (!m_canvas->ready())
        return;
    QStringList ids{subject};
    for (const CorridorMember *member : m_session.atlas()->members(subject))
        ids << member->segment;
    const Box box = m_session.scene()->boundsOf(ids);
    if (!box.empty() && !m_canvas->view().box().contains(box))
        m_canvas->fit(ids);
}

void MainWindow::showReader()
{
    raiseDock("dockReader");
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
    auto *dialog = new FeatureDialog(*entry->data, hit.feature, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::exportMap()
{
    auto *dialog = new ExportDialog(m_session, *m_canvas, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::written, this,
            [this](const QString &path) { m_session.report(Session::Severity::Info, tr("Written: %1").arg(path)); });
    dialog->open();
}

} // namespace ca
