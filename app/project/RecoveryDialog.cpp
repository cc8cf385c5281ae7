// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/RecoveryDialog.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace ca {
namespace {

/// What there is, and nothing of which there is none.
QString contentOf(const RecoverableProject &work)
{
    const std::pair<QString, int> kinds[] = {{RecoveryDialog::tr("passages: %1"), work.passages},
                                             {RecoveryDialog::tr("links: %1"), work.links},
                                             {RecoveryDialog::tr("notes: %1"), work.notes},
                                             {RecoveryDialog::tr("views: %1"), work.views},
                                             {RecoveryDialog::tr("lines from OpenStreetMap: %1"), work.lines}};
    QStringList content;
    for (const auto &[kind, count] : kinds) {
        if (count > 0)
            content << kind.arg(count);
    }
    return content.isEmpty() ? RecoveryDialog::tr("empty") : content.join(QStringLiteral(", "));
}

QString lineOf(const RecoverableProject &work)
{
    const QString name = work.file.isEmpty() ? RecoveryDialog::tr("Untitled project") : QFileInfo(work.file).completeBaseName();
    const QString when = QLocale().toString(work.lastEdit.toLocalTime(), QLocale::ShortFormat);
    if (!work.problem.isEmpty())
        return RecoveryDialog::tr("%1 – last change %2 – cannot be opened: %3").arg(name, when, work.problem);
    return RecoveryDialog::tr("%1 – last change %2 – %3").arg(name, when, contentOf(work));
}

} // namespace

RecoveryDialog::RecoveryDialog(std::vector<RecoverableProject> works, QWidget *parent)
    : QDialog(parent), m_works(std::move(works)), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Recover unsaved work"));
    auto *text = new QLabel(tr("Corridor Atlas did not end properly the last time. These changes were not saved:"), this);
    text->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    m_recover = buttons->addButton(tr("&Recover"), QDialogButtonBox::AcceptRole);
    m_discard = buttons->addButton(tr("&Discard"), QDialogButtonBox::DestructiveRole);
    buttons->addButton(tr("&Later"), QDialogButtonBox::RejectRole);
    m_recover->setDefault(true);
    m_list->setAccessibleName(text->text());
    m_list->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    connect(m_recover, &QPushButton::clicked, this, &RecoveryDialog::recoverChosen);
    connect(m_discard, &QPushButton::clicked, this, &RecoveryDialog::discardChosen);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &RecoveryDialog::refresh);
    connect(m_list, &QListWidget::itemActivated, this, &RecoveryDialog::recoverChosen);
    fill();
    resize(560, 260);
}

void RecoveryDialog::fill()
{
    m_list->clear();
    for (const RecoverableProject &work : m_works) {
        auto *item = new QListWidgetItem(lineOf(work), m_list);
        item->setToolTip(work.file);
    }
    m_list->setCurrentRow(0);
    refresh();
}

const RecoverableProject *RecoveryDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= static_cast<int>(m_works.size()) ? nullptr : &m_works[static_cast<std::size_t>(row)];
}

void RecoveryDialog::refresh()
{
    const RecoverableProject *work = chosen();
    m_recover->setEnabled(work && work->problem.isEmpty());
    m_discard->setEnabled(work != nullptr);
}

void RecoveryDialog::recoverChosen()
{
    if (const RecoverableProject *work = chosen(); work && work->problem.isEmpty())
        Q_EMIT recoverRequested(RecoverableProject(*work));
}

void RecoveryDialog::discardChosen()
{
    const RecoverableProject *work = chosen();
    if (!work)
        return;
    const auto answer = QMessageBox::warning(this, tr("Discard unsaved work"), tr("These changes cannot be brought back once discarded."),
                                             QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Cancel);
    if (answer != QMessageBox::Discard)
        return;
    const Result<Done> done = discardRecoverable(*work);
    if (!done)
        QMessageBox::warning(this, tr("Discard unsaved work"), done.error().text());
    m_works.erase(m_works.begin() + m_list->currentRow());
    if (m_works.empty())
        return accept();
    fill();
}

} // namespace ca
