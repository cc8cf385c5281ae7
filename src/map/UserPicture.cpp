// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/UserPicture.h"

#include <algorithm>
#include <cstring>

namespace ca {
namespace {
constexpr int smallest = 256;  // pixels; smaller pictures are drawn whole at any scale
}

UserPicture::UserPicture(const RasterImage &image) : m_box(image.box)
{
    QImage whole(image.width, image.height, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < image.height; ++y)
        std::memcpy(whole.scanLine(y), image.pixels.data() + std::size_t(y) * std::size_t(image.width), std::size_t(image.width) * 4);
    m_levels.push_back(whole);
    while (std::max(m_levels.back().width(), m_levels.back().height()) > smallest) {
        const QSize half((m_levels.back().width() + 1) / 2, (m_levels.back().height() + 1) / 2);
        m_levels.push_back(m_levels.back().scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                               .convertToFormat(QImage::Format_ARGB32_Premultiplied));
    }
}

const QImage &UserPicture::at(double metresPerPixel) const
{
    const auto fine = [&](const QImage &image) { return m_box.width() / image.width() <= metresPerPixel; };
    const auto found = std::find_if(m_levels.rbegin(), m_levels.rend(), fine);
    return found == m_levels.rend() ? m_levels.front() : *found;
}

} // namespace ca
