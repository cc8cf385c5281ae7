// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "geo/FeatureTable.h"
#include "map/MapStyle.h"

#include <optional>
#include <vector>

/// What is particular about layers made of OpenStreetMap, told by their columns osm_type and osm_id.
namespace ca::osmlayers {

[[nodiscard]] bool isOsm(const FeatureTable &table);
/// Whether layer @p name of a file that also has @p names is a simplified copy of one of those ("railways_z1").
[[nodiscard]] bool isSimplified(const QString &name, const QStringList &names);

/// What a layer is called: as the import's mapping has it, with the name of its set. @p otherwise where it has neither.
[[nodiscard]] QString title(const QString &path, const QString &name, const QString &otherwise);
/// Place of a layer above the others: areas lowest, points uppermost.
[[nodiscard]] int height(const QString &name);

/// A part of a layer that is drawn in its own way: a stage of the life cycle, disputed borders.
struct State {
    QString id;            ///< of the life cycle, or "disputed"; empty = what is in use, or all there is
    QString title;         ///< for the layer's title; empty for the empty id
    FeatureTable table;
};
/// In use last, so that it lies above.
[[nodiscard]] std::vector<State> byState(FeatureTable table);

/// The look of layer @p name of an import; none where it is no layer of those.
[[nodiscard]] std::optional<LayerStyle> look(const QString &name, const QString &state, std::size_t features);
/// Whom such a layer owes; @p path of its file tells the date of the data where it belongs to a set.
[[nodiscard]] Credit credit(const QString &path);

/// The object a feature is made of, as "way/123"; empty where it does not tell.
[[nodiscard]] QString objectOf(const FeatureTable &table, std::size_t feature);

} // namespace ca::osmlayers
