// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/SuggestionDesk.h"

#include "project/Project.h"
#include "reading/NewPassage.h"

#include <QUndoStack>
#include <QtConcurrent>

#include <algorithm>

namespace ca {

namespace {

/// Weak subjects would only make the reader say no.
std::vector<Suggestion> likelyOnes(std::vector<Suggestion> suggestions)
{
    for (Suggestion &one : suggestions)
        std::erase_if(one.subjects, [](const SubjectScore &subject) { return subject.score < Suggester::likely; });
    std::erase_if(suggestions, [](const Suggestion &one) { return one.subjects.empty(); });
    return suggestions;
}

TextRange rangeOf(const Suggestion &suggestion)
{
    return {suggestion.start, suggestion.end - suggestion.start};
}

} // namespace

SuggestionDesk::SuggestionDesk(Project &project, QObject *parent) : QObject(parent), m_project(project)
{
    connect(&project, &Project::changed, this, [this] {
        if (active() && !m_working)
            refresh();
    });
}

SuggestionDesk::~SuggestionDesk()
{
    m_token.cancel();
}

void SuggestionDesk::setAtlas(std::shared_ptr<const Atlas> atlas)
{
    m_atlas = std::move(atlas);
    m_suggester.reset();
}

void SuggestionDesk::start(const Document &document, std::shared_ptr<const AnchorFinder> finder, std::vector<ReaderMark> known)
{
    stop();
    m_known = std::move(known);
    if (!m_atlas || !finder)
        return;
    m_document = document;
    m_finder = std::move(finder);
    m_working = true;
    m_token = CancelToken();
    Q_EMIT changed();
    QtConcurrent::run([atlas = m_atlas, known = m_suggester, text = m_finder] {
        const auto suggester = known ? known : std::make_shared<const Suggester>(atlas);
        return Found{suggester, proposalsOf(suggester->suggest(text->article()), *text)};
    }).then(this, [this, token = m_token](Found found) {
        m_suggester = found.suggester;
        if (!token.cancelled())
            take(std::move(found.proposals));
    });
}

void SuggestionDesk::stop()
{
    m_token.cancel();
    m_finder.reset();
    m_all.clear();
    m_waiting.clear();
    m_current = -1;
    m_working = false;
    Q_EMIT changed();
}

std::vector<SuggestionDesk::Proposal> SuggestionDesk::proposalsOf(std::vector<Suggestion> suggestions, const AnchorFinder &finder)
{
    std::vector<Proposal> proposals;
    for (Suggestion &one : likelyOnes(std::move(suggestions))) {
        const Result<TextAnchor> anchor = finder.make(rangeOf(one));
        if (anchor)
            proposals.push_back({std::move(one), *anchor});
    }
    return proposals;
}

void SuggestionDesk::take(std::vector<Proposal> proposals)
{
    m_working = false;
    m_all = std::move(proposals);
    m_current = 0;
    refresh();
}

/// Rejected, linked for the same words, or marked already by a passage that covers most of them.
bool SuggestionDesk::isDecided(const Suggestion &one, const TextAnchor &anchor, const QString &subject) const
{
    if (m_project.isRejected(m_document.textSha256, anchor, subject))
        return true;
    const bool marked = std::any_of(m_known.begin(), m_known.end(), [&](const ReaderMark &mark) {
        const int common = std::min(mark.range.end(), one.end) - std::max(mark.range.start, one.start);
        return mark.found() && 2 * common >= one.end - one.start && mark.subjects.contains(subject);
    });
    if (marked)
        return true;
    const auto links = m_project.linksOfSubject(subject);
    return std::any_of(links.begin(), links.end(), [&](const ProjectLink &link) {
        const ProjectPassage *passage = m_project.passage(link.passage);
        return passage && passage->present.textSha256 == m_document.textSha256 && passage->present.anchor.exact == anchor.exact;
    });
}

/// Leaves out what was decided.
void SuggestionDesk::refresh()
{
    m_waiting.clear();
    for (const Proposal &one : m_all) {
        Suggestion left = one.suggestion;
        std::erase_if(left.subjects, [&](const SubjectScore &subject) { return isDecided(one.suggestion, one.anchor, subject.id); });
        if (!left.subjects.empty())
            m_waiting.push_back(std::move(left));
    }
    const int last = static_cast<int>(m_waiting.size()) - 1;
    m_current = std::clamp(m_current, std::min(0, last), std::max(0, last));
    Q_EMIT changed();
}

void SuggestionDesk::setCurrent(int index)
{
    if (index < 0 || index >= static_cast<int>(m_waiting.size()) || index == m_current)
        return;
    m_current = index;
    Q_EMIT changed();
}

void SuggestionDesk::step(int by)
{
    const int count = static_cast<int>(m_waiting.size());
    if (count > 0)
        setCurrent((m_current + by + count) % count);
}

Result<Done> SuggestionDesk::accept()
{
    if (m_current < 0 || m_waiting.empty())
        return Done{};
    const Suggestion one = m_waiting[static_cast<std::size_t>(m_current)];
    const Result<ProjectPassage> passage = newPassage(m_document, *m_finder, rangeOf(one));
    if (!passage)
        return passage.error();
    std::vector<ProjectLink> links;
    for (const SubjectScore &subject : one.subjects) {
        ProjectLink link;
        link.subject = subject.id;
        link.context = subject.context;
        link.origin = LinkOrigin::Suggested;
        link.score = subject.score;
        link.reasons = subject.reasons;
        links.push_back(std::move(link));
    }
    const Result<QString> done = m_project.acceptSuggestion(*passage, links);
    return done ? Result<Done>(Done{}) : Result<Done>(done.error());
}

Result<Done> SuggestionDesk::reject()
{
    if (m_current < 0 || m_waiting.empty())
        return Done{};
    const Suggestion one = m_waiting[static_cast<std::size_t>(m_current)];
    const Result<TextAnchor> anchor = m_finder->make(rangeOf(one));
    if (!anchor)
        return anchor.error();
    QUndoStack &stack = m_project.undoStack();
    stack.beginMacro(tr("reject suggestion"));   // one key, one step of undo
    Result<Done> all = Done{};
    for (const SubjectScore &subject : one.subjects) {
        const Result<QString> done = m_project.rejectSuggestion(m_document.textSha256, *anchor, subject.id);
        if (!done)
            all = done.error();
    }
    stack.endMacro();
    return all;
}

} // namespace ca
