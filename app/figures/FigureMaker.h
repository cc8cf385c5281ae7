// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SceneSource.h"
#include "figure/Figure.h"
#include "figure/FigureView.h"
#include "geo/Box.h"

#include <memory>

namespace ca {

/// Makes figures that can be drawn from the views that are kept: finds atlas of the date, projection, scene, style and the
/// user's layers. The window, its batches and the commands all come through here. Thread-safe.
class FigureMaker {
public:
    FigureMaker(std::shared_ptr<const Atlas> atlas, std::shared_ptr<SceneSource> source);
    ~FigureMaker();

    /// The user's own passages, of which a view's notes may choose.
    void setOwnPassages(std::vector<AnnotatedPassage> passages);
    /// Fails with the reason (projection, style, a layer's file that is gone, cancelled); warns of what had to be left out. Scenes are kept
    /// by date and projection, so that the next figure of the same ones is made at once. A view without a theme gets the light
    /// style, which the caller may replace.
    [[nodiscard]] Result<Figure> figure(const FigureView &view, const CancelToken &cancel = {});

    /// The view that shows a corridor alone and whole, or a segment that stands out in its surroundings, with its sources as
    /// notes and its name as title; everything else (theme, page, switched-off elements …) is @p like's. A view without a
    /// projection gets that of the region. Fails for unknown ids, for what has no line and for an unusable projection.
    [[nodiscard]] static Result<FigureView> viewOf(const Atlas &atlas, const QString &id, const FigureView &like);
    /// The view that shows all of @p extent and is else @p like.
    [[nodiscard]] static Result<FigureView> viewOfBox(const GeoBox &extent, const FigureView &like);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ca
