// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>
#include <QFont>
#include <QRectF>

#include <set>

namespace ca {

/// The part of a figure that Office files hold as a picture, beside what they hold as text.
struct OfficePicture {
    QByteArray png;
    QRectF rect;          ///< where it stands on the figure's page, logical pixels
    QString description;  ///< for those who do not see it

    /// @param asText elements that are left out of the picture, which ends at the outermost of the others.
    [[nodiscard]] static Result<OfficePicture> of(const FigureComposition &figure, const std::set<FigureElement> &asText,
                                                  const WriteOptions &options);
};

/// Type size that the whole text has room with in @p box, at most that of @p font; layout units. Programs break lines
/// a little differently: a margin is kept.
[[nodiscard]] int fittingPixels(const QString &text, const QFont &font, QSizeF box);

} // namespace ca
