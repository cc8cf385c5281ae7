// SPDX-License-Identifier: GPL-3.0-or-later
// The sources that a figure names: printed, found again, contradicted.
#include "figure/FigureCheckParts.h"

#include "base/Tr.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace ca::figurecheck {

namespace {

/// A passage that the figure cites, bundled or the user's.
struct Cited {
    QString id;
    QString source;                       ///< for people
    int paragraph = 0;                    ///< 0 = unknown
    QStringList contradictedBy;
    bool byName = false;                  ///< chosen itself, not through a subject that it speaks of
};

QString sourceOf(const AnnotatedPassage &passage)
{
    const Record record{{}, passage.citation};
    const QString citation = passage.citation.isEmpty() ? QString() : record.citation();
    return citation.isEmpty() ? passage.source : citation;
}

/// Each passage once, in the order in which the figure's author chose.
class CitedPassages {
public:
    explicit CitedPassages(const Context &context) : m_context(context)
    {
        for (const QString &subject : context.figure.noteSubjects)
            addSpeakingOf(subject);
        for (const QString &id : context.figure.notePassages)
            addByName(id);
    }
    [[nodiscard]] std::vector<Cited> taken() { return std::move(m_cited); }

private:
    void addSpeakingOf(const QString &subject)
    {
        for (const PassageLink &link : m_context.atlas.passages(subject))
            add(*link.passage, false);
        for (const AnnotatedPassage &own : m_context.made.ownPassages) {
            if (own.speaksOf(subject))
                add(own, false);
        }
    }

    void addByName(const QString &id)
    {
        if (const Passage *passage = m_context.atlas.passage(id))
            add(*passage, true);
        for (const AnnotatedPassage &own : m_context.made.ownPassages) {
            if (own.id == id)
                add(own, true);
        }
    }

    void add(const Passage &passage, bool byName)
    {
        const Record *record = m_context.atlas.record(passage.record);
        add({passage.id, record ? record->shortCitation() : passage.record, passage.paragraph, passage.contradictedBy, byName});
    }
    void add(const AnnotatedPassage &own, bool byName) { add({own.id, sourceOf(own), 0, {}, byName}); }

    void add(Cited cited)
    {
        if (m_seen.contains(cited.id))
            return;
        m_seen.insert(cited.id);
        m_cited.push_back(std::move(cited));
    }

    const Context &m_context;
    QSet<QString> m_seen;
    std::vector<Cited> m_cited;
};

std::vector<Cited> citedPassages(const Context &context)
{
    return CitedPassages(context).taken();
}

QString place(const Cited &cited)
{
    return cited.paragraph > 0 ? tr("%1, paragraph %2").arg(cited.source).arg(cited.paragraph) : cited.source;
}

/// Only what was chosen by itself can be left out by itself.
std::optional<FigureFix> leaveOut(const Cited &cited)
{
    if (!cited.byName)
        return std::nullopt;
    const QString id = cited.id;
    return FigureFix{QStringLiteral("leave-out-passage"), tr("Do not cite it"), [id](FigureView &view) { view.figure.notePassages.removeAll(id); }};
}

QString verdictSentence(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Changed:
        return tr("A passage cited reads differently in the copy of its article: %1.");
    case Verdict::Ambiguous:
        return tr("A passage cited fits several places in the copy of its article: %1.");
    case Verdict::Orphan:
        return tr("A passage cited is not found in the copy of its article: %1.");
    case Verdict::Exact:
    case Verdict::Moved:
        break;
    }
    return {};
}

void passagesChanged(const Context &context, Findings &out)
{
    if (context.input.verdicts.isEmpty())
        return;
    for (const Cited &cited : citedPassages(context)) {
        const QString sentence = verdictSentence(context.input.verdicts.value(cited.id, Verdict::Exact));
        if (sentence.isEmpty())
            continue;
        Finding finding = objection("passage-changed", sentence.arg(place(cited)), FigureElement::Notes, leaveOut(cited));
        finding.subject = cited.id;
        out.push_back(std::move(finding));
    }
}

/// Whether the note whose passage it is bears the contradiction's mark: then its words are printed below the notes.
bool caveatPrinted(const Context &context, const Contradiction &contradiction)
{
    const Notes &notes = context.made.content.notes;
    const auto caveat = std::find_if(notes.caveats.begin(), notes.caveats.end(), [&](const Notes::Caveat &one) { return one.statement == contradiction.statement; });
    if (!context.printed(FigureElement::Notes) || caveat == notes.caveats.end())
        return false;
    const auto shown = notes.notes.begin() + std::min<std::ptrdiff_t>(context.made.layout.notesShown, std::ptrdiff_t(notes.notes.size()));
    return std::any_of(notes.notes.begin(), shown, [&](const Notes::Note &note) { return note.marks.contains(caveat->mark); });
}

void addContradiction(const Context &context, const Cited &cited, const Contradiction &contradiction, Findings &out)
{
    Finding finding;
    if (caveatPrinted(context, contradiction)) {
        finding = remark("passage-contradicted", tr("Another source contradicts or qualifies %1; the figure says so: %2").arg(place(cited), contradiction.statement),
                         FigureElement::Notes, leaveOut(cited));
    } else {
        const bool hidden = !context.figure.shows(FigureElement::Notes);
        finding = objection("contradiction-untold", tr("Another source contradicts or qualifies %1, and the figure does not say so: %2").arg(place(cited), contradiction.statement),
                            FigureElement::Notes, hidden ? showing(FigureElement::Notes) : leaveOut(cited));
    }
    finding.subject = cited.id;
    out.push_back(std::move(finding));
}

/// Each contradiction once: a source says a thing more than once.
void passagesContradicted(const Context &context, Findings &out)
{
    QSet<QString> told;
    for (const Cited &cited : citedPassages(context)) {
        for (const QString &id : cited.contradictedBy) {
            const Contradiction *contradiction = context.atlas.contradiction(id);
            if (!contradiction || told.contains(id))
                continue;
            told.insert(id);
            addContradiction(context, cited, *contradiction, out);
        }
    }
}

void notesMissing(const Context &context, Findings &out)
{
    const bool chosen = !context.figure.noteSubjects.isEmpty() || !context.figure.notePassages.isEmpty();
    if (chosen && !context.figure.shows(FigureElement::Notes))
        out.push_back(objection("notes-hidden", tr("Sources are chosen, but the numbered sources are switched off."), FigureElement::Notes, showing(FigureElement::Notes)));
    else if (!chosen && !context.made.drawn.segments.isEmpty())
        out.push_back(remark("sources-none", tr("No facts or passages are chosen: the figure names no source for what it says of its lines."), FigureElement::Notes));
}

void notesCut(const Context &context, Findings &out)
{
    const int all = int(context.made.content.notes.notes.size()), shown = context.printed(FigureElement::Notes) ? context.made.layout.notesShown : 0;
    if (shown < all)
        out.push_back(objection("notes-cut", tr("The page has room for %1 of %2 sources; the others are named only inside the file.").arg(shown).arg(all), FigureElement::Notes,
                                putBackIfPlaced(context, FigureElement::Notes)));
}

constexpr std::array<Check, 4> sourceRules{notesMissing, notesCut, passagesChanged, passagesContradicted};

} // namespace

std::span<const Check> sourceChecks()
{
    return sourceRules;
}

} // namespace ca::figurecheck
