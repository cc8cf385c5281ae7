// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportMaker.h"

#include "atlas/FactGroups.h"
#include "atlas/ProvenanceCredits.h"
#include "base/Tr.h"
#include "citation/CitationFormat.h"
#include "citation/FragmentLink.h"
#include "report/SourceNumbers.h"

#include <QSet>

#include <algorithm>

namespace ca {

namespace {

QString kilometres(double metres)
{
    return tr("%1 km").arg(metres / 1000, 0, 'f', 1);
}

QString joined(const QStringList &parts)
{
    return parts.join(QStringLiteral(", "));
}

/// a … z, then aa, ab …
QString markFor(std::size_t index)
{
    const QString last(QChar(u'a' + char16_t(index % 26)));
    return index < 26 ? last : markFor(index / 26 - 1) + last;
}

class Maker {
public:
    Maker(const Atlas &atlas, const QString &id, const ReportOptions &options)
        : m_atlas(atlas), m_id(id), m_options(options), m_segment(atlas.segment(id)), m_numbers(atlas) {}

    ReportContent made()
    {
        m_content.title = nameOf(m_id);
        m_content.asOf = m_options.asOf.isEmpty() ? m_atlas.data().date : m_options.asOf;
        m_content.language = QStringLiteral("en");
        m_segment ? addSegmentHead() : addSubjectHead();
        addNames();
        m_content.facts = factsOf(m_id);
        addSegments();
        for (const PassageLink &link : m_atlas.passages(m_id))
            addPassage(link);
        for (const OwnPassage &own : m_options.passages)
            addOwn(own);
        addCaveats();
        m_content.sources = m_numbers.notes();
        addRemarks();
        return std::move(m_content);
    }

private:
    [[nodiscard]] QString nameOf(const QString &id) const { return m_atlas.displayName(id, m_options.policy, m_options.language); }

    void row(const QString &label, const QString &value, std::vector<int> sources = {})
    {
        if (!value.isEmpty())
            m_content.summary.push_back({label, value, std::move(sources)});
    }

    /// Under its heading "status unknown" would say it twice.
    static QString statusWord(Status status) { return status == Status::Unknown ? tr("unknown") : title(status); }

    void addStatus()
    {
        const CurrentStatus status = m_atlas.status(m_id);
        const QString word = statusWord(status.status);
        const QString dated = status.asOf.isEmpty() ? word : tr("%1, as of %2").arg(word, status.asOf);
        row(tr("Status"), dated, status.fact ? m_numbers.of(status.fact->sources) : std::vector<int>());
    }

    void addSegmentHead()
    {
        QStringList modes, corridors;
        for (const Mode mode : m_segment->modes)
            modes << title(mode);
        for (const QString &corridor : m_atlas.corridorsOf(m_id))
            corridors << nameOf(corridor);
        const QString ends = m_segment->from + QStringLiteral(" – ") + m_segment->to;
        m_content.subtitle = tr("Segment of %1").arg(corridors.join(QStringLiteral("; ")));
        if (corridors.isEmpty())
            m_content.subtitle = tr("Segment");
        if (ends != m_content.title)
            row(tr("From – to"), ends);
        row(tr("Mode"), joined(modes));
        addStatus();
        row(tr("Length"), tr("%1, measured along the line as drawn").arg(kilometres(m_segment->lengthMetres)));
        row(tr("Line"), title(m_segment->weakestPrecision()));
        row(tr("Note"), m_segment->note);
    }

    void addSubjectHead()
    {
        const Subject *subject = m_atlas.subject(m_id);
        const std::size_t members = m_atlas.members(m_id).size();
        m_content.subtitle = title(subject->kind);
        m_content.subtitle = m_content.subtitle.left(1).toUpper() + m_content.subtitle.mid(1);
        if (members) {
            m_content.subtitle = members == 1 ? tr("Corridor of one segment") : tr("Corridor of %1 segments").arg(members);
            addStatus();
        }
        row(tr("Note"), subject->note);
    }

