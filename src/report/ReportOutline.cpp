// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportOutline.h"

#include "base/Tr.h"

#include <QLocale>

#include <algorithm>

namespace ca {

namespace {

using Kind = ReportBlock::Kind;

ReportRun plain(const QString &text)
{
    ReportRun run;
    run.text = text;
    return run;
}

ReportRun bold(const QString &text)
{
    ReportRun run = plain(text);
    run.bold = true;
    return run;
}

ReportRun warning(const QString &text)
{
    ReportRun run = bold(text);
    run.warning = true;
    return run;
}

ReportRun sourceLink(int number)
{
    ReportRun run = plain(QStringLiteral("[%1]").arg(number));
    run.link = u'#' + sourceAnchor(number);
    return run;
}

/// " [2] [5]–[9]", each a link to its source; three and more in a row are told by the first and the last.
void cite(ReportText &text, const std::vector<int> &numbers)
{
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        // No-break before the first: it never stands alone at the beginning of a line.
        if (!text.empty())
            text.push_back(plain(i == 0 ? QString(QChar(0xa0)) : QStringLiteral(" ")));
        text.push_back(sourceLink(numbers[i]));
        if (last - i >= 2) {
            text.push_back(plain(QStringLiteral("–")));
            text.push_back(sourceLink(numbers[last]));
            i = last;
        }
    }
}

QString languageTitle(const QString &code)
{
    const QLocale locale(code);
    return locale.language() == QLocale::C ? code : QLocale::languageToString(locale.language());
}

class Outline {
public:
    explicit Outline(const ReportContent &content) : m_content(content) {}

    std::vector<ReportBlock> made()
    {
        add(Kind::Title, {plain(m_content.title)});
        QStringList under{m_content.subtitle};
        if (!m_content.asOf.isEmpty())
            under << tr("State of knowledge: %1").arg(m_content.asOf);
        add(Kind::Subtitle, {plain(under.join(QStringLiteral(" · ")))});
        summary();
        names();
        facts();
        segments();
        passages();
        caveats();
        sources();
        remarks();
        return std::move(m_blocks);
    }

private:
    ReportBlock &add(Kind kind, ReportText text)
    {
        ReportBlock block;
        block.kind = kind;
        block.text = std::move(text);
        m_blocks.push_back(std::move(block));
        return m_blocks.back();
    }

    void heading(const QString &text) { add(Kind::Heading, {plain(text)}); }

    ReportBlock &table(std::vector<QString> columns, std::vector<int> widths)
    {
        ReportBlock &block = add(Kind::Table, {});
        block.columns = std::move(columns);
        block.widths = std::move(widths);
        return block;
    }

    void summary()
    {
        if (m_content.summary.empty())
            return;
        ReportBlock &block = table({}, {22, 78});
        for (const ReportRow &row : m_content.summary) {
            ReportText value{plain(row.value)};
            cite(value, row.sources);
            block.rows.push_back({{bold(row.label)}, value});
        }
    }

    void names()
    {
        if (m_content.names.empty())
            return;
        heading(tr("Names and who uses them"));
        ReportBlock &block = table({tr("Name"), tr("Language"), tr("Used by"), tr("Avoided by"), tr("Since")}, {24, 14, 29, 21, 12});
        for (const ReportName &name : m_content.names) {
            ReportRun word = bold(name.name);
            word.language = name.language;
            ReportText named{word};
            cite(named, name.sources);
            block.rows.push_back({named, {plain(languageTitle(name.language))}, {plain(name.usedBy)}, {plain(name.avoidedBy)}, {plain(name.from)}});
        }
    }

    void factsTable(const std::vector<ReportFacts> &groups)
    {
        ReportBlock &block = table({tr("Matter"), tr("Value"), tr("Stated by"), tr("As of")}, {18, 45, 25, 12});
        for (const ReportFacts &group : groups) {
            for (std::size_t i = 0; i < group.facts.size(); ++i) {
                const ReportFact &fact = group.facts[i];
                ReportText matter;
                if (i == 0)
                    matter.push_back(bold(group.heading));
                if (i == 0 && group.disagree) {
                    matter.push_back(plain(QStringLiteral("\n")));
                    matter.push_back(warning(tr("sources differ")));
                }
                ReportText value{plain(fact.value)};
                cite(value, fact.sources);
                if (!fact.note.isEmpty()) {
                    ReportRun note = plain(QStringLiteral("\n") + fact.note);
                    note.italic = true;
                    value.push_back(note);
                }
                block.rows.push_back({matter, value, {plain(fact.claimedBy)}, {plain(fact.asOf)}});
            }
        }
    }

    void facts()
    {
        if (m_content.facts.empty())
            return;
        heading(tr("Status and facts"));
        factsTable(m_content.facts);
    }

