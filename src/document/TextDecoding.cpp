// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/TextDecoding.h"

#include "base/Tr.h"

#include <QtEndian>

#include <algorithm>

namespace ca {
namespace {

using Byte = unsigned char;

/// What the first byte of a sequence promises: its length and the range of its second byte,
/// which rules out overlong forms, surrogates and numbers that are too large (Unicode, table 3-7).
struct Lead {
    int length;
    Byte secondFrom;
    Byte secondTo;
};

Lead leadOf(Byte b)
{
    if (b < 0x80)
        return {1, 0, 0};
    if (b >= 0xC2 && b <= 0xDF)
        return {2, 0x80, 0xBF};
    if (b >= 0xE0 && b <= 0xEF)
        return {3, static_cast<Byte>(b == 0xE0 ? 0xA0 : 0x80), static_cast<Byte>(b == 0xED ? 0x9F : 0xBF)};
    if (b >= 0xF0 && b <= 0xF4)
        return {4, static_cast<Byte>(b == 0xF0 ? 0x90 : 0x80), static_cast<Byte>(b == 0xF4 ? 0x8F : 0xBF)};
    return {0, 0, 0};
}

bool isSequence(const Byte *at, const Byte *end, const Lead &lead)
{
    if (lead.length == 0 || end - at < lead.length)
        return false;
    if (lead.length > 1 && (at[1] < lead.secondFrom || at[1] > lead.secondTo))
        return false;
    return std::all_of(at + std::min(lead.length, 2), at + lead.length, [](Byte b) { return (b & 0xC0) == 0x80; });
}

bool isControl(QChar c)
{
    const ushort u = c.unicode();
    return u < 0x20 && u != '\t' && u != '\n' && u != '\r' && u != '\v' && u != '\f';
}

/// A few stray control characters occur in saved texts; more than one in two hundred do not.
bool looksBinary(const QString &text)
{
    const auto controls = std::count_if(text.begin(), text.end(), isControl);
    return text.contains(QChar(u'\0')) || controls * 200 > text.size();
}

qsizetype firstLoneSurrogate(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isSurrogate())
            continue;
        if (text[i].isLowSurrogate() || i + 1 == text.size() || !text[i + 1].isLowSurrogate())
            return i;
        ++i;
    }
    return -1;
}

Error notText()
{
    return {tr("It is not plain text (it holds binary data)."), {}, 0};
}

Error broken(const QString &encoding, qsizetype offset)
{
    return {tr("It is not valid %1: byte %2 (counted from 0) begins no character. "
                     "Save it as UTF-8 and try again.").arg(encoding).arg(offset), {}, 0};
}

Result<QString> decodeUtf16(const QByteArray &bytes, bool bigEndian)
{
    QString text((bytes.size() - 2) / 2, Qt::Uninitialized);
    const char *from = bytes.constData() + 2;
    for (qsizetype i = 0; i < text.size(); ++i, from += 2)
        text[i] = bigEndian ? qFromBigEndian<quint16>(from) : qFromLittleEndian<quint16>(from);
    const qsizetype lone = firstLoneSurrogate(text);
    if (lone >= 0)
        return broken(QStringLiteral("UTF-16"), 2 + 2 * lone);
    if (bytes.size() % 2 != 0)
        return broken(QStringLiteral("UTF-16"), bytes.size() - 1);
    return looksBinary(text) ? Result<QString>(notText()) : Result<QString>(text);
}

Result<QString> decodeUtf8(const QByteArray &bytes)
{
    if (bytes.contains('\0'))
        return notText();
    const qsizetype invalid = firstInvalidUtf8(bytes);
    if (invalid >= 0)
        return broken(QStringLiteral("UTF-8"), invalid);
    QString text = QString::fromUtf8(bytes);
    return looksBinary(text) ? Result<QString>(notText()) : Result<QString>(text);
}

} // namespace

qsizetype firstInvalidUtf8(const QByteArray &bytes)
{
    const auto *begin = reinterpret_cast<const Byte *>(bytes.constData());
    const Byte *end = begin + bytes.size();
    for (const Byte *at = begin; at < end;) {
        const Lead lead = leadOf(*at);
        if (!isSequence(at, end, lead))
            return at - begin;
        at += lead.length;
    }
    return -1;
}

Result<QString> decodeText(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFE\xFF"))
        return decodeUtf16(bytes, true);
    if (bytes.startsWith("\xFF\xFE"))
        return decodeUtf16(bytes, false);
    return decodeUtf8(bytes);
}

} // namespace ca
