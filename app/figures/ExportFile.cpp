// SPDX-License-Identifier: GPL-3.0-or-later
// Where ExportDialog writes to, and what it remembers.
#include "figure/FigurePresets.h"
#include "figures/ExportDialog.h"
#include "window/Session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>

namespace ca {

namespace {

constexpr int usualDpi = 192;

const QString exportFolderKey = QStringLiteral("export/folder"), formatKey = QStringLiteral("export/format");

} // namespace

QString exportFileStem(const FigureView &view)
{
    static const QRegularExpression unfit(QStringLiteral("[\\x00-\\x1f<>:\"/\\\\|?*]+"));
    constexpr int longest = 80;
    QString stem = view.name.isEmpty() ? view.figure.title : view.name;
    stem = stem.replace(unfit, QStringLiteral(" ")).simplified().left(longest);
    while (stem.startsWith(u'.') || stem.endsWith(u'.'))
        stem = stem.startsWith(u'.') ? stem.mid(1) : stem.chopped(1);
    return stem.isEmpty() ? QStringLiteral("corridor-map") : stem;
}

void ExportDialog::restoreFields()
{
    const FigurePreset *preset = figurePreset(view().figure.preset);
    m_dpi->setValue(preset ? static_cast<int>(preset->dpi) : usualDpi);
    if (m_session.options().remember)
        m_format->setCurrentIndex(std::max(0, m_format->findData(QSettings().value(formatKey).toString())));
}

void ExportDialog::rememberFields(const QString &path) const
{
    if (!m_session.options().remember)
        return;
    QSettings settings;
    settings.setValue(exportFolderKey, QFileInfo(path).absolutePath());
    settings.setValue(formatKey, format().id);
}

void ExportDialog::askAndWrite()
{
    const QString suffix = format().suffix;
    const QString folder = QSettings().value(exportFolderKey, QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)).toString();
    QFileDialog chooser(this, tr("Export figure"), folder, format().title + QStringLiteral(" (*.%1)").arg(suffix));
    chooser.setAcceptMode(QFileDialog::AcceptSave);
    chooser.setDefaultSuffix(suffix);   // before it asks about a file that exists
    chooser.selectFile(exportFileStem(view()) + u'.' + suffix);
    if (chooser.exec() != QDialog::Accepted || chooser.selectedFiles().isEmpty())
        return;
    const QString path = chooser.selectedFiles().constFirst();
    rememberFields(path);
    write(path);
}

} // namespace ca
