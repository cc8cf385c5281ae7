// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"
#include "base/Result.h"
#include "figure/FigureLayer.h"
#include "figure/FigureSpec.h"
#include "geo/LatLon.h"
#include "map/RenderRequest.h"

#include <QJsonObject>
#include <QSizeF>
#include <QString>

#include <vector>

namespace ca {

/// What was seen on the map and the figure made of it, without the data: kept in projects under a name, and inside exported
/// files, from which the window restores it. A value.
struct FigureView {
    QString name;
    QString crs;                    ///< definition of the projection, as Look::projection
    LatLon centre;
    double metresPerPixel = 1000;   ///< plane metres of @c crs per logical pixel
    QSizeF size{800, 500};          ///< of the canvas, logical pixels: the figure's frame shows at least what it shows
    Visibility visibility;
    QString selection;              ///< segment or subject that stands out; empty = none
    QString asOf;                   ///< ISO date, maybe shortened; empty = the atlas' date
    QString language = QStringLiteral("en");
    NamePolicy namePolicy = NamePolicy::Neutral;
    std::vector<FigureLayer> layers;  ///< the user's layers that are shown, lowest first
    FigureSpec figure;

    static constexpr int version = 1;  ///< of the JSON
    [[nodiscard]] QJsonObject toJson() const;
    /// Fails on newer versions and on what is no view, naming the member; unknown members are warned of.
    [[nodiscard]] static Result<FigureView> fromJson(const QJsonObject &json);
    bool operator==(const FigureView &) const = default;
};

} // namespace ca