    void segments()
    {
        if (m_content.segments.empty())
            return;
        heading(tr("Segments"));
        ReportBlock &block = table({tr("Segment"), tr("Role"), tr("Status"), tr("As of"), tr("Length, km"), tr("Line")}, {32, 11, 20, 12, 12, 13});
        double total = 0;
        for (const ReportSegment &segment : m_content.segments) {
            block.rows.push_back({{plain(segment.title)}, {plain(segment.role)}, {plain(segment.status)}, {plain(segment.asOf)},
                                  {plain(QString::number(segment.lengthKm, 'f', 1))}, {plain(segment.precision)}});
            total += segment.lengthKm;
        }
        block.rows.push_back({{bold(tr("All segments, branches and alternatives included"))}, {}, {}, {},
                              {bold(QString::number(total, 'f', 1))}, {}});
        for (const ReportSegment &segment : m_content.segments) {
            if (segment.facts.empty())
                continue;
            add(Kind::Subheading, {plain(segment.title)});
            factsTable(segment.facts);
        }
    }

    static QString verdictText(const ReportPassage &passage)
    {
        if (!passage.verdict || *passage.verdict == Verdict::Exact)
            return {};
        const QString words = *passage.verdict == Verdict::Moved ? tr("found elsewhere in the copy")
            : *passage.verdict == Verdict::Changed               ? tr("changed in the copy")
            : *passage.verdict == Verdict::Ambiguous             ? tr("cannot be told apart in the copy")
                                                                 : tr("not found in the copy");
        return passage.reason.isEmpty() ? words : words + QStringLiteral(": ") + passage.reason;
    }

    void passageMeta(const ReportPassage &passage)
    {
        QStringList facts;
        if (!passage.claim.isEmpty())
            facts << (passage.claimedBy.isEmpty() ? passage.claim : tr("%1, claimed by %2").arg(passage.claim, passage.claimedBy));
        else if (!passage.claimedBy.isEmpty())
            facts << tr("claimed by %1").arg(passage.claimedBy);
        for (const QString &more : {passage.place, passage.scope}) {
            if (!more.isEmpty())
                facts << more;
        }
        QString line = facts.join(QStringLiteral(" · "));
        line = line.left(1).toUpper() + line.mid(1);
        ReportText text{plain(line)};
        if (passage.source > 0)
            cite(text, {passage.source});
        else
            text.push_back(plain((line.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("source not recorded")));
        if (!passage.marks.isEmpty())
            text.push_back(warning(QStringLiteral(" · ") + tr("other sources differ: see %1").arg(passage.marks.join(QStringLiteral(", ")))));
        if (const QString verdict = verdictText(passage); !verdict.isEmpty())
            text.push_back(warning(QStringLiteral(" · ") + verdict));
        if (!passage.link.isEmpty()) {
            text.push_back(plain(QStringLiteral(" · ")));
            ReportRun link = plain(tr("open the passage"));
            link.link = passage.link;
            text.push_back(link);
        }
        add(Kind::Small, text);
    }

    void passages()
    {
        heading(tr("What the articles say"));
        if (m_content.passages.empty())
            add(Kind::Paragraph, {plain(tr("No article in the atlas speaks of it; the facts above have their own sources."))});
        for (const ReportPassage &passage : m_content.passages) {
            if (!passage.quotation.isEmpty())
                add(Kind::Quotation, {plain(QStringLiteral("“%1”").arg(passage.quotation))}).language = passage.language;
            if (!passage.paraphrase.isEmpty() && passage.quotation.isEmpty())
                add(Kind::Paragraph, {plain(passage.paraphrase)});
            if (passage.quotation.isEmpty() && passage.paraphrase.isEmpty())
                add(Kind::Paragraph, {warning(tr("The words of this passage were not found in the copy."))});
            if (!passage.note.isEmpty()) {
                const QString who = passage.noteAuthor.isEmpty() ? tr("Note: ") : tr("Note by %1: ").arg(passage.noteAuthor);
                add(Kind::Paragraph, {bold(who), plain(passage.note)});
            }
            passageMeta(passage);
        }
    }

    void caveats()
    {
        if (m_content.caveats.empty())
            return;
        heading(tr("Where other sources differ"));
        for (const ReportCaveat &caveat : m_content.caveats) {
            ReportText text{bold(caveat.mark + QStringLiteral(" ")), plain(caveat.statement)};
            cite(text, caveat.sources);
            add(Kind::Paragraph, text);
        }
    }

    void sources()
    {
        if (m_content.sources.empty())
            return;
        heading(tr("Sources"));
        int number = 0;
        for (const RichText &note : m_content.sources) {
            ReportText text;
            for (const TextRun &part : note.runs()) {
                ReportRun run = plain(part.text);
                run.italic = part.italic;
                run.link = part.link;
                text.push_back(run);
            }
            add(Kind::Source, text).number = ++number;
        }
    }

    void remarks()
    {
        if (m_content.remarks.isEmpty())
            return;
        heading(tr("About this report"));
        for (const QString &remark : m_content.remarks)
            add(Kind::Small, {plain(remark)});
    }

    const ReportContent &m_content;
    std::vector<ReportBlock> m_blocks;
};

} // namespace

QString sourceAnchor(int number)
{
    return QStringLiteral("source-%1").arg(number);
}

std::vector<ReportBlock> reportOutline(const ReportContent &content)
{
    return Outline(content).made();
}

} // namespace ca
