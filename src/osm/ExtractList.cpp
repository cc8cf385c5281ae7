// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ExtractList.h"

#include "base/Tr.h"
#include "store/CsvReader.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace ca {

namespace {

enum ExtractColumn { IdColumn, TitleColumn, UrlColumn, CountriesColumn, CorridorsColumn, LicenceColumn };

const QStringList &extractColumns()
{
    static const QStringList columns{QStringLiteral("id"),        QStringLiteral("title"),     QStringLiteral("url"),
                                     QStringLiteral("countries"), QStringLiteral("corridors"), QStringLiteral("licence")};
    return columns;
}

/// What is wrong with @p extract; empty = nothing.
QString extractFault(const OfferedExtract &extract, const std::vector<OfferedExtract> &others)
{
    static const QRegularExpression id(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
    static const QRegularExpression country(QStringLiteral("\\A[A-Z]{2}\\z"));
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]*\\.osm\\.pbf\\z"));
    if (!id.match(extract.id).hasMatch())
        return tr("“%1” is no id: lower-case letters, digits and hyphens").arg(extract.id);
    if (std::any_of(others.begin(), others.end(), [&](const OfferedExtract &other) { return other.id == extract.id; }))
        return tr("the id “%1” is there twice").arg(extract.id);
    if (extract.title.isEmpty() || extract.licence.isEmpty())
        return tr("title and licence must not be empty");
    if (!extract.url.isValid() || extract.url.scheme() != u"https" || extract.url.host().isEmpty())
        return tr("“%1” is no https address").arg(extract.url.toString());
    if (!name.match(extract.fileName()).hasMatch())
        return tr("“%1” names no .osm.pbf file").arg(extract.url.toString());
    for (const QString &code : extract.countries) {
        if (!country.match(code).hasMatch())
            return tr("“%1” is no country code of two letters").arg(code);
    }
    return {};
}

QStringList listCell(const QString &cell)
{
    return cell.split(u';', Qt::SkipEmptyParts);
}

} // namespace

QUrl OfferedExtract::checksumUrl() const
{
    QUrl sum = url;
    sum.setPath(url.path() + QStringLiteral(".md5"));
    return sum;
}

QString OfferedExtract::fileName() const
{
    return url.fileName();
}

ExtractList parseExtractList(const QByteArray &bytes, const QString &file)
{
    const CsvTable table = parseCsv(bytes, file);
    ExtractList list{{}, table.errors};
    if (table.header != extractColumns()) {
        list.errors.push_back({tr("the columns must be %1").arg(extractColumns().join(QStringLiteral(", "))), file, 1});
        return list;
    }
    for (const CsvTable::Row &row : table.rows) {
        const QStringList &cells = row.cells;
        OfferedExtract extract{cells[IdColumn],
                               cells[TitleColumn],
                               QUrl(cells[UrlColumn], QUrl::StrictMode),
                               listCell(cells[CountriesColumn]),
                               listCell(cells[CorridorsColumn]),
                               cells[LicenceColumn]};
        if (const QString fault = extractFault(extract, list.extracts); !fault.isEmpty())
            list.errors.push_back({fault, file, row.line});
        else
            list.extracts.push_back(std::move(extract));
    }
    return list;
}

ExtractList bundledExtracts()
{
    QFile file(QStringLiteral(":/osm/osm-extracts.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return {{}, {{file.errorString(), file.fileName(), 0}}};
    return parseExtractList(file.readAll(), QStringLiteral("osm-extracts.csv"));
}

} // namespace ca
