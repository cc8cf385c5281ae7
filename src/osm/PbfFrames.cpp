// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/PbfFrames.h"

#include "base/Tr.h"

#include <QtEndian>

#include <protozero/pbf_reader.hpp>

namespace ca {
namespace {

// Limits of the format (wiki.openstreetmap.org/wiki/PBF_Format).
constexpr quint32 longestHeader = 64 * 1024;
constexpr qint32 longestBlob = 32 * 1024 * 1024;

struct BlobHeader {
    std::string type;
    qint32 size = 0;
};

BlobHeader readBlobHeader(const QByteArray &bytes)
{
    BlobHeader header;
    protozero::pbf_reader reader(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    while (reader.next()) {
        if (reader.tag() == 1)
            header.type = reader.get_string();
        else if (reader.tag() == 3)
            header.size = reader.get_int32();
        else
            reader.skip();
    }
    return header;
}

/// What is not packed tells no size and is as large as it is.
std::size_t unpackedSize(const std::string &blob)
{
    protozero::pbf_reader reader(blob);
    while (reader.next()) {
        if (reader.tag() == 2)
            return static_cast<std::size_t>(std::max(reader.get_int32(), 0));
        reader.skip();
    }
    return blob.size();
}

} // namespace

Error PbfFrames::damaged(qint64 at, const QString &why) const
{
    return {tr("is damaged in the block at byte %1: %2").arg(at).arg(why), m_name, 0};
}

Error PbfFrames::cutShort(qint64 at) const
{
    return {tr("is cut short: the block at byte %1 goes beyond the end of the file at byte %2").arg(at).arg(m_size), m_name, 0};
}

Result<Done> PbfFrames::open()
{
    m_file.close();
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{tr("cannot be read: %1").arg(m_file.errorString()), m_name, 0};
    m_size = m_file.size();
    return Done{};
}

Result<PbfFrame> PbfFrames::next()
{
    PbfFrame frame;
    frame.at = m_file.pos();
    const QByteArray prefix = m_file.read(4);
    if (prefix.isEmpty() && frame.at >= m_size)
        return frame;
    if (prefix.size() < 4)
        return cutShort(frame.at);
    const auto headerSize = qFromBigEndian<quint32>(prefix.constData());
    if (headerSize == 0 || headerSize > longestHeader)
        return damaged(frame.at, tr("its header cannot be %1 bytes long").arg(headerSize));
    const QByteArray headerBytes = m_file.read(headerSize);
    if (static_cast<quint32>(headerBytes.size()) < headerSize)
        return cutShort(frame.at);
    try {
        const BlobHeader header = readBlobHeader(headerBytes);
        if (header.size <= 0 || header.size > longestBlob)
            return damaged(frame.at, tr("it cannot be %1 bytes long").arg(header.size));
        if (header.size > m_size - m_file.pos())
            return cutShort(frame.at);
        frame.type = header.type;
        frame.blob.resize(static_cast<std::size_t>(header.size));
        if (m_file.read(frame.blob.data(), header.size) != header.size)
            return cutShort(frame.at);
        frame.unpacked = unpackedSize(frame.blob);
    } catch (const protozero::exception &error) {
        return damaged(frame.at, QString::fromUtf8(error.what()));
    }
    return frame;
}

} // namespace ca
