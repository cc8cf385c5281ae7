// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/StrandGeometry.h"

#include <unordered_map>

namespace ca {

/// Paths of strands at the scale that was asked for last: they stay the same, but for a shift, while the map is panned, and
/// are dear to make for a look under the pointer. For one thread.
class StrandPathCache {
public:
    struct Shifted {
        const StrandPath *path;   ///< valid until the next at()
        PointXY by;               ///< to be added to its points for screen coordinates of the frame
    };
    [[nodiscard]] Shifted at(const Frame &frame, std::size_t strand);

private:
    struct Key {
        std::shared_ptr<const Scene> scene;
        std::shared_ptr<const MapStyle> style;
        double metresPerPixel = 0;
        QSet<QString> hiddenCorridors;
        bool operator==(const Key &) const = default;
    };
    struct Entry {
        StrandPath path;
        PointXY origin;           ///< of the plane, on the screen it was made for
    };
    Key m_key;
    std::unordered_map<std::size_t, Entry> m_paths;
};

} // namespace ca
