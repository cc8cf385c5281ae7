// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PdfFile.h"

#include "figure/FigureMetadata.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHashFunctions>
#include <QPageSize>
#include <QPdfWriter>

namespace ca::pdffile {

namespace {

constexpr int resolution = 1200;   ///< of the coordinates: fine enough for any printer
constexpr double deviceScale = 3;  ///< lines are drawn as finely as a 288 dpi print shows

/// Qt's PDF engine writes its fonts in the order of a hash: while one of these lives, hashes begun have no random seed.
class SameOrder {
public:
    SameOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~SameOrder() { QHashSeed::resetRandomGlobalSeed(); }
    Q_DISABLE_COPY(SameOrder)
};

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

QByteArray redated(QByteArray pdf, const QByteArray &date)
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

Result<QByteArray> encode(const FigureComposition &figure)
{
    const FigureMetadata metadata = FigureMetadata::of(figure);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        const SameOrder sameOrder;
        QPdfWriter writer(&buffer);
        writer.setTitle(metadata.title);
        writer.setCreator(metadata.software);
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(figure.page * 72.0 / 96.0, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        if (!metadata.sources.isEmpty())
            writer.addFileAttachment(QStringLiteral("sources.txt"), metadata.sources.toUtf8(), QStringLiteral("text/plain"));
        QPainter painter;
        if (!painter.begin(&writer))
            return Error{QCoreApplication::translate("PdfFile", "the PDF page could not be begun"), {}, 0};
        painter.scale(resolution / 96.0, resolution / 96.0);
        figure.paint(painter, deviceScale);
    }
    return redated(bytes, metadata.pdfDate());
}

} // namespace ca::pdffile
