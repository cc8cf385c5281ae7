// SPDX-License-Identifier: GPL-3.0-or-later
// After the PNG specification, third edition (W3C 2025), section 11.
#include "figure/PngChunks.h"

#include <QtEndian>

#include <zlib.h>

#include <algorithm>

namespace ca {

namespace {

constexpr qsizetype pixelBytes = 1 << 20;  // of a chunk: readers take one into memory at a time

void append(QByteArray &to, quint32 number)
{
    const quint32 big = qToBigEndian(number);
    to.append(reinterpret_cast<const char *>(&big), sizeof big);
}

bool isLatin1(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 256; });
}

} // namespace

PngChunks::PngChunks(QSize size, bool alpha) : m_file("\x89PNG\r\n\x1a\n", 8)
{
    QByteArray head;
    append(head, quint32(size.width()));
    append(head, quint32(size.height()));
    head += char(8);
    head += char(alpha ? 6 : 2);
    head += QByteArray(3, 0);  // deflate, the usual filters, no interlacing
    add("IHDR", head);
}

void PngChunks::setResolution(double dpi)
{
    QByteArray data;
    for (int axis = 0; axis < 2; ++axis)
        append(data, quint32(qRound(dpi / 0.0254)));
    add("pHYs", data + char(1));  // per metre
}

void PngChunks::addText(const QString &key, const QString &value)
{
    if (isLatin1(value))
        add("tEXt", key.toLatin1() + '\0' + value.toLatin1());
    else
        addUtf8(key, value.toUtf8());
}

void PngChunks::addUtf8(const QString &key, const QByteArray &utf8)
{
    add("iTXt", key.toLatin1() + QByteArray(5, 0) + utf8);  // not compressed, no language, no other key
}

void PngChunks::addPixels(const QByteArray &stream)
{
    for (qsizetype at = 0; at < stream.size(); at += pixelBytes)
        add("IDAT", stream.mid(at, pixelBytes));
}

QByteArray PngChunks::finished()
{
    add("IEND", {});
    return std::move(m_file);
}

void PngChunks::add(const char *type, const QByteArray &data)
{
    append(m_file, quint32(data.size()));
    const qsizetype from = m_file.size();
    m_file += type;
    m_file += data;
    append(m_file, quint32(crc32_z(0, reinterpret_cast<const Bytef *>(m_file.constData()) + from, std::size_t(m_file.size() - from))));
}

} // namespace ca
