// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/OwnWords.h"

#include "atlas/Folding.h"
#include "atlas/Records.h"
#include "library/Snippet.h"
#include "project/Project.h"

#include <algorithm>

namespace ca {

namespace {

/// Looks for all of some words, folded, or failing that by sound.
class SoughtWords {
public:
    explicit SoughtWords(const QString &words)
        : m_terms(fold(words).split(u' ', Qt::SkipEmptyParts)), m_loose(foldLoosely(words).split(u' ', Qt::SkipEmptyParts))
    {
    }

    /// Where the first word stands in @p text, 0 where that cannot be told; -1 unless all words do.
    [[nodiscard]] int in(const QString &text) const
    {
        const FoldedText folded = foldWithOrigin(text);
        if (holdsAll(folded.text, m_terms))
            return folded.origin[static_cast<std::size_t>(folded.text.indexOf(m_terms.front()))];
        return holdsAll(foldLoosely(text), m_loose) ? 0 : -1;
    }

private:
    [[nodiscard]] static bool holdsAll(const QString &text, const QStringList &terms)
    {
        return !terms.isEmpty() && std::all_of(terms.begin(), terms.end(), [&](const QString &term) { return text.contains(term); });
    }

    QStringList m_terms;
    QStringList m_loose;
};

QString sourceOf(const ProjectPassage *passage)
{
    return passage ? Record{{}, passage->source}.shortCitation() : QString();
}

} // namespace

std::vector<SearchHit> searchOwnWords(const Project &project, const QString &query, int limit)
{
    const SoughtWords words(query);
    std::vector<SearchHit> hits;
    const auto look = [&](SearchHit::Kind kind, const QString &id, const QString &title, const QString &text) {
        const int at = static_cast<int>(hits.size()) < limit ? words.in(text) : -1;
        if (at >= 0)
            hits.push_back({kind, id, title, snippet(text, at)});
    };
    for (const ProjectPassage &passage : project.passages()) {
        if (!project.linksOfPassage(passage.id).empty())
            look(SearchHit::Kind::Passage, passage.id, sourceOf(&passage), passage.original.anchor.exact);
    }
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
        const ProjectPassage *passage = project.passage(link.passage);
        out.push_back({passage ? passage->present.textSha256 : QString(), passage ? QString() : link.passage, link.subject,
                       link.claim ? toId(*link.claim) : QString()});
    }
    return out;
}

} // namespace ca
