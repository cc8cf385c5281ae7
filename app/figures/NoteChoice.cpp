// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/NoteChoice.h"

#include "base/Tr.h"
#include "citation/CitationFormat.h"
#include "project/AnnotationExchange.h"
#include "project/Project.h"
#include "sharing/SharedPassages.h"
#include "window/Session.h"

namespace ca::notechoice {

namespace {

QString titleOf(const Atlas &atlas, const Passage &passage)
{
    const Record *record = atlas.record(passage.record);
    return tr("%1, paragraph %2: %3").arg(record ? record->shortCitation() : passage.record, QString::number(passage.paragraph), passage.paraphrase);
}

QString titleOf(const AnnotatedPassage &passage)
{
    constexpr int longest = 80;
    const QString words = passage.anchor.exact.simplified();
    return QStringLiteral("%1: %2").arg(citationformat::apaInText(passage.citation), words.size() > longest ? words.left(longest) + u'…' : words);
}

} // namespace

QStringList idsOf(const Session &session, const QString &passage)
{
    if (session.atlas() && session.atlas()->passage(passage))
        return {passage};
    QStringList ids;
    for (const PassageWithLinks &one : sharedPassages(session.project())) {
        if (one.ofAtlas || one.passage.id != passage)
            continue;
        for (const AnnotatedPassage &annotation : toAnnotations(one))
            ids << annotation.id;
    }
    return ids;
}

QString title(const Session &session, const QString &id)
{
    if (const Passage *passage = session.atlas() ? session.atlas()->passage(id) : nullptr)
        return titleOf(*session.atlas(), *passage);
    for (const PassageWithLinks &one : sharedPassages(session.project())) {
        for (const AnnotatedPassage &annotation : one.ofAtlas ? std::vector<AnnotatedPassage>() : toAnnotations(one)) {
            if (annotation.id == id)
                return titleOf(annotation);
        }
    }
    return tr("%1 (not in this atlas or project)").arg(id);
}

} // namespace ca::notechoice
