// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/StrandPathCache.h"

namespace ca {

StrandPathCache::Shifted StrandPathCache::at(const Frame &frame, std::size_t strand)
{
    const RenderRequest &request = frame.request;
    if (m_key.scene != request.scene || m_key.style != request.style || m_key.metresPerPixel != frame.view.metresPerPixel
        || m_key.hiddenCorridors != request.visibility.hiddenCorridors) {
        m_key = {request.scene, request.style, frame.view.metresPerPixel, request.visibility.hiddenCorridors};
        m_paths.clear();
    }
    const PointXY origin = frame.toScreen({0, 0});
    auto found = m_paths.find(strand);
    if (found == m_paths.end())
        found = m_paths.emplace(strand, Entry{strandPath(frame, frame.scene.strands()[strand]), origin}).first;
    return {&found->second.path, {origin.x - found->second.origin.x, origin.y - found->second.origin.y}};
}

} // namespace ca