    /// Spellings that only serve the search are no names anyone is known to use.
    void addNames()
    {
        for (const Name *name : m_atlas.names(m_id)) {
            if (name->policy != QLatin1String("search"))
                m_content.names.push_back({name->language, name->name, listed(name->usedBy), listed(name->avoidedBy), name->from,
                                           m_numbers.of(name->source.split(u';', Qt::SkipEmptyParts))});
        }
    }

    static QString listed(const QString &cell)
    {
        QStringList parts;
        for (const QString &part : cell.split(u';', Qt::SkipEmptyParts))
            parts << part.trimmed();
        return parts.join(QStringLiteral("; "));
    }

    std::vector<ReportFacts> factsOf(const QString &id)
    {
        std::vector<ReportFacts> all;
        for (const FactGroup &group : groupFacts(m_atlas.facts(id))) {
            ReportFacts facts{attributeTitle(group.attribute), group.disagree, {}};
            for (const Fact *fact : group.facts)
                facts.facts.push_back({factValue(*fact), fact->claimedBy, fact->asOf, fact->note, m_numbers.of(fact->sources)});
            all.push_back(std::move(facts));
        }
        return all;
    }

    void addSegments()
    {
        for (const CorridorMember *member : m_atlas.members(m_id)) {
            const Segment *segment = m_atlas.segment(member->segment);
            if (!segment)
                continue;
            const CurrentStatus status = m_atlas.status(segment->id);
            m_content.segments.push_back({nameOf(segment->id), title(member->role), statusWord(status.status), status.asOf,
                                          segment->lengthMetres / 1000, title(segment->weakestPrecision()), factsOf(segment->id)});
        }
    }

    static QString claimant(const Record &record)
    {
        const QString author = record.authorText();
        return author.isEmpty() ? record.publisher() : author;
    }

    [[nodiscard]] QString scopeOf(const PassageLink &link) const
    {
        QStringList scope;
        if (link.context)
            scope << tr("as context");
        if (link.wholeCorridor && link.corridor != m_id)
            scope << tr("of the whole corridor: %1").arg(nameOf(link.corridor));
        return joined(scope);
    }

    void addPassage(const PassageLink &link)
    {
        const Passage &passage = *link.passage;
        const Record *record = m_atlas.record(passage.record);
        ReportPassage told;
        told.paraphrase = passage.paraphrase;
        told.source = m_numbers.of(passage.record);
        told.place = citationformat::locatorText({Locator::Kind::Paragraph, QString::number(passage.paragraph)});
        told.claim = title(passage.claim);
        told.scope = scopeOf(link);
        if (record) {
            told.claimedBy = claimant(*record);
            told.language = record->csl.value(QLatin1String("language")).toString();
        }
        if (const auto own = m_options.quotations.constFind(passage.id); own != m_options.quotations.constEnd()) {
            told.quotation = own->text;
            told.verdict = own->verdict;
            told.reason = own->reason;
        }
        for (const QString &id : passage.contradictedBy) {
            if (const QString mark = markOf(id); !mark.isEmpty())
                told.marks << mark;
        }
        m_content.passages.push_back(std::move(told));
    }

    /// Does a passage of the user's speak of the report's subject, or of a segment of its corridor?
    [[nodiscard]] bool isAbout(const PassageSubject &subject) const
    {
        return subject.id == m_id || m_atlas.corridorsOf(subject.id).contains(m_id);
    }

