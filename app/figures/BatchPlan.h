// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/FigureBatch.h"
#include "project/ProjectRecords.h"

namespace ca {

/// What many figures can be made of. A value; the maker is shared.
struct BatchSource {
    std::shared_ptr<const Atlas> atlas;
    std::shared_ptr<FigureMaker> maker;
    std::vector<ProjectView> views;  ///< of the project
    FigureView like;                 ///< the figure being made: theme, page and elements of the new ones
    FigureCheckInput checked;
};

/// Which figures are to be made, and how. A value.
struct BatchPlan {
    enum class What { Corridors, Segments, SegmentsOfCorridor, Views };
    What what = What::Corridors;
    QString corridor;                ///< of SegmentsOfCorridor
    QString preset;                  ///< empty = the page as it is
    double dpi = 96;                 ///< of pictures
    std::vector<FigureFormat> formats;
    QStringList languages;           ///< one figure each; empty = as it is, also in views
    std::optional<NamePolicy> namePolicy;  ///< none = as it is
    QString folder;

    /// In the order of the atlas or the project; files of several languages are named by them, too. A view that cannot be made
    /// is a task that says why.
    [[nodiscard]] std::vector<FigureTask> tasks(const BatchSource &source) const;

    /// The paths of all files of tasks(), at once.
    [[nodiscard]] QStringList files(const BatchSource &source) const;
    /// Of the segments or corridors there is one figure each of; none for views.
    [[nodiscard]] QStringList ids(const Atlas &atlas) const;

private:
    [[nodiscard]] FigureView adapted(FigureView view, const QString &language) const;
};

} // namespace ca
