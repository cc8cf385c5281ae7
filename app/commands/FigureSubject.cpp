// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/FigureSubject.h"

#include "commands/AtlasAccess.h"
#include "figures/FigureMaker.h"

namespace ca {

Result<FigureView> viewOf(const Atlas &atlas, const FigureOptions &options, const FigureView &base)
{
    const bool corridor = options.region == FigureOptions::Extent::Corridor, segment = options.region == FigureOptions::Extent::Segment;
    const bool box = !corridor && !segment;
    const Result<QString> id = box ? Result<QString>(QString()) : resolveOne(atlas, options.name, corridor ? Wanted::Corridor : Wanted::Segment);
    if (!id)
        return id.error();
    const FigureView like = options.applied(base);
    Result<FigureView> view = box ? FigureMaker::viewOfBox(options.box, like) : FigureMaker::viewOf(atlas, *id, like);
    if (view && box)
        view->figure.title = atlas.data().title;
    if (view && options.title)
        view->figure.title = *options.title;
    return view;
}

} // namespace ca
