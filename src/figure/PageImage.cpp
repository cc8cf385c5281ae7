// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PageImage.h"

#include <cstdint>

#include <sys/mman.h>
#include <unistd.h>

namespace ca {

PageImage::PageImage(QSize size)
    : m_size(size), m_rowBytes(std::size_t(size.width()) * 4), m_bytes(m_rowBytes * std::size_t(size.height()))
{
    if (m_bytes == 0)
        return;
    void *memory = mmap(nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory != MAP_FAILED)
        m_pixels = static_cast<uchar *>(memory);
}

PageImage::~PageImage()
{
    if (m_pixels)
        munmap(m_pixels, m_bytes);
}

QImage PageImage::image() const
{
    return {m_pixels, m_size.width(), m_size.height(), qsizetype(m_rowBytes), QImage::Format_ARGB32_Premultiplied};
}

void PageImage::release(int first, int end)
{
    // Only what lies wholly within: the neighbours' rows begin and end in the middle of the system's pages.
    const auto page = std::uintptr_t(sysconf(_SC_PAGESIZE));
    const auto from = reinterpret_cast<std::uintptr_t>(m_pixels) + m_rowBytes * std::size_t(first);
    const auto to = reinterpret_cast<std::uintptr_t>(m_pixels) + m_rowBytes * std::size_t(end);
    const std::uintptr_t begin = (from + page - 1) / page * page, stop = to / page * page;
    if (begin < stop)
        madvise(reinterpret_cast<void *>(begin), stop - begin, MADV_DONTNEED);
}

} // namespace ca
