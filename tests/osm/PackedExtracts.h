// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExtractTexts.h"

#include <bzlib.h>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <protozero/pbf_reader.hpp>
#include <zlib.h>

namespace ca::test {

inline QByteArray gzipped(const QByteArray &bytes)
{
    QByteArray out(bytes.size() + 1000, '\0');
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("cannot pack");
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

inline QByteArray bzipped(const QByteArray &bytes)
{
    QByteArray out(bytes.size() + 1000, '\0');
    auto size = static_cast<unsigned int>(out.size());
    if (BZ2_bzBuffToBuffCompress(out.data(), &size, const_cast<char *>(bytes.data()), static_cast<unsigned int>(bytes.size()), 9, 0, 0) != BZ_OK)
        qFatal("cannot pack");
    out.truncate(qsizetype(size));
    return out;
}

/// The same as PBF, written by libosmium.
inline QString asPbf(const ExtractFolder &folder, const QString &name, const QByteArray &xmlText, const char *date = nullptr)
{
    osmium::io::Reader reader(osmium::io::File(xmlText.data(), std::size_t(xmlText.size()), "osm"));
    osmium::io::Header header;
    if (date)
        header.set("osmosis_replication_timestamp", date);
    osmium::io::Writer writer(osmium::io::File(folder.path(name).toStdString(), "pbf"), header, osmium::io::overwrite::allow);
    while (osmium::memory::Buffer buffer = reader.read())
        writer(std::move(buffer));
    writer.close();
    return folder.path(name);
}

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace ca::test
