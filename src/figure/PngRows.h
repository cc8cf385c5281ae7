// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace ca {

/// Some rows of a picture as a PNG holds them: filtered and deflated, without head or checksum, so that rows deflated on
/// several threads can be put one after the other.
struct PngRows {
    QByteArray deflated;
    quint32 adler = 1;      ///< of what was deflated
    qint64 rawBytes = 0;    ///< how much that was

    /// Rows of @p image (32 bits, premultiplied) from @p first up to @p end, as RGB, or as RGBA where @p alpha.
    /// @p last ends the stream: nothing may follow.
    [[nodiscard]] static PngRows of(const QImage &image, int first, int end, bool alpha, bool last);
    /// A whole zlib stream of @p parts, the last of which was deflated as such.
    [[nodiscard]] static QByteArray joined(const QList<PngRows> &parts);
};

} // namespace ca
