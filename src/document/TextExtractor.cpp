// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/TextExtractor.h"

#include "document/ArticleText.h"
#include "document/TextDecoding.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace ca::TextExtractor {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TextExtractor)
};

Error refusal(const QString &file, const QString &reason)
{
    return {reason, file, 0};
}

/// Why the file cannot be read at all; empty when nothing is known against it.
QString objection(const QFileInfo &info)
{
    if (!info.exists())
        return Text::tr("There is no such file.");
    if (info.isDir())
        return Text::tr("It is a folder, not a document.");
    if (!info.isFile())
        return Text::tr("It is not an ordinary file.");
    if (!supports(info.fileName()))
        return Text::tr("Files of this type cannot be taken in (%1 can).").arg(suffixes().join(QStringLiteral(", ")));
    if (info.size() > maxBytes)
        return Text::tr("It is too large: %1 MB; at most %2 MB are taken in.")
            .arg((info.size() + 1048575) / 1048576).arg(maxBytes / 1048576);
    if (info.size() == 0)
        return Text::tr("It is empty.");
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

Result<ExtractedText> extract(const QString &file, const QByteArray &bytes)
{
    Result<QString> text = decodeText(bytes);
    if (!text)
        return refusal(file, text.error().message);
    const ArticleText article = ArticleText::fromPlainText(*text);
    if (article.paragraphs.empty())
        return refusal(file, Text::tr("It holds no text, only white space."));
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return ExtractedText{*text, titleOf(article), QString::fromLatin1(hash.toHex()), bytes.size(),
                         QStringLiteral("text/plain"), {}, {}, {}};
}

} // namespace

QStringList suffixes()
{
    return {QStringLiteral("txt"), QStringLiteral("text"), QStringLiteral("md"), QStringLiteral("markdown")};
}

bool supports(const QString &file)
{
    return suffixes().contains(QFileInfo(file).suffix().toLower());
}

Result<ExtractedText> read(const QString &file)
{
    const QString reason = objection(QFileInfo(file));
    if (!reason.isEmpty())
        return refusal(file, reason);
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return refusal(file, Text::tr("It cannot be read: %1.").arg(in.errorString()));
    // One byte over the limit tells a file that grew since it was measured.
    const QByteArray bytes = in.read(maxBytes + 1);
    if (in.error() != QFileDevice::NoError)
        return refusal(file, Text::tr("It cannot be read: %1.").arg(in.errorString()));
    if (bytes.size() > maxBytes)
        return refusal(file, Text::tr("It is too large; at most %1 MB are taken in.").arg(maxBytes / 1048576));
    return extract(file, bytes);
}

Result<ExtractedText> readBytes(const QString &name, const QByteArray &bytes)
{
    if (bytes.size() > maxBytes)
        return refusal(name, Text::tr("It is too large; at most %1 MB are taken in.").arg(maxBytes / 1048576));
    return extract(name, bytes);
}

} // namespace ca::TextExtractor
