// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <algorithm>
#include <cstdlib>

namespace ca::test {

/// Share of the pixels of two pictures of the same figure by different programs that differ by more than the blending of
/// edges explains; both are halved first.
inline double differing(const QImage &a, const QImage &b)
{
    const auto soft = [](const QImage &image, QSize half) {
        return image.scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
    };
    const QSize half(b.width() / 2, b.height() / 2);
    const QImage one = soft(a, half), other = soft(b, half);
    int count = 0;
    for (int y = 0; y < half.height(); ++y) {
        for (int x = 0; x < half.width(); ++x) {
            const QColor p = one.pixelColor(x, y), q = other.pixelColor(x, y);
            count += std::max({std::abs(p.red() - q.red()), std::abs(p.green() - q.green()), std::abs(p.blue() - q.blue())}) > 48;
        }
    }
    return double(count) / (half.width() * half.height());
}

} // namespace ca::test
