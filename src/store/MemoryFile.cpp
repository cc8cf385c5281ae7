// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/MemoryFile.h"

#include <cpl_vsi.h>

#include <atomic>

namespace ca::gdal {

MemoryFile::MemoryFile(const QByteArray &name, const QByteArray &bytes) : m_name(name)
{
    static std::atomic<int> count = 0;
    m_folder = "/vsimem/figure-" + QByteArray::number(++count);
    VSIMkdir(m_folder.constData(), 0700);
    if (bytes.isNull())
        return;
    // GDAL's own copy: it may grow.
    VSILFILE *file = VSIFOpenL(path().constData(), "wb");
    VSIFWriteL(bytes.constData(), 1, std::size_t(bytes.size()), file);
    VSIFCloseL(file);
}

MemoryFile::~MemoryFile()
{
    VSIRmdirRecursive(m_folder.constData());
}

QByteArray MemoryFile::bytes(const char *suffix) const
{
    vsi_l_offset size = 0;
    const GByte *data = VSIGetMemFileBuffer((path() + suffix).constData(), &size, FALSE);
    return data ? QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)) : QByteArray();
}

} // namespace ca::gdal
