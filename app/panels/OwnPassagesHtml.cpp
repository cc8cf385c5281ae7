// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/OwnPassagesHtml.h"

#include "base/Tr.h"
#include "panels/HtmlWriter.h"
#include "project/Project.h"
#include "window/Session.h"

namespace ca {

namespace {

/// One passage with the links that brought it here.
struct OwnPassage {
    const ProjectPassage *passage = nullptr;
    const Passage *bundled = nullptr;   ///< of the atlas, linked by the user
    std::vector<ProjectLink> links;
};

std::vector<OwnPassage> passagesOf(const Session &session, const QString &subject)
{
    std::vector<OwnPassage> out;
    QStringList subjects{subject};
    for (const CorridorMember *member : session.atlas()->members(subject))
        subjects << member->segment;
    QHash<QString, std::size_t> known;
    for (const QString &one : subjects) {
        for (const ProjectLink &link : session.project().linksOfSubject(one)) {
            if (!known.contains(link.passage)) {
                known.insert(link.passage, out.size());
                out.push_back({session.project().passage(link.passage), session.atlas()->passage(link.passage), {}});
            }
            out[known.value(link.passage)].links.push_back(link);
        }
    }
    return out;
}

QString chipsOf(const Session &session, const std::vector<ProjectLink> &links)
{
    QString chips;
    for (const ProjectLink &link : links) {
        if (link.claim)
            chips += HtmlWriter::chip(title(*link.claim)) + u' ';
        if (link.context)
            chips += HtmlWriter::chip(tr("in passing"), "note") + u' ';
        if (link.subject != session.selection().subject())
            chips += HtmlWriter::link("subject", link.subject, session.nameOf(link.subject)) + u' ';
    }
    return chips;
}

QString verdictChip(const ProjectPassage &passage)
{
    const auto &verdict = passage.check.verdict;
    const bool fine = !verdict || *verdict == Verdict::Exact || *verdict == Verdict::Moved;
    return fine ? QString() : HtmlWriter::chip(verdictTitle(*verdict), "warn");
}

QString notesOf(const std::vector<ProjectLink> &links)
{
    QStringList notes;
    for (const ProjectLink &link : links) {
        if (!link.note.isEmpty() && !notes.contains(link.note))
            notes << link.note;
    }
    QString html;
    for (const QString &note : notes)
        html += QStringLiteral("<p>%1</p>").arg(HtmlWriter::span("note", note));
    return html;
}

QString footOf(const OwnPassage &own)
{
    const ProjectLink &link = own.links.front();
    QStringList parts;
    if (own.passage)
        parts << HtmlWriter::escaped(Record{{}, own.passage->source}.shortCitation());
    const QString day = link.created.date().toString(Qt::ISODate);
    const QString how = link.origin == LinkOrigin::Suggested ? tr("suggestion accepted by %1, %2") : tr("linked by %1, %2");
    parts << HtmlWriter::escaped(how.arg(link.author, day));
    return parts.join(QStringLiteral(" · "));
}

void writeCard(HtmlWriter &html, const Session &session, const OwnPassage &own, const QString &chosen)
{
    const QString id = own.links.front().passage;
    const QString words = own.passage ? QStringLiteral("“%1”").arg(own.passage->original.anchor.exact) : own.bundled->paraphrase;
    html.html(QStringLiteral("<tr>"))
        .open("td", id == chosen ? "chosen" : "card")
        .html(QStringLiteral("<p><a name=\"%1\"></a>%2%3</p>")
                  .arg(HtmlWriter::escaped(id), chipsOf(session, own.links), own.passage ? verdictChip(*own.passage) : QString()))
        .html(QStringLiteral("<p>%1</p>").arg(HtmlWriter::link("passage", id, words, "plain")))
        .html(notesOf(own.links))
        .html(QStringLiteral("<p class=\"small last\">%1</p>").arg(footOf(own)))
        .close("td")
        .html(QStringLiteral("</tr>"));
}

} // namespace

QString ownPassagesHtml(const Session &session, const QString &subject, const QString &chosen)
{
    std::vector<OwnPassage> passages = passagesOf(session, subject);
    std::erase_if(passages, [](const OwnPassage &own) { return !own.passage && !own.bundled; });
    if (passages.empty())
        return {};
    HtmlWriter html;
    html.heading(2, tr("Linked by you")).html(QStringLiteral("<table width=\"100%\" cellspacing=\"4\" cellpadding=\"0\">"));
    for (const OwnPassage &own : passages)
        writeCard(html, session, own, chosen);
    html.html(QStringLiteral("</table>"));
    return html.text();
}

} // namespace ca
