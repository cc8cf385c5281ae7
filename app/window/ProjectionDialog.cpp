// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/ProjectionDialog.h"

#include "window/TwoLineDelegate.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ca {

namespace {

constexpr int typingPause = 250;          // milliseconds
constexpr std::size_t mostOffered = 200;  // systems in the list
constexpr int CodeRole = TwoLineDelegate::KindRole;

} // namespace

ProjectionDialog::ProjectionDialog(const GeoBox &view, const QString &current, QWidget *parent)
    : QDialog(parent), m_view(view), m_edit(new QLineEdit(this)), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)), m_verdict(new QLabel(this)), m_scales(new QLabel(this))
{
    setObjectName(QStringLiteral("projectionDialog"));
    setWindowTitle(tr("Another projection"));
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingPause);
    connect(&m_delay, &QTimer::timeout, this, &ProjectionDialog::startCheck);
    connect(m_edit, &QLineEdit::textChanged, this, &ProjectionDialog::takeText);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProjectionDialog::takeRow);
    connect(m_list, &QListView::doubleClicked, this, &ProjectionDialog::accept);
    m_edit->installEventFilter(this);
    m_edit->setText(current);
    m_edit->end(false);
    m_edit->home(true);  // all of it, with its beginning in sight
    readCatalogue();
}

void ProjectionDialog::build()
{
    m_edit->setObjectName(QStringLiteral("projectionEdit"));
    m_edit->setAccessibleName(tr("Projection"));
    m_edit->setPlaceholderText(tr("EPSG code, name or country, PROJ string or WKT"));
    m_edit->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("projectionList"));
    m_list->setAccessibleName(tr("Known systems"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumSize(520, 280);
    m_verdict->setObjectName(QStringLiteral("projectionVerdict"));
    for (QLabel *label : {m_verdict, m_scales}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMinimumHeight(label->fontMetrics().height() * 2);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    m_scales->setMinimumHeight(m_scales->fontMetrics().height());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_use = buttons->addButton(tr("Use"), QDialogButtonBox::AcceptRole);
    m_use->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ProjectionDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(10);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_verdict);
    layout->addWidget(m_scales);
    layout->addWidget(buttons);
}

void ProjectionDialog::readCatalogue()
{
    QtConcurrent::run([] { return std::make_shared<const CrsCatalogue>(CrsCatalogue::read()); })
        .then(this, [this](const std::shared_ptr<const CrsCatalogue> &catalogue) {
            m_catalogue = catalogue;
            fillList();
        });
}

void ProjectionDialog::takeText()
{
    m_check = {};
    m_use->setEnabled(false);
    m_verdict->setText(tr("Trying …"));
    m_scales->clear();
    m_delay.start();
    fillList();
}

void ProjectionDialog::fillList()
{
    const QString text = m_edit->text();
    // The row whose code was just taken stays in sight among its neighbours.
    const QModelIndex current = m_list->currentIndex();
    if (!m_catalogue || (current.isValid() && current.data(CodeRole).toString() == text))
        return;
    m_model->clear();
    // The definition in use is no search for others like it.
    const bool searching = m_edit->isModified() && !text.startsWith(u'+');
    const LatLon centre{m_view.centre().lat, std::remainder(m_view.centre().lon, 360)};
    for (const CrsCatalogue::Entry *entry : m_catalogue->find(searching ? text : QString(), centre, mostOffered)) {
        auto *item = new QStandardItem(entry->name);
        item->setData(entry->code, CodeRole);
        item->setData(entry->area, TwoLineDelegate::DetailRole);
        item->setToolTip(entry->area);
        m_model->appendRow(item);
    }
}

void ProjectionDialog::takeRow(const QModelIndex &row)
{
    const QString code = row.data(CodeRole).toString();
    if (!code.isEmpty() && code != m_edit->text())
        m_edit->setText(code);
}

void ProjectionDialog::startCheck()
{
    QtConcurrent::run([typed = m_edit->text(), view = m_view] { return checkProjection(typed, view); })
        .then(this, [this](const ProjectionCheck &check) { takeCheck(check); });
}

void ProjectionDialog::takeCheck(const ProjectionCheck &check)
{
    if (check.typed != m_edit->text())
        return;  // typed on meanwhile
    m_check = check;
    m_use->setEnabled(check.usable());
    m_verdict->setText(check.usable() ? check.title : check.problem);
    m_scales->setText(check.usable() ? scaleText(check.scales) : QString());
    if (m_acceptWhenChecked && check.usable())
        accept();
    m_acceptWhenChecked = false;
}

void ProjectionDialog::accept()
{
    if (m_check.typed != m_edit->text() || m_delay.isActive()) {
        m_acceptWhenChecked = true;
        return;
    }
    if (!m_check.usable())
        return;
    Q_EMIT chosen(m_check.definition, m_check.title);
    QDialog::accept();
}

bool ProjectionDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down && m_model->rowCount() > 0) {
            m_list->setFocus(Qt::ShortcutFocusReason);
            m_list->setCurrentIndex(m_model->index(0, 0));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ca
