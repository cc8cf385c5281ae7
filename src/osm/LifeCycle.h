// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OsmObject.h"

#include <QString>

#include <array>

namespace ca {

/// Whether something is there, as its tags tell (wiki.openstreetmap.org/wiki/Lifecycle_prefix).
enum class LifeCycle : std::uint8_t { Operating, Construction, Proposed, Disused, Abandoned, Razed };

inline constexpr std::array lifeCycles{LifeCycle::Operating, LifeCycle::Construction, LifeCycle::Proposed,
                                       LifeCycle::Disused, LifeCycle::Abandoned, LifeCycle::Razed};

[[nodiscard]] QString toId(LifeCycle stage);     ///< "operating", "construction" …
[[nodiscard]] QString lifeCycleTitle(LifeCycle stage);
/// By toId(); what is no such id comes back as it is.
[[nodiscard]] QString lifeCycleTitle(const QString &id);

struct Lived {
    LifeCycle stage = LifeCycle::Operating;
    std::string_view value;   ///< what it is, was or will be ("rail"); empty where the tags do not tell; valid as long as the tags
    [[nodiscard]] bool present() const { return !value.empty() || stage != LifeCycle::Operating; }
};

/// What @p key ("railway", "highway", "man_made") says of an object, in each style of tagging: railway=rail;
/// railway=construction + construction=rail; construction:railway=rail; railway=proposed, planned; disused:, abandoned:,
/// razed:, demolished:, removed:, dismantled: and the same as values; disused=yes beside railway=rail. Not present() where
/// none applies.
[[nodiscard]] Lived lifeCycleOf(std::span<const OsmTag> tags, std::string_view key);

} // namespace ca
