// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <cstddef>

namespace ca {

/// The pixels of a page that is painted and used up some rows at a time: a row takes memory from when it is painted on until
/// it is released. So a piece of a page is painted with the very coordinates that the whole has, and is the same to the
/// last pixel. Different rows may be painted and released on different threads at once.
class PageImage {
public:
    /// Nothing is painted yet: transparent. See valid().
    explicit PageImage(QSize size);
    ~PageImage();
    Q_DISABLE_COPY(PageImage)

    [[nodiscard]] bool valid() const { return m_pixels != nullptr; }  ///< false: the system gives no such room
    /// All rows, Format_ARGB32_Premultiplied. Painting on it paints the page; it must not outlive it.
    [[nodiscard]] QImage image() const;
    /// Gives the memory of rows from @p first up to @p end back; nobody may use them again.
    void release(int first, int end);

private:
    QSize m_size;
    std::size_t m_rowBytes;
    std::size_t m_bytes;
    uchar *m_pixels = nullptr;
};

} // namespace ca
