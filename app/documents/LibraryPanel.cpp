// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/LibraryPanel.h"

#include "documents/CiteMenu.h"
#include "documents/DocumentModel.h"
#include "documents/LibraryFilters.h"
#include "documents/RecordDialog.h"
#include "window/Session.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace ca {

namespace {
constexpr int mostShown = 200;
}

LibraryPanel::LibraryPanel(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new DocumentModel(this)), m_searcher(new DocumentSearch(this)),
      m_filters(new LibraryFilters(this)), m_search(new QLineEdit(this)), m_filterButton(new QToolButton(this)),
      m_count(new QLabel(this)), m_view(new QListView(this)), m_importBar(new QWidget(this)),
      m_progress(new QProgressBar(m_importBar)), m_stop(new QToolButton(m_importBar)), m_pause(new QTimer(this)),
      m_links([] { return std::vector<LinkedText>(); })
{
    setObjectName(QStringLiteral("libraryPanel"));
    buildLayout();
    connectParts();
}

void LibraryPanel::buildLayout()
{
    m_search->setPlaceholderText(tr("Search your sources (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search your sources"));
    m_search->setClearButtonEnabled(true);
    m_filterButton->setText(tr("Filter"));
    m_filterButton->setCheckable(true);
    m_filterButton->setToolTip(tr("Narrow by corridor, segment, kind of claim, publisher and date"));
    m_filters->hide();
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new TwoLineDelegate(this));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Sources in the library"));
    m_view->installEventFilter(this);
    m_search->installEventFilter(this);
    m_progress->setTextVisible(true);
    m_stop->setText(tr("Stop"));
    m_pause->setSingleShot(true);
    m_pause->setInterval(60);

    auto *head = new QHBoxLayout;
    head->addWidget(m_search, 1);
    head->addWidget(m_filterButton);
    auto *bar = new QHBoxLayout(m_importBar);
    bar->setContentsMargins(0, 0, 8, 4);
    bar->addWidget(m_progress, 1);
    bar->addWidget(m_stop);
    m_importBar->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_filters);
    layout->addWidget(m_count);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_importBar);
}

void LibraryPanel::connectParts()
{
    SourceLibrary &sources = m_session.sources();
    connect(&sources, &SourceLibrary::changed, this, &LibraryPanel::reloadWhenSeen);
    connect(&sources, &SourceLibrary::progress, this, &LibraryPanel::showProgress);
    connect(&sources, &SourceLibrary::imported, m_importBar, &QWidget::hide);
    connect(m_stop, &QToolButton::clicked, &sources, &SourceLibrary::cancel);
    connect(&m_session, &Session::atlasLoaded, this, [this] {
        m_filters->setAtlas(*m_session.atlas());
        reloadWhenSeen();
    });
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, &LibraryPanel::look);
    connect(m_filters, &LibraryFilters::changed, this, &LibraryPanel::look);
    connect(m_filterButton, &QToolButton::toggled, this, [this](bool on) {
        m_filters->setVisible(on);
        if (!on)
            m_filters->clear();
    });
    connect(m_searcher, &DocumentSearch::found, this, &LibraryPanel::takeHits);
    connect(m_view, &QListView::activated, this, &LibraryPanel::open);
    connect(m_view, &QListView::clicked, this, &LibraryPanel::open);
    connect(m_view, &QListView::customContextMenuRequested, this, &LibraryPanel::showMenu);
}

void LibraryPanel::startSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LibraryPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

/// A hidden tab costs nothing, at the start of the program least of all.
void LibraryPanel::reloadWhenSeen()
{
    m_stale = true;
    if (isVisible())
        reload();
}

void LibraryPanel::reload()
{
    m_stale = false;
    Library *library = m_session.sources().library();
    m_searcher->setLibrary(library);
    const qint64 chosen = current();
    m_model->setDocuments(library ? library->documents() : std::vector<Document>());
    m_filters->setPublishers(library ? library->publishers() : QStringList());
    look();
    if (const QModelIndex again = m_model->find(chosen); again.isValid())
        m_view->setCurrentIndex(again);
}

void LibraryPanel::look()
{
    const QString words = m_search->text().trimmed();
    const LibraryScope scope = m_filters->scope();
    if (words.isEmpty() && scope.empty()) {
        m_searcher->forget();
        m_model->clearHits();
        return showCount();
    }
    const DocumentFilter filter = m_session.atlas()
        ? filterOf(scope, *m_session.atlas(), m_model->documents(), m_links())
        : DocumentFilter{scope.publisher, scope.from, scope.to};
    m_searcher->ask({words, filter, mostShown});
}

void LibraryPanel::takeHits(const QString &words, const std::vector<SearchHit> &hits)
{
    if (words != m_search->text().trimmed())
        return;
    m_model->setHits(hits);
    showCount();
}

