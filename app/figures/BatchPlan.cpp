// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/BatchPlan.h"

#include "figure/FigurePresets.h"

namespace ca {

QStringList BatchPlan::ids(const Atlas &atlas) const
{
    QStringList ids;
    if (what == What::Corridors) {
        for (const Subject *one : atlas.corridors())
            ids << one->id;
    } else if (what == What::Segments) {
        for (const Segment &segment : atlas.data().segments)
            ids << segment.id;
    } else if (what == What::SegmentsOfCorridor) {
        for (const CorridorMember *member : atlas.members(corridor)) {
            if (!ids.contains(member->segment))
                ids << member->segment;
        }
    }
    return ids;
}

FigureView BatchPlan::adapted(FigureView view, const QString &language) const
{
    if (const FigurePreset *page = figurePreset(preset))
        takePreset(view.figure, *page);
    if (!language.isEmpty())
        view.language = language;
    view.namePolicy = namePolicy.value_or(view.namePolicy);
    return view;
}

std::vector<FigureTask> BatchPlan::tasks(const BatchSource &source) const
{
    WriteOptions writing;
    writing.dpi = dpi;
    std::vector<FigureTask> tasks;
    QStringList taken;
    for (const QString &language : languages.isEmpty() ? QStringList{QString()} : languages) {
        const auto add = [&](const QString &id, std::function<Result<FigureView>()> view) {
            const QString name = languages.size() > 1 ? id + u'-' + language : id;
            tasks.push_back(FigureBatch::task(name, std::move(view), folder, formats, writing, taken));
        };
        if (what == What::Views) {
            for (const ProjectView &view : source.views)
                add(view.name, [view = adapted(view.view, language)] { return view; });
            continue;
        }
        FigureView like = adapted(source.like, language);
        // Placed by hand for one map, elements would lie over another's; and each region has its own projection.
        like.figure.placed.clear();
        like.crs.clear();
        for (const QString &id : ids(*source.atlas))
            add(id, [atlas = source.atlas, id, like] { return FigureMaker::viewOf(*atlas, id, like); });
    }
    return tasks;
}

QStringList BatchPlan::files(const BatchSource &source) const
{
    QStringList paths;
    for (const FigureTask &task : tasks(source)) {
        for (const FigureFile &file : task.files)
            paths << file.path;
    }
    return paths;
}

} // namespace ca
