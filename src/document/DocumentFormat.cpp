// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/DocumentFormat.h"

#include "base/Tr.h"
#include "document/DocumentLimits.h"
#include "document/ZipReader.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <optional>

namespace ca {
namespace {

constexpr std::array formats{
    FormatInfo{DocumentFormat::PlainText, "text/plain", "txt text", limits::textFileBytes},
    FormatInfo{DocumentFormat::Markdown, "text/markdown", "md markdown", limits::textFileBytes},
    FormatInfo{DocumentFormat::Html, "text/html", "html htm xhtml", limits::textFileBytes},
    FormatInfo{DocumentFormat::Mhtml, "multipart/related", "mht mhtml", limits::packedFileBytes},
    FormatInfo{DocumentFormat::Pdf, "application/pdf", "pdf", limits::packedFileBytes},
    FormatInfo{DocumentFormat::Docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
               limits::packedFileBytes},
    FormatInfo{DocumentFormat::Odt, "application/vnd.oasis.opendocument.text", "odt", limits::packedFileBytes},
    FormatInfo{DocumentFormat::Epub, "application/epub+zip", "epub", limits::packedFileBytes},
};

bool isPacked(DocumentFormat format)
{
    return format == DocumentFormat::Pdf || format == DocumentFormat::Docx || format == DocumentFormat::Odt
        || format == DocumentFormat::Epub;
}

/// First bytes of files that people take for documents and that cannot be read.
QString unreadable(const QByteArray &bytes)
{
    if (bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
        return tr("It is an old Office file (.doc) or an Office file with a password. Save it as .docx without a "
                        "password and try again.");
    if (bytes.startsWith("{\\rtf"))
        return tr("It is an RTF file. Save it as .docx or .odt and try again.");
    if (bytes.startsWith("\x89PNG") || bytes.startsWith("\xFF\xD8\xFF") || bytes.startsWith("GIF8"))
        return tr("It is a picture; text in pictures cannot be read.");
    if (bytes.startsWith("\x1F\x8B") || bytes.startsWith("7z\xBC\xAF") || bytes.startsWith("Rar!"))
        return tr("It is an archive. Unpack it and take in the documents in it.");
    return {};
}

/// The first 4 kB as Latin letters, whatever their encoding, lower case.
QByteArray headOf(const QByteArray &bytes)
{
    QByteArray head = bytes.left(4096);
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
        head.replace('\0', QByteArray());
    return head.toLower();
}

/// Does a page of HTML begin here, after white space, marks and comments?
bool beginsAsHtml(const QByteArray &head)
{
    qsizetype at = head.indexOf('<');
    if (at < 0 || !head.left(at).trimmed().isEmpty())
        if (at < 0 || at > 3)  // a byte order mark is at most three bytes
            return false;
    for (; head.mid(at, 4) == "<!--"; at = head.indexOf('<', at)) {
        at = head.indexOf("-->", at);
        if (at < 0)
            return false;
    }
    const QByteArray rest = head.mid(std::max<qsizetype>(at, 0));
    if (rest.startsWith("<?xml"))
        return rest.contains("<html") || rest.contains("<!doctype html");
    return rest.startsWith("<!doctype html") || rest.startsWith("<html") || rest.startsWith("<head");
}

bool beginsAsMhtml(const QByteArray &head)
{
    return (head.startsWith("from:") || head.startsWith("mime-version:") || head.startsWith("content-type:"))
        && head.contains("multipart/related");
}

std::optional<DocumentFormat> zipFormat(const QStringList &names)
{
    const auto has = [&names](const char *name) { return names.contains(QLatin1String(name)); };
    if (has("META-INF/container.xml"))
        return DocumentFormat::Epub;
    if (has("content.xml") && has("META-INF/manifest.xml"))
        return DocumentFormat::Odt;
    if (has("[Content_Types].xml") && std::any_of(names.begin(), names.end(), [](const QString &name) {
            return name.startsWith(QLatin1String("word/"));
        }))
        return DocumentFormat::Docx;
    return {};
}

Result<std::optional<DocumentFormat>> byContent(const QByteArray &bytes)
{
    using Found = std::optional<DocumentFormat>;
    const QString reason = unreadable(bytes);
    if (!reason.isEmpty())
        return Error{reason, {}, 0};
    if (bytes.left(1024).contains("%PDF-"))
        return Found(DocumentFormat::Pdf);
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06")) {
        const Result<QStringList> names = ZipReader::names(bytes);
        if (!names)
            return names.error();
        const Found found = zipFormat(*names);
        if (!found)
            return Error{tr("It is a ZIP archive, but no document (.docx, .odt or .epub)."), {}, 0};
        return found;
    }
    const QByteArray head = headOf(bytes);
    if (beginsAsMhtml(head))
        return Found(DocumentFormat::Mhtml);
    return beginsAsHtml(head) ? Found(DocumentFormat::Html) : Found();
}

QString firstSuffix(DocumentFormat format)
{
    return QString::fromLatin1(formatInfo(format).suffixes).section(u' ', 0, 0);
}

} // namespace

std::span<const FormatInfo> documentFormats()
{
    return formats;
}

const FormatInfo &formatInfo(DocumentFormat format)
{
    return *std::find_if(formats.begin(), formats.end(), [format](const FormatInfo &f) { return f.format == format; });
}

const FormatInfo *formatBySuffix(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    const auto found = std::find_if(formats.begin(), formats.end(), [&suffix](const FormatInfo &f) {
        return QString::fromLatin1(f.suffixes).split(u' ').contains(suffix);
    });
    return found == formats.end() ? nullptr : &*found;
}

Result<DetectedFormat> detectFormat(const QString &fileName, const QByteArray &bytes)
{
    const Result<std::optional<DocumentFormat>> content = byContent(bytes);
    if (!content)
        return content.error();
    const FormatInfo *named = formatBySuffix(fileName);
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (content->has_value()) {
        const DocumentFormat is = **content;
        if (!named || named->format == is)
            return DetectedFormat{is, {}};
        return DetectedFormat{is, tr("It is named .%1, but it is a .%2 file; it was read as one.")
                                      .arg(suffix, firstSuffix(is))};
    }
    if (named && isPacked(named->format))
        return Error{tr("It is named .%1, but it is no such file, or its start is damaged.").arg(suffix), {}, 0};
    if (named && named->format == DocumentFormat::Mhtml)
        return Error{tr("It is named .%1, but it holds no saved page.").arg(suffix), {}, 0};
    return DetectedFormat{named ? named->format : DocumentFormat::PlainText, {}};
}

} // namespace ca
