// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/TextExtractor.h"

#include "base/Tr.h"
#include "document/ArticleText.h"
#include "document/Checksum.h"
#include "document/DocumentFormat.h"
#include "document/DocumentLimits.h"
#include "document/DocxText.h"
#include "document/EpubText.h"
#include "document/HtmlText.h"
#include "document/MarkdownText.h"
#include "document/MhtmlText.h"
#include "document/OdtText.h"
#include "document/PdfText.h"
#include "document/TextDecoding.h"

#include <QFile>
#include <QFileInfo>

namespace ca::TextExtractor {
namespace {

static_assert(maxBytes == limits::textFileBytes && maxPackedBytes == limits::packedFileBytes);

Error refusal(const QString &file, const QString &reason)
{
    return {reason, file, 0};
}

QString tooLarge(qint64 size, const FormatInfo &format)
{
    return tr("It is too large: %1 MB; at most %2 MB are taken in.")
        .arg((size + limits::megabyte - 1) / limits::megabyte).arg(format.maxBytes / limits::megabyte);
}

/// Why the file cannot be read at all; empty when nothing is known against it.
QString objection(const QFileInfo &info)
{
    if (!info.exists())
        return tr("There is no such file.");
    if (info.isDir())
        return tr("It is a folder, not a document.");
    if (!info.isFile())
        return tr("It is not an ordinary file.");
    const FormatInfo *format = formatBySuffix(info.fileName());
    if (!format)
        return tr("Files of this type cannot be taken in (%1 can).").arg(suffixes().join(QStringLiteral(", ")));
    if (info.size() > format->maxBytes)
        return tooLarge(info.size(), *format);
    return {};
}

/// The first line with words, without Markdown's marks, cut to the length of a headline.
QString titleOf(const ArticleText &article)
{
    constexpr int longest = 120;
    if (article.paragraphs.empty())
        return {};
    const auto &first = article.paragraphs.front();
    QString line = article.text.mid(first.start, first.length).simplified();
    while (line.startsWith(u'#'))
        line.remove(0, 1);
    line = line.trimmed();
    if (line.size() <= longest)
        return line;
    const qsizetype space = line.lastIndexOf(u' ', longest - 1);
    return line.left(space > longest / 2 ? space : longest - 1) + QChar(0x2026);
}

Result<DocumentParts> readPlain(const QByteArray &bytes, const CancelToken &)
{
    const Result<QString> text = decodeText(bytes);
    if (!text)
        return text.error();
    DocumentParts parts;
    parts.text = ArticleText::fromPlainText(*text).text;
    parts.csl.setType(QStringLiteral("document"));
    return parts;
}

Result<DocumentParts> readMarkdown(const QByteArray &bytes, const CancelToken &cancel)
{
    const Result<QString> text = decodeText(bytes);
    return text ? MarkdownText::read(*text, cancel) : Result<DocumentParts>(text.error());
}

Result<DocumentParts> readAs(DocumentFormat format, const QByteArray &bytes, const CancelToken &cancel)
{
    switch (format) {
    case DocumentFormat::PlainText: return readPlain(bytes, cancel);
    case DocumentFormat::Markdown: return readMarkdown(bytes, cancel);
    case DocumentFormat::Html: return HtmlText::readPage(bytes, cancel);
    case DocumentFormat::Mhtml: return MhtmlText::read(bytes, cancel);
    case DocumentFormat::Pdf: return PdfText::read(bytes, cancel);
    case DocumentFormat::Docx: return DocxText::read(bytes, cancel);
    case DocumentFormat::Odt: return OdtText::read(bytes, cancel);
    case DocumentFormat::Epub: return EpubText::read(bytes, cancel);
    }
    return Error{tr("Files of this type cannot be taken in."), {}, 0};
}

Result<ExtractedText> finish(const QString &name, const QByteArray &bytes, DocumentFormat format, Result<DocumentParts> parts)
{
    if (!parts)
        return refusal(name, parts.error().message);
    if (parts->text.size() > limits::textCharacters)
        return refusal(name, tooMuchText());
    const ArticleText article = ArticleText::fromPlainText(parts->text);
    if (article.paragraphs.empty())
        return refusal(name, format == DocumentFormat::PlainText ? tr("It holds no text, only white space.")
                                                                 : tr("It holds no text."));
    ExtractedText extracted;
    extracted.text = parts->text;
    extracted.csl = parts->csl.toJson();
    extracted.title = parts->csl.text(QStringLiteral("title"));
    if (extracted.title.isEmpty())
        extracted.title = titleOf(article);
    extracted.sha256 = sha256Of(bytes);
    extracted.bytes = bytes.size();
    extracted.pages = std::move(parts->pages);
    extracted.format = QString::fromLatin1(formatInfo(format).mime);
    extracted.remarks = parts->remarks;
    return extracted;
}

} // namespace

QStringList suffixes()
{
    QStringList all;
    for (const FormatInfo &format : documentFormats())
        all << QString::fromLatin1(format.suffixes).split(u' ');
    return all;
}

bool supports(const QString &file)
{
    return formatBySuffix(file) != nullptr;
}

Result<ExtractedText> read(const QString &file, const CancelToken &cancel)
{
    const QString reason = objection(QFileInfo(file));
    if (!reason.isEmpty())
        return refusal(file, reason);
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return refusal(file, tr("It cannot be read: %1.").arg(in.errorString()));
    // One byte over the limit tells a file that grew since it was measured.
    const QByteArray bytes = in.read(formatBySuffix(file)->maxBytes + 1);
    if (in.error() != QFileDevice::NoError)
        return refusal(file, tr("It cannot be read: %1.").arg(in.errorString()));
    return readBytes(file, bytes, cancel);
}

Result<ExtractedText> readBytes(const QString &name, const QByteArray &bytes, const CancelToken &cancel)
{
    if (bytes.isEmpty())
        return refusal(name, tr("It is empty."));
    if (bytes.size() > maxPackedBytes)
        return refusal(name, tooLarge(bytes.size(), formatInfo(DocumentFormat::Pdf)));
    const Result<DetectedFormat> detected = detectFormat(name, bytes);
    if (!detected)
        return refusal(name, detected.error().message);
    const FormatInfo &format = formatInfo(detected->format);
    if (bytes.size() > format.maxBytes)
        return refusal(name, tooLarge(bytes.size(), format));
    if (cancel.cancelled())
        return refusal(name, readingCancelled());
    Result<ExtractedText> extracted = finish(name, bytes, format.format, readAs(format.format, bytes, cancel));
    if (extracted && !detected->remark.isEmpty())
        extracted->remarks.prepend(detected->remark);
    return extracted;
}

Result<ExtractedText> readSelection(const QString &html, const CancelToken &cancel)
{
    if (html.size() > maxBytes)
        return refusal({}, tooLarge(html.size(), formatInfo(DocumentFormat::Html)));
    return finish({}, html.toUtf8(), DocumentFormat::Html, HtmlText::readSelection(html, cancel));
}

} // namespace ca::TextExtractor
