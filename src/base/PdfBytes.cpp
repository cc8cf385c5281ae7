// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/PdfBytes.h"

#include <QList>
#include <QHashFunctions>
#include <QList>

namespace ca {

namespace {

/// Adds @p delta to a decimal number of ten digits in place, where it is beyond @p from.
void shiftNumber(QByteArray &pdf, qsizetype at, qsizetype digits, qsizetype from, qsizetype delta)
{
    const qlonglong value = pdf.mid(at, digits).toLongLong();
    if (value > from)
        pdf.replace(at, digits, QByteArray::number(value + delta).rightJustified(digits, '0'));
}

/// The table: "xref\n0 N\n", then N entries of 20 bytes, offset first; its own place stands after "startxref".
void shiftOffsets(QByteArray &pdf, qsizetype from, qsizetype delta)
{
    const qsizetype table = pdf.lastIndexOf("\nxref\n") + 1;
    const qsizetype header = pdf.indexOf('\n', table) + 1;
    const qsizetype first = pdf.indexOf('\n', header) + 1;
    const int count = pdf.mid(header, first - header).trimmed().split(' ').last().toInt();
    for (int i = 0; i < count; ++i)
        shiftNumber(pdf, first + i * 20, 10, from, delta);
    const qsizetype start = pdf.lastIndexOf("startxref\n") + 10;
    qsizetype end = start;
    while (end < pdf.size() && pdf[end] >= '0' && pdf[end] <= '9')
        ++end;
    pdf.replace(start, end - start, QByteArray::number(table));
}

} // namespace

SameHashOrder::SameHashOrder()
{
    QHashSeed::setDeterministicGlobalSeed();
}

SameHashOrder::~SameHashOrder()
{
    QHashSeed::resetRandomGlobalSeed();
}

QByteArray redatedPdf(QByteArray pdf, const QByteArray &date)
{
    const QByteArray key = "/CreationDate (";
    const qsizetype begin = pdf.indexOf(key) + key.size();
    const qsizetype end = pdf.indexOf(')', begin);
    if (begin < key.size() || end < 0)
        return pdf;
    const qsizetype delta = date.size() - (end - begin);
    pdf.replace(begin, end - begin, date);
    if (delta != 0)  // the writer stamps local time: the length of its zone differs from place to place
        shiftOffsets(pdf, begin, delta);
    return pdf;
}

} // namespace ca
