// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/LifeCycle.h"

#include "base/Tr.h"

#include <algorithm>
#include <array>

namespace ca {
namespace {

struct Word {
    std::string_view word;
    LifeCycle stage;
};

// What goes on now first, what was before, then what is intended: a line that is built anew on the bed of a razed one may carry
// both, as does a razed one that was disused, and an abandoned one that somebody wants back.
constexpr std::array<Word, 11> words{{{"construction", LifeCycle::Construction},
                                      {"under_construction", LifeCycle::Construction},
                                      {"razed", LifeCycle::Razed},
                                      {"demolished", LifeCycle::Razed},
                                      {"removed", LifeCycle::Razed},
                                      {"dismantled", LifeCycle::Razed},
                                      {"destroyed", LifeCycle::Razed},
                                      {"abandoned", LifeCycle::Abandoned},
                                      {"disused", LifeCycle::Disused},
                                      {"proposed", LifeCycle::Proposed},
                                      {"planned", LifeCycle::Proposed}}};

/// "yes" says that a stage applies, not to what.
std::string_view kind(std::string_view value)
{
    return value == "yes" || value == "no" ? std::string_view() : value;
}

/// Value of the key "prefix:key".
std::string_view prefixed(std::span<const OsmTag> tags, std::string_view prefix, std::string_view key)
{
    for (const OsmTag &tag : tags) {
        if (tag.key.size() == prefix.size() + 1 + key.size() && tag.key.starts_with(prefix) && tag.key[prefix.size()] == ':' && tag.key.ends_with(key))
            return tag.value;
    }
    return {};
}

} // namespace

QString toId(LifeCycle stage)
{
    switch (stage) {
    case LifeCycle::Operating: return QStringLiteral("operating");
    case LifeCycle::Construction: return QStringLiteral("construction");
    case LifeCycle::Proposed: return QStringLiteral("proposed");
    case LifeCycle::Disused: return QStringLiteral("disused");
    case LifeCycle::Abandoned: return QStringLiteral("abandoned");
    case LifeCycle::Razed: return QStringLiteral("razed");
    }
    return {};
}

QString lifeCycleTitle(LifeCycle stage)
{
    switch (stage) {
    case LifeCycle::Operating: return tr("operating");
    case LifeCycle::Construction: return tr("under construction");
    case LifeCycle::Proposed: return tr("proposed");
    case LifeCycle::Disused: return tr("disused");
    case LifeCycle::Abandoned: return tr("abandoned");
    case LifeCycle::Razed: return tr("razed");
    }
    return {};
}

QString lifeCycleTitle(const QString &id)
{
    const auto stage = std::find_if(lifeCycles.begin(), lifeCycles.end(), [&id](LifeCycle one) { return toId(one) == id; });
    return stage == lifeCycles.end() ? id : lifeCycleTitle(*stage);
}

Lived lifeCycleOf(std::span<const OsmTag> tags, std::string_view key)
{
    const std::string_view value = tagValue(tags, key);
    for (const Word &one : words) {
        if (value == one.word) {
            const std::string_view before = prefixed(tags, one.word, key);
            return {one.stage, before.empty() ? kind(tagValue(tags, one.word)) : before};
        }
    }
    if (!value.empty() && value != "no") {
        for (const Word &one : words) {
            if (tagValue(tags, one.word) == "yes")
                return {one.stage, value};
        }
        return {LifeCycle::Operating, value};
    }
    for (const Word &one : words) {
        const std::string_view before = prefixed(tags, one.word, key);
        if (!before.empty() && before != "no")
            return {one.stage, kind(before)};
    }
    return {};
}

} // namespace ca
