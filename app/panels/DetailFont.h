// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace ca {

/// The font of the lines below a row's title.
inline QFont detailFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.86);
    return font;
}

} // namespace ca
