// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// What a file says, taken out of its format.
struct ExtractedText {
    /// With \n line ends and no byte order mark: ArticleText::fromPlainText() leaves it as it is. Plain
    /// text keeps its lines; of every other format, each paragraph is one line, without empty lines.
    QString text;
    QString title;     ///< the format's own title where it has one, else the first words of the text
    QString sha256;    ///< of the file's bytes, lower-case hex
    qint64 bytes = 0;  ///< size of the file
    /// CSL-JSON item (without id) of what the file states: type, title, author, issued, publisher,
    /// container-title, URL, language …. custom.<field>_source says in English where each comes from
    /// ("default" for a type nothing states); custom.created and custom.modified are dates of the
    /// file or page that are no dates of publication.
    QJsonObject csl;
    std::vector<qsizetype> pages;  ///< UTF-16 offset in @c text at which each page begins; PDF only
    QString format;                ///< media type, as "text/html"
    QStringList remarks;           ///< what was lost, limited or guessed; one sentence each, for the user
};

/// Reads documents for the library: plain text, Markdown, HTML, MHTML, PDF, .docx, .odt, .epub (see
/// DocumentFormat.h), told by their content before their name. Limits are in DocumentLimits.h. Never
/// follows a reference inside a document, never runs anything in it, and fetches nothing.
///
/// All functions block, may run on any thread and several at once, and fail with the reason: not
/// there, a folder, not readable, of a type that cannot be read, too large, empty, binary, not in a
/// known encoding, damaged, protected, hostile, cancelled.
namespace TextExtractor {

/// Larger files of plain text, Markdown and HTML are refused: an article is rarely over 100 kB.
inline constexpr qint64 maxBytes = 20 * 1024 * 1024;
/// Larger PDFs, office files, e-books and .mht files are refused.
inline constexpr qint64 maxPackedBytes = 100 * 1024 * 1024;

/// Suffixes that can be read, lower case, without the dot.
[[nodiscard]] QStringList suffixes();
[[nodiscard]] bool supports(const QString &file);

Result<ExtractedText> read(const QString &file, const CancelToken &cancel = {});

/// The same for data without a file (dropped, pasted). @p name tells the suffix and stands in errors.
Result<ExtractedText> readBytes(const QString &name, const QByteArray &bytes, const CancelToken &cancel = {});

/// A selection of HTML, as the clipboard holds it: all its text, nothing taken for boilerplate.
Result<ExtractedText> readSelection(const QString &html, const CancelToken &cancel = {});

} // namespace TextExtractor
} // namespace ca
