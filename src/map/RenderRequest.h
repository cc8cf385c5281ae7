// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"
#include "map/MapStyle.h"
#include "map/MapView.h"
#include "map/Scene.h"
#include "map/UserLayer.h"

#include <QSet>
#include <QString>

#include <memory>
#include <vector>

namespace ca {

/// Layers that can be switched: land, borders, seas, rivers, lakes, places, countries, stations, symbols
/// (subjects with a place), graticule, and corridor and segment ids.
struct Visibility {
    QSet<QString> hiddenLayers{QStringLiteral("graticule")};
    QSet<QString> hiddenCorridors;
    QSet<QString> hiddenSegments;
    [[nodiscard]] bool layer(const QString &id) const { return !hiddenLayers.contains(id); }
    [[nodiscard]] bool strand(const QString &corridor, const QString &segment) const
    {
        return !hiddenCorridors.contains(corridor) && !hiddenSegments.contains(segment);
    }
    bool operator==(const Visibility &) const = default;
};

/// What is emphasised. Ids of segments and subjects.
struct Highlight {
    QSet<QString> selected;
    QString hovered;
    bool operator==(const Highlight &) const = default;
};

/// Everything one rendering needs, as one value; it never asks the user interface for anything.
struct RenderRequest {
    std::shared_ptr<const Scene> scene;
    std::shared_ptr<const MapStyle> style;
    MapView view;
    double devicePixelRatio = 1;
    std::vector<UserLayer> userLayers;        ///< lowest first
    Visibility visibility;
    Highlight highlight;
    NamePolicy namePolicy = NamePolicy::Neutral;
    QString language = QStringLiteral("en");  ///< of labels: en, az, hy, ka, tr, ru
    bool labels = true;
    bool cornerCredit = true;                 ///< short credit in the map's corner
};

} // namespace ca
