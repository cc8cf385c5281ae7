// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ZipWriter.h"

#include <QtEndian>

#include <array>

namespace ca::test {
namespace {

quint32 crc32(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> t{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 c = i;
            for (int k = 0; k < 8; ++k)
                c = (c & 1) ? 0xEDB88320U ^ (c >> 1) : c >> 1;
            t[i] = c;
        }
        return t;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char b : bytes)
        crc = table[(crc ^ static_cast<quint8>(b)) & 0xFF] ^ (crc >> 8);
    return crc ^ 0xFFFFFFFFU;
}

template <class T>
void put(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// zlib's stream without its header and checksum is what ZIP calls deflate.
QByteArray deflated(const QByteArray &bytes)
{
    const QByteArray z = qCompress(bytes, 1);
    return z.mid(6, z.size() - 10);
}

/// The fields that the header of a part and its entry in the directory share.
QByteArray common(const QByteArray &name, const QByteArray &data, qsizetype stored, bool packed)
{
    QByteArray out;
    put<quint16>(out, 20);
    put<quint16>(out, 0x0800);  // names are UTF-8
    put<quint16>(out, packed ? 8 : 0);
    put<quint32>(out, 0x5A210000);
    put<quint32>(out, crc32(data));
    put<quint32>(out, static_cast<quint32>(stored));
    put<quint32>(out, static_cast<quint32>(data.size()));
    put<quint16>(out, static_cast<quint16>(name.size()));
    put<quint16>(out, 0);
    return out;
}

} // namespace

QByteArray zip(const std::vector<std::pair<QString, QByteArray>> &parts, bool packed)
{
    QByteArray out;
    QByteArray directory;
    for (const auto &[partName, data] : parts) {
        const QByteArray name = partName.toUtf8();
        const QByteArray stored = packed ? deflated(data) : data;
        const QByteArray fields = common(name, data, stored.size(), packed);
        const auto offset = static_cast<quint32>(out.size());
        out += QByteArray("PK\x03\x04", 4) + fields + name + stored;
        directory += QByteArray("PK\x01\x02\x14\x00", 6) + fields;
        put<quint16>(directory, 0);
        put<quint16>(directory, 0);
        put<quint16>(directory, 0);
        put<quint32>(directory, 0);
        put<quint32>(directory, offset);
        directory += name;
    }
    const auto start = static_cast<quint32>(out.size());
    out += directory + QByteArray("PK\x05\x06\0\0\0\0", 8);
    put<quint16>(out, static_cast<quint16>(parts.size()));
    put<quint16>(out, static_cast<quint16>(parts.size()));
    put<quint32>(out, static_cast<quint32>(directory.size()));
    put<quint32>(out, start);
    put<quint16>(out, 0);
    return out;
}

} // namespace ca::test
