// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <algorithm>
#include <cstdlib>

namespace ca::test {

/// Share of the pixels of two pictures of the same figure by different programs that differ by more than the blending of
/// edges explains; both are reduced to @p size first, whatever their resolution.
inline double differing(const QImage &a, const QImage &b, QSize size)
{
    const auto soft = [size](const QImage &image) {
        return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    };
    const QImage one = soft(a), other = soft(b);
    int count = 0;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QColor p = one.pixelColor(x, y), q = other.pixelColor(x, y);
            count += std::max({std::abs(p.red() - q.red()), std::abs(p.green() - q.green()), std::abs(p.blue() - q.blue())}) > 48;
        }
    }
    return double(count) / (size.width() * size.height());
}

} // namespace ca::test
