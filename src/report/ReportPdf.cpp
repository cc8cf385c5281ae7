// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportPdf.h"

#include "base/PdfBytes.h"
#include "base/Tr.h"
#include "report/ReportTextDocument.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QDate>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>

#include <cmath>

namespace ca {

namespace {

constexpr int resolution = 1200;
constexpr double margin = 20;     // mm
constexpr double footerRoom = 8;  // mm, inside the lower margin

double pixels(double millimetres)
{
    return millimetres / 25.4 * resolution;
}

QByteArray pdfDate(const QString &asOf)
{
    const QString padded = asOf.size() == 4 ? asOf + QStringLiteral("-01-01") : asOf.size() == 7 ? asOf + QStringLiteral("-01") : asOf;
    const QDate day = QDate::fromString(padded, Qt::ISODate);
    return "D:" + (day.isValid() ? day : QDate(1970, 1, 1)).toString(QStringLiteral("yyyyMMdd")).toLatin1() + "000000Z";
}

void drawFooter(QPainter &painter, const QSizeF &page, const ReportContent &content, int number, int pages)
{
    painter.setFont(reportFont(8.5));
    painter.setPen(QColor(0x56, 0x60, 0x6b));
    const QRectF line(pixels(margin), page.height() - pixels(margin) + pixels(footerRoom / 2), page.width() - pixels(2 * margin), pixels(footerRoom));
    const QString state = content.asOf.isEmpty() ? content.title : content.title + QStringLiteral(" · ") + content.asOf;
    const QString count = tr("Page %1 of %2").arg(number).arg(pages);
    const double room = line.width() - painter.fontMetrics().horizontalAdvance(count + QStringLiteral("    "));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, painter.fontMetrics().elidedText(state, Qt::ElideRight, int(room)));
    painter.drawText(line, Qt::AlignRight | Qt::AlignTop, count);
}

void drawPage(QPainter &painter, QTextDocument &document, int index)
{
    const QSizeF body = document.pageSize();
    const QRectF view(0, index * body.height(), body.width(), body.height());
    painter.save();
    painter.translate(pixels(margin), pixels(margin) - view.top());
    painter.setClipRect(view);
    QAbstractTextDocumentLayout::PaintContext context;
    // A pixel less: what begins right where the page ends is the next page's, and invisible text can be copied, too.
    context.clip = view.adjusted(0, 0, 0, -1);
    context.palette.setColor(QPalette::Text, QColor(0x1b, 0x1f, 0x24));
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

} // namespace

Result<QByteArray> reportPdf(const ReportContent &content)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        const SameHashOrder sameOrder;
        QPdfWriter writer(&buffer);
        writer.setTitle(content.title);
        writer.setCreator(QStringLiteral("Corridor Atlas"));
        writer.setResolution(resolution);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        const QSizeF page(writer.width(), writer.height());
        QTextDocument document;
        // Whole pixels: Qt lays out in steps of 1/64, and the first line of a page must not stand a trifle above its top.
        fillTextDocument(document, content, writer,
                         QSizeF(std::floor(page.width() - pixels(2 * margin)), std::floor(page.height() - pixels(2 * margin))));
        QPainter painter;
        if (!painter.begin(&writer))
            return Error{tr("the PDF could not be begun"), {}, 0};
        const int pages = document.pageCount();
        for (int i = 0; i < pages; ++i) {
            if (i > 0 && !writer.newPage())
                return Error{tr("page %1 of the PDF could not be begun").arg(i + 1), {}, 0};
            drawPage(painter, document, i);
            drawFooter(painter, page, content, i + 1, pages);
        }
    }
    return redatedPdf(bytes, pdfDate(content.asOf));
}

} // namespace ca
