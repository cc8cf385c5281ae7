// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/HtmlDecoding.h"

#include "base/Tr.h"
#include "document/TextDecoding.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

#include <iconv.h>

#include <algorithm>

namespace ca {
namespace {

/// The encoding a page declares in its first kilobytes; empty when it does not.
QByteArray declaredEncoding(const QByteArray &bytes)
{
    static const QRegularExpression form(QStringLiteral("(?:charset|<\\?xml[^>]{0,100}encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(QString::fromLatin1(bytes.left(8192))).captured(1).toLatin1();
}

/// Names as browsers understand them (WHATWG, Encoding), where these differ from iconv's.
QByteArray effectiveName(const QByteArray &name)
{
    static const QHash<QByteArray, QByteArray> names{
        {"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"}, {"us-ascii", "windows-1252"}, {"ascii", "windows-1252"},
        {"iso8859-1", "windows-1252"}, {"x-cp1252", "windows-1252"}, {"cp1252", "windows-1252"},
        {"iso-8859-9", "windows-1254"}, {"latin5", "windows-1254"}, {"cp1254", "windows-1254"},
        {"x-cp1251", "windows-1251"}, {"cp1251", "windows-1251"}, {"win-1251", "windows-1251"},
        {"x-sjis", "shift_jis"}, {"gb2312", "gb18030"}, {"gbk", "gb18030"}, {"unicode-1-1-utf-8", "utf-8"}, {"utf8", "utf-8"},
        // A page whose declaration could be read byte by byte is not in UTF-16, whatever it says.
        {"utf-16", "utf-8"}, {"utf-16le", "utf-8"}, {"utf-16be", "utf-8"}};
    const QByteArray lower = name.toLower();
    return names.value(lower, lower);
}

QByteArray encodingOfLanguage(const QByteArray &bytes)
{
    static const QRegularExpression form(QStringLiteral("<html[^>]{0,400}\\blang\\s*=\\s*[\"']?([a-z]{2})"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString language = form.match(QString::fromLatin1(bytes.left(8192))).captured(1).toLower();
    if (language == QLatin1String("az") || language == QLatin1String("tr"))
        return "windows-1254";
    if (language == QLatin1String("ru") || language == QLatin1String("uk") || language == QLatin1String("bg"))
        return "windows-1251";
    return "windows-1252";
}

/// Converts with iconv; each byte that begins no character becomes U+FFFD.
class Conversion {
public:
    explicit Conversion(const QByteArray &encoding) : m_handle(iconv_open("UTF-16LE", encoding.constData())) {}
    ~Conversion()
    {
        if (isKnown())
            iconv_close(m_handle);
    }
    Conversion(const Conversion &) = delete;
    Conversion &operator=(const Conversion &) = delete;

    [[nodiscard]] bool isKnown() const { return m_handle != reinterpret_cast<iconv_t>(-1); }
    [[nodiscard]] qsizetype unreadable() const { return m_unreadable; }

    QString run(QByteArray bytes)
    {
        QString out;
        char *in = bytes.data();
        auto left = static_cast<size_t>(bytes.size());
        while (left > 0) {
            char16_t buffer[4096];
            char *to = reinterpret_cast<char *>(buffer);
            size_t room = sizeof buffer;
            const size_t status = iconv(m_handle, &in, &left, &to, &room);
            out.append(reinterpret_cast<const QChar *>(buffer), static_cast<qsizetype>((sizeof buffer - room) / 2));
            if (status == static_cast<size_t>(-1) && errno != E2BIG) {
                out.append(QChar(QChar::ReplacementCharacter));
                ++m_unreadable;
                ++in;
                --left;
            }
        }
        return out;
    }

private:
    iconv_t m_handle;
    qsizetype m_unreadable = 0;
};

void remarkUnreadable(DecodedHtml &decoded, qsizetype count, const QString &encoding)
{
    if (count > 0)
        decoded.remarks << (count == 1 ? tr("1 place could not be read as %1 and shows as U+FFFD.").arg(encoding)
                                       : tr("%1 places could not be read as %2 and show as U+FFFD.").arg(count).arg(encoding));
}

DecodedHtml asUtf8(const QByteArray &bytes)
{
    DecodedHtml decoded{QString::fromUtf8(bytes), {}};
    if (firstInvalidUtf8(bytes) >= 0)
        remarkUnreadable(decoded, std::max<qsizetype>(1, decoded.text.count(QChar(QChar::ReplacementCharacter))
                                                             - bytes.count("\xEF\xBF\xBD")), QStringLiteral("UTF-8"));
    return decoded;
}

DecodedHtml convert(const QByteArray &bytes, const QByteArray &encoding)
{
    Conversion conversion(encoding);
    if (!conversion.isKnown()) {
        DecodedHtml decoded = asUtf8(bytes);
        decoded.remarks.prepend(tr("The encoding it declares, %1, is not known; it was read as UTF-8.")
                                    .arg(QString::fromLatin1(encoding)));
        return decoded;
    }
    DecodedHtml decoded{conversion.run(bytes), {}};
    remarkUnreadable(decoded, conversion.unreadable(), QString::fromLatin1(encoding));
    return decoded;
}

DecodedHtml decodeUnmarked(const QByteArray &bytes, const QByteArray &declared)
{
    const QByteArray encoding = effectiveName(declared.isEmpty() ? declaredEncoding(bytes) : declared);
    // Pages saved by a browser are UTF-8 although they still declare what the server once sent;
    // valid UTF-8 beyond ASCII is never another encoding by chance.
    const bool isUtf8 = firstInvalidUtf8(bytes) < 0;
    if (encoding == "utf-8" || isUtf8)
        return asUtf8(bytes);
    if (!encoding.isEmpty())
        return convert(bytes, encoding);
    const QByteArray guess = encodingOfLanguage(bytes);
    DecodedHtml decoded = convert(bytes, guess);
    decoded.remarks.prepend(tr("It does not say its encoding; it was read as %1.").arg(QString::fromLatin1(guess)));
    return decoded;
}

DecodedHtml decodeUtf16(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf16);
    DecodedHtml decoded{decoder(bytes), {}};
    if (decoder.hasError())
        remarkUnreadable(decoded, 1, QStringLiteral("UTF-16"));
    return decoded;
}

} // namespace

Result<DecodedHtml> decodeHtml(const QByteArray &bytes, const QByteArray &declared)
{
    DecodedHtml decoded;
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        decoded = decodeUtf16(bytes);
    else if (bytes.startsWith("\xEF\xBB\xBF"))
        decoded = asUtf8(bytes.mid(3));
    else
        decoded = decodeUnmarked(bytes, declared);
    const qsizetype nul = decoded.text.count(QChar(u'\0'));
    if (nul * 200 > decoded.text.size())
        return Error{tr("It is not a page of HTML (it holds binary data)."), {}, 0};
    // Browsers leave NUL out; for the parser it would be the end of the page.
    decoded.text.remove(QChar(u'\0'));
    return decoded;
}

} // namespace ca
