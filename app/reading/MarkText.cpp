// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/MarkText.h"

#include "base/Tr.h"
#include "panels/HtmlWriter.h"
#include "window/Session.h"

namespace ca {

namespace {

constexpr std::size_t mostDifferences = 4;
constexpr std::size_t mostCopies = 5;

QString differenceText(const AnchorDifference &difference)
{
    const QString before = HtmlWriter::escaped(difference.before);
    const QString after = HtmlWriter::escaped(difference.after);
    switch (difference.kind) {
    case AnchorDifference::Kind::Replaced:
        return tr("“%1” became “%2”").arg(before, after);
    case AnchorDifference::Kind::Inserted:
        return tr("“%1” was added").arg(after);
    case AnchorDifference::Kind::Removed:
        break;
    }
    return tr("“%1” is missing").arg(before);
}

QString differencesText(const std::vector<AnchorDifference> &differences)
{
    QStringList parts;
    for (std::size_t i = 0; i < std::min(differences.size(), mostDifferences); ++i)
        parts << differenceText(differences[i]);
    if (differences.size() > mostDifferences)
        parts << tr("and %1 more").arg(differences.size() - mostDifferences);
    return parts.join(QStringLiteral("; "));
}

QString subjectLinks(const Session &session, const ReaderMark &mark)
{
    QStringList links;
    for (const QString &subject : mark.subjects)
        links << HtmlWriter::link("subject", subject, session.nameOf(subject));
    return links.join(QStringLiteral(" · "));
}

} // namespace

QString markText(const Session &session, const ReadingCopy &copy, const ReaderMark &mark, int number, int count)
{
    QStringList head{mark.kind == ReaderMark::Kind::Own ? tr("Your passage, %1 of %2").arg(number).arg(count)
                                                        : tr("Passage %1 of %2").arg(number).arg(count)};
    QString verdict = HtmlWriter::escaped(verdictTitle(mark.verdict));
    if (mark.verdict != Verdict::Exact && !mark.reason.isEmpty())
        verdict += QStringLiteral(": ") + HtmlWriter::escaped(mark.reason);
    head << verdict;
    if (const int page = mark.found() ? copy.pageAt(mark.range.start) : 0; page > 0)
        head << tr("page %1").arg(page);
    QStringList lines{head.join(QStringLiteral(" · "))};
    if (!mark.differences.empty())
        lines << differencesText(mark.differences);
    if (!mark.subjects.isEmpty())
        lines << subjectLinks(session, mark);
    const Library *library = session.sources().library();
    if (library && mark.found() && copy.copies.size() > 1)
        lines += copiesText(*library, copy, mark.range);
    return lines.join(QStringLiteral("<br>"));
}

QStringList copiesText(const Library &library, const ReadingCopy &copy, TextRange passage)
{
    const Result<TextAnchor> anchor = copy.finder->make(passage);
    QStringList lines;
    int same = 0;
    std::size_t looked = 0;
    for (const Document &other : copy.copies) {
        if (!anchor || other.id == copy.document.id || looked++ >= mostCopies)
            continue;
        const AnchorMatch match = copy.finderOf(library, other.id)->find(*anchor);
        const QString name = HtmlWriter::escaped(other.fileName);
        if (match.verdict == Verdict::Exact || match.verdict == Verdict::Moved)
            ++same;
        else if (match.verdict == Verdict::Changed)
            lines << tr("The copy %1 differs here: %2").arg(name, differencesText(match.differences));
        else
            lines << tr("The copy %1 does not have these words.").arg(name);
    }
    if (same > 0)
        lines.prepend(same == 1 ? tr("1 near copy has the same words.") : tr("%1 near copies have the same words.").arg(same));
    if (looked > mostCopies)
        lines << tr("%1 more near copies were not compared.").arg(looked - mostCopies);
    return lines;
}

} // namespace ca
