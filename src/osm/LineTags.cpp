// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/LineTags.h"

#include <algorithm>
#include <array>

namespace ca::linetags {
namespace {

template <std::size_t N>
bool isOneOf(std::string_view value, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), value) != words.end();
}

} // namespace

std::optional<LifeCycle> stageAs(std::span<const OsmTag> tags, LineKind kind)
{
    if (tagValue(tags, "area") == "yes")
        return std::nullopt;
    if (kind == LineKind::Rail) {
        const Lived railway = lifeCycleOf(tags, "railway");
        const bool fits = railway.present() && (railway.value == "rail" || railway.value.empty());
        return fits ? std::optional(railway.stage) : std::nullopt;
    }
    const Lived built = lifeCycleOf(tags, "man_made");
    static constexpr std::array<std::string_view, 3> gases{"gas", "natural_gas", "cng"};
    const bool fits = built.value == "pipeline" && isOneOf(tagValue(tags, "substance"), gases);
    return fits ? std::optional(built.stage) : std::nullopt;
}

TrackUse useOf(std::span<const OsmTag> tags)
{
    const std::string_view service = tagValue(tags, "service");
    if (service == "crossover")
        return TrackUse::Crossover;
    static constexpr std::array<std::string_view, 4> sideUses{"industrial", "military", "tourism", "test"};
    return !service.empty() || isOneOf(tagValue(tags, "usage"), sideUses) ? TrackUse::Side : TrackUse::Line;
}

bool isStation(std::span<const OsmTag> tags)
{
    static constexpr std::array<std::string_view, 5> kinds{"station", "halt", "stop", "yard", "service_station"};
    const Lived railway = lifeCycleOf(tags, "railway");
    if (!railway.value.empty())
        return isOneOf(railway.value, kinds);
    return tagValue(tags, "train") == "yes" && !tagValue(tags, "public_transport").empty();
}

} // namespace ca::linetags
