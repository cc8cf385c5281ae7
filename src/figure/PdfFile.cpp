// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PdfFile.h"

#include "base/PdfBytes.h"
#include "figure/FigureMetadata.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>

namespace ca::pdffile {

namespace {

constexpr int resolution = 1200;   ///< of the coordinates: fine enough for any printer
constexpr double deviceScale = 3;  ///< lines are drawn as finely as a 288 dpi print shows

} // namespace

Result<QByteArray> encode(const FigureComposition &figure, [[maybe_unused]] const WriteOptions &options)
{
    const FigureMetadata metadata = FigureMetadata::of(figure);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        const SameHashOrder sameOrder;
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
    return redatedPdf(bytes, metadata.pdfDate());
}

} // namespace ca::pdffile
