// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/PackedText.h"

#include <QFile>

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/util/file.hpp>

#include <algorithm>

namespace ca {

struct PackedText::Unpacker {
    std::atomic<std::size_t> offset = 0;
    std::size_t size = 0;
    std::unique_ptr<osmium::io::Decompressor> text;
};

PackedText::PackedText(const QString &file, const QByteArray &packing) : m_unpacker(std::make_unique<Unpacker>())
{
    using osmium::io::file_compression;
    const int handle = osmium::io::detail::open_for_reading(QFile::encodeName(file).toStdString());
    m_unpacker->size = osmium::file_size(handle);
    const auto kind = packing == "gz" ? file_compression::gzip : packing == "bz2" ? file_compression::bzip2 : file_compression::none;
    m_unpacker->text = osmium::io::CompressionFactory::instance().create_decompressor(kind, handle);
    m_unpacker->text->set_offset_ptr(&m_unpacker->offset);
}

PackedText::~PackedText() = default;

std::string PackedText::read()
{
    std::string piece = m_unpacker->text->read();
    if (piece.empty())
        m_unpacker->text->close();
    return piece;
}

double PackedText::share() const
{
    return m_unpacker->size == 0 ? 1.0 : std::min(1.0, static_cast<double>(m_unpacker->offset) / static_cast<double>(m_unpacker->size));
}

} // namespace ca
