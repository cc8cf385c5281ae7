// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ReviewPanel.h"

#include "project/Project.h"
#include "window/LinkHandler.h"
#include "window/Session.h"
#include "window/TwoLineDelegate.h"

#include <QLabel>
#include <QListView>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ca {

namespace {
constexpr int idRole = Qt::UserRole + 20;
}

ReviewPanel::ReviewPanel(Session &session, LinkHandler &links, QWidget *parent)
    : QWidget(parent), m_session(session), m_links(links), m_summary(new QLabel(this)), m_view(new QListView(this)),
      m_model(new QStandardItemModel(this)), m_calm(new QTimer(this))
{
    setObjectName(QStringLiteral("reviewPanel"));
    m_summary->setWordWrap(true);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new TwoLineDelegate(this));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Passages that are not exact in your copies"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_view, 1);
    m_calm->setSingleShot(true);
    m_calm->setInterval(400);
    connect(m_calm, &QTimer::timeout, this, &ReviewPanel::refreshNow);
    connect(&session.sources(), &SourceLibrary::changed, this, &ReviewPanel::refreshLater);
    connect(&session.project(), &Project::changed, this, &ReviewPanel::refreshLater);
    connect(&session, &Session::atlasLoaded, this, &ReviewPanel::refreshLater);
    const auto open = [this](const QModelIndex &index) {
        m_links.follow(QUrl(QStringLiteral("read:") + index.data(idRole).toString()));
    };
    connect(m_view, &QListView::clicked, this, open);
    connect(m_view, &QListView::activated, this, open);
}

void ReviewPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        m_calm->start();
}

/// Nobody sees it: later.
void ReviewPanel::refreshLater()
{
    m_stale = true;
    if (isVisible())
        m_calm->start();
}

void ReviewPanel::refreshNow()
{
    const Library *library = m_session.sources().library();
    if (!m_session.atlas() || !library)
        return;
    m_stale = false;
    const int turn = ++m_turn;
    std::vector<ProjectPassage> own = m_session.project().passages();
    std::erase_if(own, [this](const ProjectPassage &passage) { return m_session.project().linksOfPassage(passage.id).empty(); });
    if (library->path() == QLatin1String(":memory:"))
        return show(reviewList(*m_session.atlas(), *library, own));
    using Listed = Result<std::vector<ReviewItem>>;
    QtConcurrent::run([file = library->path(), atlas = m_session.atlas(), own]() -> Listed {
        const auto opened = Library::open(file);
        return opened ? Listed(reviewList(*atlas, **opened, own)) : Listed(opened.error());
    }).then(this, [this, turn](const Listed &items) {
        if (turn != m_turn)
            return;
        if (items)
            show(*items);
        else
            m_summary->setText(items.error().text());
    });
}

void ReviewPanel::show(const std::vector<ReviewItem> &items)
{
    m_model->clear();
    for (const ReviewItem &item : items) {
        auto *row = new QStandardItem(item.words);
        QStringList details{item.reason, item.document};
        details.removeAll(QString());
        const QString detail = details.join(QStringLiteral(" · "));
        row->setData(verdictTitle(item.verdict), TwoLineDelegate::KindRole);
        row->setData(detail, TwoLineDelegate::DetailRole);
        row->setData(item.passage, idRole);
        row->setToolTip((item.words + u'\n' + detail).toHtmlEscaped());
        m_model->appendRow(row);
    }
    m_summary->setText(items.empty()       ? tr("Every passage that is in your copies stands there word for word.")
                       : items.size() == 1 ? tr("1 passage to look at: not found, ambiguous, changed or moved.")
                                           : tr("%1 passages to look at: not found, ambiguous, changed or moved.").arg(items.size()));
    Q_EMIT refreshed();
}

} // namespace ca