    void addOwn(const OwnPassage &own)
    {
        const AnnotatedPassage &passage = own.passage;
        const auto subject = std::find_if(passage.subjects.begin(), passage.subjects.end(), [this](const PassageSubject &s) { return isAbout(s); });
        if (subject == passage.subjects.end())
            return;
        ReportPassage told;
        told.quotation = own.quotation.text;
        told.language = passage.citation.value(QLatin1String("language")).toString();
        const QString accessed = QDate::fromString(passage.retrieved.left(10), Qt::ISODate).isValid() ? passage.retrieved.left(10) : QString();
        told.source = m_numbers.of(passage.citation, passage.source, accessed);
        if (const auto claim = fromId<Claim>(passage.claim))
            told.claim = title(*claim);
        const Record record{{}, passage.citation};
        told.claimedBy = passage.citation.isEmpty() ? QString() : claimant(record);
        told.scope = subject->context ? tr("as context") : QString();
        if (told.quotation.isEmpty())
            told.paraphrase = own.paraphrase;
        // A paraphrase needs no copy.
        if (told.paraphrase.isEmpty()) {
            told.verdict = own.quotation.verdict;
            told.reason = own.quotation.reason;
        }
        told.note = passage.note;
        told.noteAuthor = passage.author;
        const QUrl link = quotationUrl(QUrl(passage.source), passage.anchor);
        told.link = isWebAddress(link.toString(QUrl::FullyEncoded)) ? link.toString(QUrl::FullyEncoded) : QString();
        m_content.passages.push_back(std::move(told));
    }

    QString markOf(const QString &id)
    {
        const Contradiction *contradiction = m_atlas.contradiction(id);
        if (!contradiction)
            return {};
        auto found = std::find(m_contradictions.begin(), m_contradictions.end(), contradiction);
        const auto index = std::size_t(found - m_contradictions.begin());
        if (found == m_contradictions.end())
            m_contradictions.push_back(contradiction);
        return markFor(index);
    }

    void addCaveats()
    {
        for (std::size_t i = 0; i < m_contradictions.size(); ++i)
            m_content.caveats.push_back({markFor(i), m_contradictions[i]->statement, m_numbers.of(m_contradictions[i]->sources)});
    }

    [[nodiscard]] QString lineCredits() const
    {
        QSet<QString> used;
        const auto note = [&used](const Segment *segment) {
            for (const Leg &leg : segment ? segment->legs : std::vector<Leg>())
                used.insert(QStringLiteral("provenance:") + leg.provenance);
        };
        note(m_segment);
        for (const CorridorMember *member : m_atlas.members(m_id))
            note(m_atlas.segment(member->segment));
        QStringList credits;
        for (const Credit &credit : provenanceCredits()) {
            if (used.contains(credit.layer))
                credits << tr("%1 (%2)").arg(credit.text, QString(credit.licence).replace(u'-', u' '));
        }
        return credits.join(QStringLiteral("; "));
    }

    void addRemarks()
    {
        m_content.remarks << tr("Every statement names its source. Sources that disagree are given side by side; none is preferred. "
                                "A name in use by one side, and a line drawn on a map, take no side.");
        m_content.remarks << tr("Text in quotation marks comes from the user's own copy of the source. All other text about passages is a "
                                "paraphrase, not the words of the source. Claims are those of the persons and bodies named.");
        if (const QString credits = lineCredits(); !credits.isEmpty())
            m_content.remarks << tr("Lengths are geodesic, measured on lines from: %1.").arg(credits);
        m_content.remarks << tr("Facts, names and paraphrases: Corridor Atlas, CC BY 4.0. The cited works belong to their publishers.");
        m_content.remarks << tr("Data: %1, version %2 of %3.").arg(m_atlas.data().title, m_atlas.data().version, m_atlas.data().date);
    }

    const Atlas &m_atlas;
    const QString m_id;
    const ReportOptions &m_options;
    const Segment *m_segment;
    SourceNumbers m_numbers;
    std::vector<const Contradiction *> m_contradictions;
    ReportContent m_content;
};

} // namespace

ReportContent makeReport(const Atlas &atlas, const QString &id, const ReportOptions &options)
{
    return atlas.knows(id) ? Maker(atlas, id, options).made() : ReportContent();
}

} // namespace ca
