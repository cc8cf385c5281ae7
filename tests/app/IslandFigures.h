// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureView.h"
#include "figure/SampleFigure.h"
#include "figures/FigureJob.h"

#include <atomic>

/// Views of the made-up island and what makes figures of them, in place of the atlas.
namespace ca::test {

inline FigureView islandView()
{
    const Figure sample = figure();
    FigureView view;
    view.crs = sample.map.view.projection->definition();
    view.centre = sample.map.view.projection->inverse(sample.map.view.centre);
    view.metresPerPixel = sample.map.view.metresPerPixel;
    view.size = sample.map.view.size;
    view.figure = sample;
    return view;
}

/// @p made counts the figures.
inline FigureJob::Make islandMaker(std::atomic<int> *made = nullptr)
{
    return [made, sample = figure()](const FigureView &view, const CancelToken &) -> Result<Figure> {
        if (made)
            ++*made;
        if (view.crs == QLatin1String("none"))
            return Error{QStringLiteral("no such projection"), {}, 0};
        Figure asked = sample;
        static_cast<FigureSpec &>(asked) = view.figure;
        asked.extent = {};
        asked.map.view.centre = asked.map.view.projection->forward(view.centre);
        asked.map.view.metresPerPixel = view.metresPerPixel;
        asked.map.view.size = view.size;
        return asked;
    };
}

} // namespace ca::test
