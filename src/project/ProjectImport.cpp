// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectStamp.h"

#include <cmath>

namespace ca {
namespace {

QString linkKey(const ProjectLink &link)
{
    return link.passage + u'\n' + link.subject + u'\n' + (link.context ? u'c' : u'a');
}

/// What one import is called in the Edit menu. Links alone come where the passages are known or the atlas' own.
QString importText(const Project::Imported &count)
{
    if (count.passages == 0)
        return count.links == 1 ? Project::tr("import 1 link") : Project::tr("import %1 links").arg(count.links);
    return count.passages == 1 ? Project::tr("import 1 passage") : Project::tr("import %1 passages").arg(count.passages);
}

} // namespace

Result<Project::Imported> Project::importPassages(const std::vector<PassageWithLinks> &all)
{
    Imported count;
    ProjectEdit edit;
    QSet<QString> added, linked;
    qint64 passageOrder = m_model.table<ProjectPassage>().nextOrder(), linkOrder = m_model.table<ProjectLink>().nextOrder();
    for (PassageWithLinks one : all) {
        one.passage.order = passageOrder;
        stamp(one.passage);
        if (one.passage.present == PassagePlace())
            one.passage.present = one.passage.original;
        if (one.ofAtlas) {
            // Its links are all there is to keep.
        } else if (added.contains(one.passage.id) || passage(one.passage.id)) {
            ++count.known;
        } else {
            edit.push_back(RecordChange<ProjectPassage>{std::nullopt, one.passage});
            added.insert(one.passage.id);
            ++passageOrder;
            ++count.passages;
        }
        for (ProjectLink &link : one.links) {
            link.id.clear();  // another project's link is another link
            link.passage = one.passage.id;
            link.order = linkOrder;
            link.score = std::isfinite(link.score) ? link.score : 0;
            if (link.subject.isEmpty() || linked.contains(linkKey(link)) || !objectionTo(link).isEmpty()) {
                ++count.known;
                continue;
            }
            stamp(link);
            linked.insert(linkKey(link));
            edit.push_back(RecordChange<ProjectLink>{std::nullopt, link});
            ++linkOrder;
            ++count.links;
        }
    }
    const Result<Done> done = edit.empty() ? Result<Done>(Done{}) : perform(importText(count), edit);
    return done ? Result<Imported>(count) : Result<Imported>(done.error());
}

} // namespace ca
