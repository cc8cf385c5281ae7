// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapStyle.h"

#include <QImage>
#include <QPoint>

namespace ca {

/// Labels as pictures. Text is dear to shape and its halo dearer: pictures of the labels met last are kept, for all maps
/// of the program.
namespace LabelPictures {

struct Picture {
    QImage image;      ///< premultiplied, device pixels
    QPoint baseline;   ///< where in it the left end of the first baseline is, device pixels
};

/// @p text with its halo at @p scale device pixels to the logical one, turned by @p angle degrees clockwise about the left end
/// of its baseline. Thread-safe.
[[nodiscard]] Picture of(const QString &text, const TextStyle &style, double angle, double scale);

} // namespace LabelPictures
} // namespace ca
