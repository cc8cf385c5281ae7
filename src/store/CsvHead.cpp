// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CsvHead.h"

#include "base/Tr.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace ca {

namespace {

constexpr int sampledRecords = 20;

bool isBinary(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.peek(4096);
    return head.contains('\0') && !head.startsWith("\xFF\xFE") && !head.startsWith("\xFE\xFF");
}

/// How many cells the first records have when cut at @p separator; 0 when they do not all have as many.
std::size_t evenCells(CsvStream &stream, char separator)
{
    stream.setSeparator(separator);
    stream.rewind();
    std::size_t cells = 0;
    for (int i = 0; i < sampledRecords && stream.next(); ++i) {
        if (i > 0 && stream.cellCount() != cells)
            return 0;
        cells = stream.cellCount();
    }
    return cells;
}

std::size_t headerCells(CsvStream &stream, char separator)
{
    stream.setSeparator(separator);
    stream.rewind();
    return stream.next() ? stream.cellCount() : 0;
}

/// Sets the separator that cuts the first records into most cells, all alike; else the header into most.
void findSeparator(CsvStream &stream)
{
    constexpr char candidates[] = {',', ';', '\t', '|'};
    const auto best = [&](auto cells) {
        return std::pair(*std::ranges::max_element(candidates, {}, cells), std::ranges::max(candidates, {}, cells));
    };
    auto [separator, again] = best([&](char c) { return evenCells(stream, c); });
    if (evenCells(stream, separator) < 2)
        separator = best([&](char c) { return headerCells(stream, c); }).first;
    stream.setSeparator(separator);
    stream.rewind();
}

bool looksLikeWkt(std::string_view cell)
{
    if (cell.starts_with("SRID="))
        cell.remove_prefix(std::min(cell.size(), cell.find(';') + 1));
    const QString text = CsvStream::text(cell.substr(0, 24)).toUpper();
    for (const char *word : {"POINT", "LINESTRING", "POLYGON", "MULTI", "GEOMETRYCOLLECTION", "CIRCULARSTRING", "COMPOUNDCURVE",
                             "CURVEPOLYGON", "LINEARRING", "TRIANGLE", "TIN"}) {
        if (text.startsWith(QLatin1String(word)))
            return true;
    }
    return false;
}

bool holdsWkt(CsvStream &stream, int column)
{
    stream.rewind();
    (void)stream.next();
    for (int i = 0; i < sampledRecords && stream.next(); ++i) {
        if (const std::string_view cell = stream.cell(std::size_t(column)); !cell.empty())
            return looksLikeWkt(cell);
    }
    return false;
}

} // namespace

Result<CsvHead> openCsv(const QString &path, const QString &longitude, const QString &latitude)
{
    if (isBinary(path))
        return Error{tr("this is not a text file"), path, 0};
    CsvHead head;
    head.stream = std::make_unique<CsvStream>(path);
    findSeparator(*head.stream);
    if (!head.stream->next())
        return Error{head.stream->error().isEmpty() ? tr("the table has no header line") : head.stream->error(), path, 0};
    for (std::size_t i = 0; i < head.stream->cellCount(); ++i)
        head.columns += CsvStream::text(head.stream->cell(i));
    const auto holdsText = [&](int column) { return holdsWkt(*head.stream, column); };
    const Result<CsvGeometry> geometry = findCsvGeometry(head.columns, holdsText, longitude, latitude);
    if (!geometry)
        return Error{geometry.error().message, path, geometry.error().line};
    head.geometry = *geometry;
    head.stream->rewind();
    (void)head.stream->next();
    return head;
}

} // namespace ca