void LibraryPanel::showCount()
{
    const int all = static_cast<int>(m_model->documents().size());
    const int shown = m_model->rowCount();
    if (all == 0)
        m_count->setText(tr("No sources yet. Add your copies of articles with File ▸ Add sources, drop files here, or paste text."));
    else if (m_model->showsHits())
        m_count->setText(shown >= mostShown      ? tr("The first %1 sources that fit, near copies counted once").arg(shown)
                         : shown > 0             ? tr("%1 of %2 sources, near copies counted once").arg(shown).arg(all)
                         : all == 1              ? tr("Nothing found in your source.")
                                                 : tr("Nothing found in %1 sources.").arg(all));
    else
        m_count->setText(all == 1 ? tr("1 source") : tr("%1 sources").arg(all));
}

void LibraryPanel::showProgress(int done, int all)
{
    m_importBar->show();
    m_progress->setRange(0, all);
    m_progress->setValue(done);
    m_progress->setFormat(all > 0 ? tr("%1 of %2 files").arg(done).arg(all) : tr("Reading …"));
}

void LibraryPanel::open(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT openRequested(index.data(DocumentModel::DocumentRole).toLongLong(), index.data(DocumentModel::OffsetRole).toInt(),
                             index.data(DocumentModel::PassageRole).toString());
}

qint64 LibraryPanel::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? index.data(DocumentModel::DocumentRole).toLongLong() : 0;
}

void LibraryPanel::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex index = m_view->indexAt(at);
    const Document *document = index.isValid() ? m_model->document(index.data(DocumentModel::DocumentRole).toLongLong()) : nullptr;
    if (document) {
        const qint64 id = document->id;
        menu->addAction(tr("&Read"), this, [this, id, offset = index.data(DocumentModel::OffsetRole).toInt(),
                                            passage = index.data(DocumentModel::PassageRole).toString()] {
            Q_EMIT openRequested(id, offset, passage);
        });
        menu->addAction(tr("&Edit record …"), QKeySequence(Qt::Key_F2), this, [this, id] { editRecord(id); });
        addCiteMenu(*menu, document->csl);
        menu->addAction(tr("Show the &file"), this, [path = document->path] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
        })->setEnabled(!document->path.isEmpty());
        menu->addSeparator();
        menu->addAction(tr("&Remove from the library …"), QKeySequence(Qt::Key_Delete), this, [this, id] { remove(id); });
        menu->addSeparator();
    }
    menu->addAction(tr("&Add sources …"), this, &LibraryPanel::addRequested);
    QAction *keep = menu->addAction(tr("&Keep the files themselves in the library"));
    keep->setCheckable(true);
    keep->setChecked(m_session.sources().options().keepBytes);
    connect(keep, &QAction::toggled, this, [this](bool on) { m_session.keepFiles(on); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void LibraryPanel::editRecord(qint64 id)
{
    const Document *document = m_model->document(id);
    if (!document)
        return;
    auto *dialog = new RecordDialog(*document, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
        const Result<Done> done = m_session.sources().setCsl(id, dialog->csl());
        if (!done)
            m_session.report(Session::Severity::Error, done.error().text());
    });
    dialog->open();
}

void LibraryPanel::remove(qint64 id)
{
    const Document *document = m_model->document(id);
    if (!document)
        return;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove from the library"),
                                     tr("Remove “%1” from the library?").arg(document->title),
                                     QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Your file stays where it is. Passages you linked stay in your project, with their words."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const auto *yes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(question, &QMessageBox::finished, this, [this, question, yes, id] {
        if (question->clickedButton() != yes)
            return;
        const Result<Done> done = m_session.sources().remove(id);
        if (!done)
            m_session.report(Session::Severity::Error, done.error().text());
    });
    question->open();
}

/// Enter in the list opens what is chosen there, in the search line the first that fits.
bool LibraryPanel::openByKey(const QObject *where)
{
    const bool searching = where == m_search && m_model->showsHits() && !m_pause->isActive();
    const QModelIndex index = searching ? m_model->index(0) : where == m_view ? m_view->currentIndex() : QModelIndex();
    if (!index.isValid())
        return false;
    m_view->setCurrentIndex(index);
    open(index);
    Q_EMIT readingRequested();
    return true;
}

bool LibraryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_search && key == Qt::Key_Down && m_model->rowCount() > 0) {
        m_view->setFocus(Qt::TabFocusReason);
        m_view->setCurrentIndex(m_model->index(0));
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && openByKey(watched))
        return true;
    if (watched == m_view && current() > 0 && (key == Qt::Key_F2 || key == Qt::Key_Delete)) {
        if (key == Qt::Key_F2)
            editRecord(current());
        else
            remove(current());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ca
