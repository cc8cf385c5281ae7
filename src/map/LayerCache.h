// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/RenderRequest.h"

#include <QImage>
#include <QStringList>

namespace ca {

/// The layers under the corridors as drawn last: a request that differs only in what is above them (what is selected, the
/// language of labels) need not draw them again. One for each job; not for use by several threads at once.
class LayerCache {
public:
    /// The picture for @p request, null when there is none.
    [[nodiscard]] QImage find(const RenderRequest &request, QStringList &layers);
    /// Keeps a picture for the request of the last find(), if that was not its first: while the map moves, no layer is
    /// asked for twice, and what is kept must be copied before it is painted over.
    void keep(const QImage &image, const QStringList &layers);

private:
    /// All of a request that the layers depend on.
    struct Key {
        std::shared_ptr<const Scene> scene;
        std::shared_ptr<const MapStyle> style;
        MapView view;
        double devicePixelRatio = 1;
        QSet<QString> hiddenLayers;
        std::vector<UserLayer> userLayers;
        bool operator==(const Key &) const = default;
    };
    static Key keyOf(const RenderRequest &request);

    Key m_key;                 ///< of the last find()
    bool m_again = false;      ///< that was not the first one for it
    QImage m_image;
    QStringList m_layers;
};

} // namespace ca
