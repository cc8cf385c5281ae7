// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/DatedScenes.h"

#include "AtlasAsOf.h"

#include <algorithm>
#include <utility>

namespace ca {

namespace {

/// Scenes are large; a batch goes through few projections and fewer dates.
constexpr std::size_t mostKept = 4;

} // namespace

DatedScenes::DatedScenes(std::shared_ptr<const Atlas> atlas, std::shared_ptr<SceneSource> source)
    : m_atlas(std::move(atlas)), m_source(std::move(source))
{
}

std::shared_ptr<DatedScenes::Slot> DatedScenes::slot(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    const auto known = std::find_if(m_slots.begin(), m_slots.end(), [&](const auto &slot) { return slot->key == key; });
    if (known != m_slots.end()) {
        m_slots.splice(m_slots.begin(), m_slots, known);
        return m_slots.front();
    }
    m_slots.push_front(std::make_shared<Slot>());
    m_slots.front()->key = key;
    if (m_slots.size() > mostKept)
        m_slots.pop_back();
    return m_slots.front();
}

std::shared_ptr<const Atlas> DatedScenes::atlas(const QString &asOf)
{
    if (asOf.isEmpty())
        return m_atlas;
    const std::lock_guard lock(m_mutex);
    const auto known = std::find_if(m_dated.begin(), m_dated.end(), [&](const Dated &dated) { return dated.asOf == asOf; });
    if (known == m_dated.end())
        m_dated.push_front({asOf, atlasAsOf(m_atlas, asOf)});
    else
        m_dated.splice(m_dated.begin(), m_dated, known);
    if (m_dated.size() > mostKept)
        m_dated.pop_back();
    return m_dated.front().atlas;
}

Result<std::shared_ptr<const Scene>> DatedScenes::scene(const QString &asOf, const std::shared_ptr<const Projection> &projection,
                                                        const CancelToken &cancel)
{
    const std::shared_ptr<Slot> place = slot(asOf + u'\n' + projection->definition());
    const std::lock_guard lock(place->building);
    if (place->scene)
        return place->scene;
    auto built = m_source->scene(atlas(asOf), projection, SceneSource::WithoutBaseMap::Fail, cancel);
    if (built)
        place->scene = *built;
    return built;
}

} // namespace ca
