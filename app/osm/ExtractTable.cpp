// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ExtractTable.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>

namespace ca {

namespace {

QString dayText(const QDateTime &at)
{
    return at.isValid() ? at.date().toString(Qt::ISODate) : QString();
}

} // namespace

ExtractTable::ExtractTable(std::vector<OfferedExtract> extracts, const QHash<QString, QString> &corridorTitles, QWidget *parent)
    : QTreeWidget(parent), m_extracts(std::move(extracts)), m_bytes(m_extracts.size(), -1)
{
    setObjectName(QStringLiteral("extracts"));
    setAccessibleName(tr("Extracts"));
    setHeaderLabels({tr("Extract"), tr("Corridors that cross it"), tr("Size"), tr("Date"), tr("On this computer")});
    setRootIsDecorated(false);
    setAlternatingRowColors(true);
    for (const OfferedExtract &extract : m_extracts)
        addRow(extract, corridorTitles);
    for (const int column : {TitleColumn, SizeColumn, DateColumn})
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(CorridorsColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(StateColumn, QHeaderView::Interactive);
    header()->setStretchLastSection(false);
    header()->resizeSection(StateColumn, fontMetrics().averageCharWidth() * 34);
    connect(this, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem *, int column) {
        if (column == TitleColumn)
            Q_EMIT chosenChanged();
    });
    setCurrentItem(topLevelItem(0));
}

void ExtractTable::addRow(const OfferedExtract &extract, const QHash<QString, QString> &corridorTitles)
{
    QStringList corridors;
    for (const QString &id : extract.corridors)
        corridors << corridorTitles.value(id, id);
    const QString crossing = corridors.isEmpty() ? tr("none") : corridors.join(QStringLiteral(", "));
    auto *item = new QTreeWidgetItem(this, {extract.title, crossing, tr("unknown"), tr("unknown"), QString()});
    item->setCheckState(TitleColumn, Qt::Unchecked);
    item->setToolTip(TitleColumn, tr("%1\nLicence: %2").arg(extract.url.toDisplayString(), extract.licence));
    item->setToolTip(CorridorsColumn, crossing);
    item->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
}

QString ExtractTable::target(int row) const
{
    return QDir(m_folder).filePath(extract(row).fileName());
}

std::vector<int> ExtractTable::rows() const
{
    std::vector<int> all;
    for (int row = 0; row < topLevelItemCount(); ++row)
        all.push_back(row);
    return all;
}

std::vector<int> ExtractTable::chosen() const
{
    std::vector<int> ticked = rows();
    std::erase_if(ticked, [this](int row) { return topLevelItem(row)->checkState(TitleColumn) != Qt::Checked; });
    return ticked;
}

qint64 ExtractTable::bytesOfChosen() const
{
    qint64 sum = 0;
    for (const int row : chosen()) {
        if (m_bytes[std::size_t(row)] < 0)
            return -1;
        sum += m_bytes[std::size_t(row)];
    }
    return sum;
}

bool ExtractTable::chosenHaveParts() const
{
    const std::vector<int> ticked = chosen();
    return std::any_of(ticked.begin(), ticked.end(), [this](int row) { return PartFile::keptBytes(target(row), extract(row).url) > 0; });
}

void ExtractTable::setFolder(const QString &folder)
{
    m_folder = folder;
    for (const int row : rows())
        lookFor(row);
}

void ExtractTable::lookFor(int row)
{
    const QFileInfo there(target(row));
    const QLocale locale;
    if (const qint64 kept = PartFile::keptBytes(there.filePath(), extract(row).url); kept > 0)
        setWords(row, tr("begun: %1 are here").arg(locale.formattedDataSize(kept)));
    else if (there.isFile())
        setWords(row, tr("here: of %1, %2").arg(dayText(there.lastModified().toUTC()), locale.formattedDataSize(there.size())));
    else
        setWords(row, tr("not here"));
}

void ExtractTable::setRemote(int row, const Result<RemoteFile> &file)
{
    QTreeWidgetItem *item = topLevelItem(row);
    const qint64 bytes = file.ok() ? file->bytes : -1;
    m_bytes[std::size_t(row)] = bytes;
    item->setText(SizeColumn, bytes >= 0 ? QLocale().formattedDataSize(bytes) : tr("unknown"));
    item->setText(DateColumn, file.ok() && file->modified.isValid() ? dayText(file->modified) : tr("unknown"));
    item->setToolTip(SizeColumn, file.ok() ? QString() : file.error().text());
    Q_EMIT chosenChanged();
}

void ExtractTable::setProgress(int row, const DownloadProgress &progress)
{
    const QLocale locale;
    if (progress.checking)
        setWords(row, tr("being checked …"));
    else if (progress.total > 0)
        setWords(row, tr("%1 of %2").arg(locale.formattedDataSize(progress.bytes), locale.formattedDataSize(progress.total)));
    else
        setWords(row, locale.formattedDataSize(progress.bytes));
}

void ExtractTable::setOutcome(int row, const DownloadOutcome &outcome)
{
    lookFor(row);
    switch (outcome.end) {
    case DownloadOutcome::End::Failed:
        return setWords(row, tr("failed: %1").arg(outcome.error.message), outcome.error.text());
    case DownloadOutcome::End::UpToDate:
        return setWords(row, tr("here, as new as the server's"));
    case DownloadOutcome::End::Written:
        topLevelItem(row)->setCheckState(TitleColumn, Qt::Unchecked);  // its errand is done
        return;
    case DownloadOutcome::End::Cancelled:
        return;
    }
}

void ExtractTable::setWords(int row, const QString &state, const QString &tip)
{
    topLevelItem(row)->setText(StateColumn, state);
    topLevelItem(row)->setToolTip(StateColumn, tip.isEmpty() ? state : tip);
}

} // namespace ca
