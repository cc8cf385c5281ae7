// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureMetadata.h"

#include "figure/FigureText.h"
#include "map/Scene.h"

#include <QCoreApplication>
#include <QDate>

namespace ca {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FigureMetadata", text);
}

} // namespace

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
    const QString padded = asOf.size() == 4 ? asOf + QStringLiteral("-01-01")
        : asOf.size() == 7                  ? asOf + QStringLiteral("-01")
                                            : asOf;
    const QDate day = QDate::fromString(padded, Qt::ISODate);
    const QDate used = day.isValid() ? day : QDate(1970, 1, 1);
    return "D:" + used.toString(QStringLiteral("yyyyMMdd")).toLatin1() + "000000Z";
}

} // namespace ca
