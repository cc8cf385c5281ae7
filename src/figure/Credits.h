// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapPainter.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// Whom a picture owes, from what was drawn on it and nothing else.
struct Credits {
    QStringList lines;     ///< "Borders, land: © OpenStreetMap contributors, 2017 (ODbL 1.0)"
    QStringList names;     ///< whom, distinct, without what for and under which terms
    QStringList licences;  ///< distinct, in order of appearance

    /// The lines as one paragraph.
    [[nodiscard]] QString text() const;
    /// Only the names, for small pages: "Map data: © OpenStreetMap contributors; GeoNames".
    [[nodiscard]] QString brief() const;
    bool operator==(const Credits &) const = default;

    /// @param projection title of the projection, named last; empty = left out.
    [[nodiscard]] static Credits of(const DrawnSummary &drawn, const std::vector<Credit> &baseCredits, const QString &projection);
};

} // namespace ca
