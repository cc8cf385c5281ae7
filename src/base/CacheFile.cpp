// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/CacheFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <xxhash.h>

#include <array>
#include <cstring>

namespace ca {

namespace {

constexpr std::size_t alignment = 16;

/// Before the content. Its size is a multiple of the alignment.
struct Header {
    std::array<char, 8> magic{'C', 'A', 'c', 'a', 'c', 'h', 'e', '1'};
    std::uint64_t size = 0;           ///< of the content, bytes
    std::array<char, 16> key{};       ///< hash of what it was made from
    std::array<char, 16> checksum{};  ///< of the content
};
static_assert(sizeof(Header) % alignment == 0);

std::array<char, 16> hash(const void *data, std::size_t size)
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(data, size));
    std::array<char, 16> out;
    std::memcpy(out.data(), canonical.digest, out.size());
    return out;
}

/// A file mapped whole; null when it cannot be, or is empty.
struct MappedFile {
    QFile file;
    std::span<const std::byte> bytes;
};

std::shared_ptr<const MappedFile> mapped(const QString &path)
{
    auto map = std::make_shared<MappedFile>();
    map->file.setFileName(path);
    if (!map->file.open(QIODevice::ReadOnly) || map->file.size() <= 0)
        return nullptr;
    const uchar *data = map->file.map(0, map->file.size());
    if (!data)
        return nullptr;
    map->bytes = {reinterpret_cast<const std::byte *>(data), std::size_t(map->file.size())};
    return map;
}

} // namespace

QByteArray bytesHash(std::span<const std::byte> bytes)
{
    const std::array<char, 16> digest = hash(bytes.data(), bytes.size());
    return QByteArray(digest.data(), qsizetype(digest.size()));
}

QByteArray fileHash(const QString &path)
{
    const auto map = mapped(path);
    return map ? bytesHash(map->bytes) : QByteArray();
}

void CacheWriter::append(std::span<const std::byte> bytes)
{
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
}

void CacheWriter::align()
{
    m_bytes.resize((m_bytes.size() + alignment - 1) / alignment * alignment);
}

void CacheWriter::text(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    array(std::span(utf8.constData(), std::size_t(utf8.size())));
}

Result<Done> CacheWriter::save(const QString &path, const QByteArray &key) const
{
    Header header;
    header.size = m_bytes.size();
    header.key = hash(key.constData(), std::size_t(key.size()));
    header.checksum = hash(m_bytes.data(), m_bytes.size());
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.write(reinterpret_cast<const char *>(&header), sizeof header) == qint64(sizeof header)
        && file.write(reinterpret_cast<const char *>(m_bytes.data()), qint64(m_bytes.size())) == qint64(m_bytes.size());
    if (!written || !file.commit())
        return Error{QStringLiteral("it cannot be written: %1").arg(file.errorString()), path, 0};
    return Done{};
}

std::unique_ptr<CacheReader> CacheReader::open(const QString &path, const QByteArray &key)
{
    const auto map = mapped(path);
    if (!map || map->bytes.size() < sizeof(Header))
        return nullptr;
    Header header;
    std::memcpy(&header, map->bytes.data(), sizeof header);
    const std::span<const std::byte> content = map->bytes.subspan(sizeof header);
    if (header.magic != Header().magic || header.size != content.size()
        || header.key != hash(key.constData(), std::size_t(key.size()))
        || header.checksum != hash(content.data(), content.size()))
        return nullptr;
    return std::unique_ptr<CacheReader>(new CacheReader(content, map));
}

void CacheReader::align()
{
    m_at = std::min((m_at + alignment - 1) / alignment * alignment, m_bytes.size());
}

std::span<const std::byte> CacheReader::take(std::uint64_t count, std::size_t size)
{
    const std::size_t left = m_bytes.size() - m_at;
    m_ok = m_ok && count <= left / size;
    if (!m_ok)
        return {};
    const std::span<const std::byte> taken = m_bytes.subspan(m_at, std::size_t(count) * size);
    m_at += taken.size();
    return taken;
}

std::uint64_t CacheReader::number()
{
    std::uint64_t value = 0;
    if (const auto bytes = take(1, sizeof value); !bytes.empty())
        std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

double CacheReader::real()
{
    double value = 0;
    if (const auto bytes = take(1, sizeof value); !bytes.empty())
        std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

QString CacheReader::text()
{
    const SharedArray<char> utf8 = array<char>();
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

} // namespace ca
