// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/FeatureTable.h"

#include <QString>

#include <memory>
#include <vector>

namespace ca {

/// Whom the map owes for a layer; printed wherever the layer is drawn.
struct Credit {
    QString layer;                    ///< layer id
    QString text;                     ///< e.g. "© OpenStreetMap contributors"
    QString licence;
    QString url;
    QString dataDate;                 ///< e.g. "2017"
    bool operator==(const Credit &) const = default;
};

/// One layer of the base map at several levels of generalisation, coarsest first.
struct BaseLayer {
    struct Level {
        double toleranceMetres = 0;   ///< 0 = not generalised
        FeatureTable features;
    };
    QString id;                       ///< land, coast, borders, lakes, seas, rivers, countries, places
    std::vector<Level> levels;
};

/// The bundled base map: immutable after reading, shared between threads.
struct BaseMap {
    std::vector<BaseLayer> layers;
    std::vector<Credit> credits;
    [[nodiscard]] const BaseLayer *layer(const QString &id) const;
};

/// Name of a base layer for readers, translated; the id itself where it has none.
[[nodiscard]] QString baseLayerTitle(const QString &id);

} // namespace ca
