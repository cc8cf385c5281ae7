// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SceneSource.h"

#include <list>
#include <map>
#include <memory>
#include <mutex>

namespace ca {

/// The atlas at the dates that are asked for, and its scenes: the last few are kept. Thread-safe; whoever asks for a scene
/// that another thread is building waits for it.
class DatedScenes {
public:
    DatedScenes(std::shared_ptr<const Atlas> atlas, std::shared_ptr<SceneSource> source);

    [[nodiscard]] const Atlas &newest() const { return *m_atlas; }
    /// @param asOf ISO date, maybe shortened; empty = the atlas' own. Fails when cancelled and without a base map.
    [[nodiscard]] Result<std::shared_ptr<const Scene>> scene(const QString &asOf, const std::shared_ptr<const Projection> &projection,
                                                             const CancelToken &cancel);

private:
    /// A place for one scene, which its own lock guards while it is built.
    struct Slot {
        QString key;
        std::mutex building;
        std::shared_ptr<const Scene> scene;
    };
    struct Dated {
        QString asOf;
        std::shared_ptr<const Atlas> atlas;
    };
    [[nodiscard]] std::shared_ptr<Slot> slot(const QString &key);
    [[nodiscard]] std::shared_ptr<const Atlas> atlas(const QString &asOf);

    std::shared_ptr<const Atlas> m_atlas;
    std::shared_ptr<SceneSource> m_source;
    std::mutex m_mutex;  ///< of the two lists
    std::list<std::shared_ptr<Slot>> m_slots;  ///< the one asked for last in front
    std::list<Dated> m_dated;                  ///< likewise
};

} // namespace ca
