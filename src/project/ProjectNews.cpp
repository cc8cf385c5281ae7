// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectNews.h"

namespace ca {
namespace {

void tell(ProjectNews &news, const ProjectPassage &passage)
{
    news.passages.insert(passage.id);
    news.documents.insert(passage.original.textSha256);
    news.documents.insert(passage.present.textSha256);
}

void tell(ProjectNews &news, const ProjectLink &link)
{
    news.links.insert(link.id);
    news.passages.insert(link.passage);
    news.subjects.insert(link.subject);
}

void tell(ProjectNews &news, const ProjectNote &note)
{
    news.notes.insert(note.target);
}

void tell(ProjectNews &news, const RejectedSuggestion &rejected)
{
    news.documents.insert(rejected.textSha256);
}

void tell(ProjectNews &news, const ProjectView &view)
{
    news.views.insert(view.id);
}

void tell(ProjectNews &news, const ProjectSetting &setting)
{
    news.settings.insert(setting.id);
}

void tell(ProjectNews &news, const ProjectMatch &match)
{
    news.matches.insert(match.id);
}

} // namespace

ProjectNews ProjectNews::of(const ProjectEdit &edit)
{
    ProjectNews news;
    for (const AnyRecordChange &one : edit) {
        std::visit([&](const auto &change) {
            if (change.before)
                tell(news, *change.before);
            if (change.after)
                tell(news, *change.after);
        }, one);
    }
    return news;
}

ProjectNews ProjectNews::ofEverything()
{
    ProjectNews news;
    news.everything = true;
    return news;
}

} // namespace ca
