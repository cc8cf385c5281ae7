// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ZipWriter.h"

#include <algorithm>
#include <array>

namespace ca {

namespace {

constexpr quint16 version = 20;          // needed to extract: deflate
constexpr quint16 noTime = 0;
constexpr quint16 firstDay = (1 << 5) | 1;  // 1980-01-01

quint32 crc32(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 c = i;
            for (int bit = 0; bit < 8; ++bit)
                c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
            made[i] = c;
        }
        return made;
    }();
    quint32 crc = 0xffffffffu;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

/// qCompress() gives a length of four bytes, two bytes of zlib's header, the deflated data and four of a checksum.
QByteArray deflated(const QByteArray &content)
{
    const QByteArray packed = qCompress(content, 9);
    return packed.mid(6, packed.size() - 10);
}

quint16 flagsFor(const QByteArray &name)
{
    const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return quint8(c) < 0x80; });
    return ascii ? 0 : 0x0800;  // the name is UTF-8
}

void put16(QByteArray &bytes, quint16 value)
{
    bytes += char(value & 0xff);
    bytes += char(value >> 8);
}

void put32(QByteArray &bytes, quint32 value)
{
    put16(bytes, quint16(value & 0xffff));
    put16(bytes, quint16(value >> 16));
}

} // namespace

/// What a file's own header and its entry in the directory share.
void ZipWriter::putFields(const Entry &entry)
{
    put16(m_bytes, version);
    put16(m_bytes, entry.flags);
    put16(m_bytes, entry.method);
    put16(m_bytes, noTime);
    put16(m_bytes, firstDay);
    put32(m_bytes, entry.crc);
    put32(m_bytes, entry.packed);
    put32(m_bytes, entry.size);
    put16(m_bytes, quint16(entry.name.size()));
    put16(m_bytes, 0);  // no extra field
}

void ZipWriter::add(const QByteArray &name, const QByteArray &content, Method method)
{
    const bool packs = method == Method::Deflated && !content.isEmpty();
    const QByteArray data = packs ? deflated(content) : content;
    const Entry entry{name, crc32(content), quint32(data.size()), quint32(content.size()), quint32(m_bytes.size()),
                      quint16(packs ? 8 : 0), flagsFor(name)};
    m_bytes += "PK\x03\x04";
    putFields(entry);
    m_bytes += name + data;
    m_entries.push_back(entry);
}

QByteArray ZipWriter::finished()
{
    const auto start = quint32(m_bytes.size());
    for (const Entry &entry : m_entries) {
        m_bytes += "PK\x01\x02";
        put16(m_bytes, version);
        putFields(entry);
        for (int zero = 0; zero < 3; ++zero)  // comment, disk, internal attributes
            put16(m_bytes, 0);
        put32(m_bytes, 0);
        put32(m_bytes, entry.offset);
        m_bytes += entry.name;
    }
    const quint32 size = quint32(m_bytes.size()) - start;
    m_bytes += "PK\x05\x06";
    put32(m_bytes, 0);
    put16(m_bytes, quint16(m_entries.size()));
    put16(m_bytes, quint16(m_entries.size()));
    put32(m_bytes, size);
    put32(m_bytes, start);
    put16(m_bytes, 0);
    return std::move(m_bytes);
}

} // namespace ca
