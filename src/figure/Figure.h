// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "map/RenderRequest.h"

#include <QSizeF>
#include <QString>
#include <QStringList>

namespace ca {

/// A page with a map on it, as a value. Lengths in logical pixels (1/96 inch): layout does not depend on dpi.
struct Figure {
    RenderRequest map;              ///< view.size is set by the layout to the map frame; hovering is never drawn
    QSizeF page{1280, 720};         ///< logical pixels
    QString title;                  ///< empty = none
    QString subtitle;               ///< empty = "As of <date>"
    QString asOf;                   ///< ISO date, maybe shortened; empty = the atlas' date (never today)
    QString disclaimer;             ///< empty = none
    QString theme = QStringLiteral("light");  ///< bundled style; paper stays white whatever the window looks like.
                                    ///< Empty = map.style
    bool showSubtitle = true;
    bool legend = true;
    bool scaleBar = true;
    bool northArrow = true;         ///< never beside a graticule, which shows north itself
    bool credits = true;            ///< full credit line; the corner credit stays in any case
    QStringList noteSubjects;       ///< segments and subjects whose sources are printed as numbered notes
    GeoBox extent;                  ///< what the frame must show; empty = map.view as it is
    double scale = 0;               ///< page pixels per layout unit; 0 = by the size of the page, at least 1. Under 1
                                    ///< type gets smaller than 6 pt, which is said in a warning
};

} // namespace ca
