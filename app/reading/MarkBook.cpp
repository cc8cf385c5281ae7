// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/MarkBook.h"

#include "project/Project.h"

#include <algorithm>
#include <tuple>

namespace ca::markbook {

namespace {

/// Ids with those that are only touched upon last.
template <class Refs, class Id>
QStringList idsOf(const Refs &refs, Id idOf)
{
    QStringList about, context;
    for (const auto &ref : refs)
        (ref.context ? context : about) << idOf(ref);
    return about + context;
}

} // namespace

std::vector<ReaderMark> bundled(const Atlas &atlas, const Library &library, const Project &project, const Document &document)
{
    std::vector<ReaderMark> marks;
    for (const StoredVerdict &stored : library.verdicts(document.id)) {
        const Passage *passage = atlas.passage(stored.passage);
        if (!passage)
            continue;
        const FoundPassage &found = stored.found;
        marks.push_back({ReaderMark::Kind::Bundled, passage->id, {found.start, found.length}, found.verdict, found.reason,
                         idsOf(passage->subjects, [](const SubjectRef &ref) { return ref.id; })
                             + idsOf(project.linksOfPassage(passage->id), [](const ProjectLink &link) { return link.subject; })});
    }
    return marks;
}

std::vector<ReaderMark> own(const Project &project, const std::vector<Document> &copies, const AnchorFinder &finder)
{
    std::vector<ReaderMark> marks;
    QStringList seen;
    for (const Document &copy : copies) {
        for (const ProjectPassage &passage : project.passagesOfDocument(copy.textSha256)) {
            const std::vector<ProjectLink> links = project.linksOfPassage(passage.id);
            if (links.empty() || seen.contains(passage.id))
                continue;
            seen << passage.id;
            const AnchorMatch match = finder.find(passage.present.anchor);
            marks.push_back({ReaderMark::Kind::Own, passage.id, match.range, match.verdict, match.reason,
                             idsOf(links, [](const ProjectLink &link) { return link.subject; }), match.differences});
        }
    }
    return marks;
}

std::vector<ReaderMark> suggested(const std::vector<Suggestion> &suggestions)
{
    std::vector<ReaderMark> marks;
    for (std::size_t i = 0; i < suggestions.size(); ++i) {
        const Suggestion &one = suggestions[i];
        ReaderMark mark{ReaderMark::Kind::Suggested, QString(), {one.start, one.end - one.start}, Verdict::Exact, QString(),
                        idsOf(one.subjects, [](const SubjectScore &subject) { return subject.id; })};
        mark.suggestion = static_cast<int>(i);
        marks.push_back(std::move(mark));
    }
    return marks;
}

void sort(std::vector<ReaderMark> &marks)
{
    std::stable_sort(marks.begin(), marks.end(), [](const ReaderMark &a, const ReaderMark &b) {
        return std::tuple(!a.found(), a.range.start, a.range.length) < std::tuple(!b.found(), b.range.start, b.range.length);
    });
}

const ReaderMark *at(const std::vector<ReaderMark> &marks, int offset)
{
    const ReaderMark *best = nullptr;
    for (const ReaderMark &mark : marks) {
        if (!mark.found() || offset < mark.range.start || offset >= mark.range.end())
            continue;
        const auto rank = [](const ReaderMark &m) { return std::pair(m.kind == ReaderMark::Kind::Suggested, m.range.length); };
        if (!best || rank(mark) < rank(*best))
            best = &mark;
    }
    return best;
}

QString corridorOf(const ReaderMark &mark, const Atlas &atlas)
{
    for (const QString &subject : mark.subjects) {
        if (!atlas.members(subject).empty())
            return subject;
        const QStringList corridors = atlas.corridorsOf(subject);
        if (!corridors.isEmpty())
            return corridors.front();
    }
    return {};
}

} // namespace ca::markbook
