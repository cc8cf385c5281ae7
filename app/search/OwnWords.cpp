// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/OwnWords.h"

#include "atlas/Folding.h"
#include "atlas/Records.h"
#include "library/Snippet.h"
#include "project/Project.h"

#include <algorithm>

namespace ca {

namespace {

/// Looks for all of some words, folded.
class Words {
public:
    explicit Words(const QString &words) : m_terms(fold(words).split(u' ', Qt::SkipEmptyParts)) {}

    /// Where the first word stands in @p text; -1 unless all do.
    [[nodiscard]] int in(const QString &text) const
    {
        const FoldedText folded = foldWithOrigin(text);
        const bool all = !m_terms.isEmpty() && std::all_of(m_terms.begin(), m_terms.end(), [&](const QString &term) {
            return folded.text.contains(term);
        });
        return all ? folded.origin[static_cast<std::size_t>(folded.text.indexOf(m_terms.front()))] : -1;
    }

private:
    QStringList m_terms;
};

QString sourceOf(const ProjectPassage *passage)
{
    return passage ? Record{{}, passage->source}.shortCitation() : QString();
}

} // namespace

std::vector<SearchHit> searchOwnWords(const Project &project, const QString &query, int limit)
{
    const Words words(query);
    std::vector<SearchHit> hits;
    const auto look = [&](SearchHit::Kind kind, const QString &id, const QString &title, const QString &text) {
        const int at = static_cast<int>(hits.size()) < limit ? words.in(text) : -1;
        if (at >= 0)
            hits.push_back({kind, id, title, snippet(text, at)});
    };
    for (const ProjectPassage &passage : project.passages())
        look(SearchHit::Kind::Passage, passage.id, sourceOf(&passage), passage.original.anchor.exact);
    for (const ProjectLink &link : project.links())
        look(SearchHit::Kind::Note, link.passage, sourceOf(project.passage(link.passage)), link.note);
    for (const ProjectNote &note : project.notes()) {
        if (note.kind == NoteTarget::Passage)
            look(SearchHit::Kind::Note, note.target, sourceOf(project.passage(note.target)), note.text);
        else if (note.kind == NoteTarget::Subject)
            look(SearchHit::Kind::Subject, note.target, note.target, note.text);
    }
    return hits;
}

std::vector<LinkedText> linkedTexts(const Project &project)
{
    std::vector<LinkedText> out;
    for (const ProjectLink &link : project.links()) {
        if (const ProjectPassage *passage = project.passage(link.passage))
            out.push_back({passage->present.textSha256, link.subject, link.claim ? toId(*link.claim) : QString()});
    }
    return out;
}

} // namespace ca
