// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "map/RenderRequest.h"

#include <QSizeF>
#include <QString>
#include <QStringList>

namespace ca {

/// A page with a map on it, as a value. Lengths in logical pixels (1/96 inch): layout does not depend on dpi.
struct Figure {
    RenderRequest map;              ///< view.size is set by the layout to the map frame
    QSizeF page{1280, 720};         ///< logical pixels
    QString title;
    QString subtitle;               ///< empty = "As of <atlas date>"
    QString disclaimer;             ///< empty = none
    bool legend = true;
    bool scaleBar = true;
    bool northArrow = true;
    bool credits = true;            ///< full credit line; the corner credit stays in any case
    QStringList noteSubjects;       ///< segments and subjects whose sources are printed as numbered notes
    GeoBox extent;                  ///< what the frame must show; empty = map.view as it is
};

} // namespace ca
