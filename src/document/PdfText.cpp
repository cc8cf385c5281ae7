// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/PdfText.h"

#include "base/Tr.h"
#include "document/DublinCore.h"
#include "document/PdfParagraphs.h"
#include "document/PdfProcess.h"
#include "document/TextLines.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace ca::PdfText {
namespace {

/// D:20261126101500+04'00' as 2026-11-26T10:15:00; a date of the file, no date of publication.
QString isoDate(const QString &pdfDate)
{
    static const QRegularExpression form(QStringLiteral("^(?:D:)?(\\d{4})(\\d\\d)(\\d\\d)(?:(\\d\\d)(\\d\\d)(\\d\\d))?"));
    const QRegularExpressionMatch m = form.match(pdfDate);
    if (!m.hasMatch())
        return pdfDate;
    const QString day = m.captured(1) + u'-' + m.captured(2) + u'-' + m.captured(3);
    return m.captured(4).isEmpty() ? day : day + u'T' + m.captured(4) + u':' + m.captured(5) + u':' + m.captured(6);
}

void addMetadata(CslItem &csl, const PdfContents &contents, const CancelToken &cancel)
{
    csl.setText(QStringLiteral("title"), contents.title, QStringLiteral("PDF Title"));
    csl.addAuthorName(contents.author, QStringLiteral("PDF Author"));
    DublinCore::addTo(csl, contents.xmp, QStringLiteral("XMP"), cancel);
    csl.setCustom(QStringLiteral("created"), isoDate(contents.created));
    csl.setType(QStringLiteral("document"));
}

/// Browsers print a page's address into the margin.
void addAddress(CslItem &csl, const QStringList &furniture)
{
    for (const QString &line : furniture) {
        const QString address = line.section(QChar(u'\t'), 0, 0).section(u' ', 0, 0);
        const QUrl url(address, QUrl::StrictMode);
        const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (isWeb && !url.host().isEmpty() && !address.contains(QChar(0x2026)))
            csl.setText(QStringLiteral("URL"), address, QStringLiteral("printed in the margin"));
    }
}

QStringList remarksOn(const PdfContents &contents, const QStringList &furniture)
{
    QStringList remarks;
    const auto empty = std::count_if(contents.pages.begin(), contents.pages.end(), [](const PdfPage &p) { return p.words.isEmpty(); });
    if (empty > 0)
        remarks << tr("%1 of %2 pages hold no text; are they scanned?").arg(empty).arg(contents.pageCount);
    if (contents.unreadable > 0)
        remarks << tr("%1 of %2 pages are damaged and could not be read.").arg(contents.unreadable).arg(contents.pageCount);
    if (contents.complaints > 0)
        remarks << tr("The PDF has faults; some of its text may be missing.");
    if (!furniture.isEmpty())
        remarks << tr("Running headers, footers and page numbers were left out (\"%1\").").arg(furniture.front().left(60).simplified());
    return remarks;
}

} // namespace

Result<DocumentParts> read(const QByteArray &bytes, const CancelToken &cancel)
{
    const Result<PdfContents> contents = PdfProcess::read(bytes, cancel);
    if (!contents)
        return contents.error();
    std::vector<PdfLine> lines;
    for (int i = 0; i < static_cast<int>(contents->pages.size()); ++i) {
        if (cancel.cancelled())
            return Error{readingCancelled(), {}, 0};
        const std::vector<PdfLine> page = PdfLines::of(contents->pages[i], i);
        lines.insert(lines.end(), page.begin(), page.end());
    }
    if (lines.empty())
        return Error{tr("Its pages hold no text, only pictures (a scan?). Let a text recognition program read it first."), {}, 0};
    DocumentParts parts;
    addMetadata(parts.csl, *contents, cancel);
    const QStringList furniture = PdfLines::takeFurniture(lines, contents->pageCount);
    addAddress(parts.csl, furniture);
    const PdfParagraphs paragraphs(lines, static_cast<int>(contents->pages.size()));
    parts.text = paragraphs.text();
    parts.pages = paragraphs.pages();
    parts.remarks = remarksOn(*contents, furniture);
    return parts;
}

} // namespace ca::PdfText
