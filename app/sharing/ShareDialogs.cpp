// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/ShareDialogs.h"

#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>

namespace ca {

namespace {

const QString shareFolderKey = QStringLiteral("share/folder");

QString folder(bool remember)
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return remember ? QSettings().value(shareFolderKey, documents).toString() : documents;
}

void keepFolder(const QString &file, bool remember)
{
    if (remember)
        QSettings().setValue(shareFolderKey, QFileInfo(file).absolutePath());
}

/// Another kind of file gets another suffix.
void useSuffix(QFileDialog &dialog, const QString &suffix)
{
    dialog.setDefaultSuffix(suffix);
    const QString chosen = dialog.selectedFiles().value(0);
    if (!chosen.isEmpty() && !QFileInfo(chosen).isDir())
        dialog.selectFile(QFileInfo(chosen).completeBaseName() + u'.' + suffix);
}

} // namespace

QString suffixOfFilter(const QString &filter)
{
    const qsizetype star = filter.lastIndexOf(QLatin1String("(*."));
    const QString rest = star < 0 ? QString() : filter.mid(star + 3);
    const qsizetype end = rest.indexOf(QRegularExpression(QStringLiteral("[ )]")));
    return rest.left(end);
}

void askWhereToSave(QWidget &window, const SaveQuestion &question, bool remember,
                    const std::function<void(const QString &file, const QString &filter)> &then)
{
    auto *dialog = new QFileDialog(&window, question.title, folder(remember));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters(question.filters);
    const QString suffix = suffixOfFilter(question.filters.value(0));
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(question.name + u'.' + suffix);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) { useSuffix(*dialog, suffixOfFilter(filter)); });
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [dialog, remember, then](const QString &file) {
        keepFolder(file, remember);
        then(file, dialog->selectedNameFilter());
    });
    dialog->open();
}

void askWhatToOpen(QWidget &window, const QString &title, const QString &filter, bool remember,
                   const std::function<void(const QString &file)> &then)
{
    auto *dialog = new QFileDialog(&window, title, folder(remember), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [remember, then](const QString &file) {
        keepFolder(file, remember);
        then(file);
    });
    dialog->open();
}

} // namespace ca
