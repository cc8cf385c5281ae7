// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LayerCache.h"

namespace ca {

LayerCache::Key LayerCache::keyOf(const RenderRequest &request)
{
    return {request.scene, request.style, request.view, request.devicePixelRatio, request.visibility.hiddenLayers, request.userLayers};
}

QImage LayerCache::find(const RenderRequest &request, QStringList &layers)
{
    Key key = keyOf(request);
    m_again = m_key == key;
    if (!m_again) {
        m_key = std::move(key);
        m_image = {};
    }
    layers = m_layers;
    return m_image;
}

void LayerCache::keep(const QImage &image, const QStringList &layers)
{
    if (!m_again)
        return;
    m_image = image;
    m_layers = layers;
}

} // namespace ca
