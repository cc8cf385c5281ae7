// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureMetadata.h"

#include "base/Tr.h"
#include "figure/FigureText.h"
#include "map/Scene.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace ca {

FigureMetadata FigureMetadata::of(const FigureComposition &figure)
{
    const AtlasData &data = figure.map.scene->atlas().data();
    FigureMetadata metadata;
    metadata.title = figure.content.title.isEmpty() ? data.title : figure.content.title;
    metadata.description = tr("Map from %1, version %2, as of %3.")
                               .arg(data.title, data.version, figuretext::date(figure.asOf));
    metadata.sources = figure.content.notes.plainText().join(u'\n');
    metadata.credits = figure.credits.text();
    metadata.licence = figure.credits.licences.join(QStringLiteral("; "));
    metadata.software = QStringLiteral("Corridor Atlas");
    if (const QString version = QCoreApplication::applicationVersion(); !version.isEmpty())
        metadata.software += u' ' + version;
    metadata.asOf = figure.asOf;
    return metadata;
}

QList<QPair<QString, QString>> FigureMetadata::textChunks() const
{
    QList<QPair<QString, QString>> chunks{
        {QStringLiteral("Title"), title},     {QStringLiteral("Description"), description},
        {QStringLiteral("Sources"), sources}, {QStringLiteral("Copyright"), credits},
        {QStringLiteral("Licence"), licence}, {QStringLiteral("AsOf"), asOf},
        {QStringLiteral("Software"), software}};
    chunks.removeIf([](const auto &chunk) { return chunk.second.isEmpty(); });
    return chunks;
}

QByteArray FigureMetadata::pdfDate() const
{
    const QDate day = figuretext::firstDay(asOf);
    // Without a date of its own a figure has that of https://reproducible-builds.org/specs/source-date-epoch/, never today's.
    const qint64 epoch = std::clamp(qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(), 0LL, 253'402'300'799LL);
    const QDateTime time = day.isValid() ? QDateTime(day, QTime(0, 0), Qt::UTC) : QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC);
    return "D:" + time.toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + 'Z';
}

QByteArray FigureMetadata::isoTime() const
{
    const QByteArray date = pdfDate();
    return date.mid(2, 4) + '-' + date.mid(6, 2) + '-' + date.mid(8, 2) + "T00:00:00Z";
}

} // namespace ca
