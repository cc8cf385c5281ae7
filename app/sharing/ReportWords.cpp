// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/ReportWords.h"

#include "base/Tr.h"
#include "project/AnnotationExchange.h"
#include "sharing/LibraryCopies.h"

#include <QSet>

namespace ca {

namespace {

OwnQuotation quotationOf(const FoundInCopy &found)
{
    const QString text = found.copy && found.range.length > 0 ? found.copy->quotation(found.range) : QString();
    return {text, found.verdict, found.reason};
}

OwnQuotation wordsOf(const ProjectPassage &passage, LibraryCopies &copies)
{
    const FoundInCopy found = copies.anchored(passage.present.textSha256, passage.present.anchor);
    OwnQuotation words = quotationOf(found);
    if (!words.text.isEmpty())
        return words;
    words.text = passage.original.anchor.exact;
    const QString why = found.copy ? words.reason : tr("the copy is not in the library.");
    words.reason = tr("%1 The words are as they were marked.").arg(why);
    return words;
}

bool isAbout(const Atlas &atlas, const ProjectLink &link, const QString &id)
{
    return link.subject == id || atlas.corridorsOf(link.subject).contains(id);
}

void addQuotations(ReportOptions &options, const Atlas &atlas, const QString &id, LibraryCopies &copies)
{
    for (const PassageLink &link : atlas.passages(id)) {
        const FoundInCopy found = copies.bundled(*link.passage);
        if (found.copy)
            options.quotations.insert(link.passage->id, quotationOf(found));
    }
}

} // namespace

void addOwnWords(ReportOptions &options, const Atlas &atlas, const QString &id, const std::vector<PassageWithLinks> &shared,
                 LibraryCopies &copies)
{
    addQuotations(options, atlas, id, copies);
    QSet<QString> told;
    for (const PassageLink &link : atlas.passages(id))
        told.insert(link.passage->id);
    for (const PassageWithLinks &one : shared) {
        PassageWithLinks wanted = one;
        std::erase_if(wanted.links, [&](const ProjectLink &link) {
            return !isAbout(atlas, link, id) || (told.contains(link.passage) && link.note.isEmpty());
        });
        const Passage *bundled = one.ofAtlas ? atlas.passage(one.passage.id) : nullptr;
        if (wanted.links.empty() || (one.ofAtlas && !bundled))
            continue;
        const OwnQuotation words = bundled ? quotationOf(copies.bundled(*bundled)) : wordsOf(one.passage, copies);
        for (const AnnotatedPassage &annotation : toAnnotations(wanted))
            options.passages.push_back({annotation, words, bundled ? bundled->paraphrase : QString()});
    }
}

} // namespace ca
