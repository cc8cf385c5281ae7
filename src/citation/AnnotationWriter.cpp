// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/WebAnnotation.h"

#include "base/Tr.h"
#include "citation/AnnotationWords.h"
#include "citation/WellFormed.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUuid>

namespace ca {

namespace annotationwords {

QJsonArray context()
{
    const QJsonObject own{{QStringLiteral("ca"), ownPrefix},
                          // CSL-JSON is no linked data: it travels as a JSON literal (JSON-LD 1.1).
                          {QStringLiteral("ca:citation"), QJsonObject{{QStringLiteral("@type"), QStringLiteral("@json")}}}};
    return {w3cContext, own};
}

QJsonArray entries(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.isUndefined() || value.isNull() ? QJsonArray() : QJsonArray{value};
}

bool hasType(const QJsonObject &object, QLatin1String type)
{
    for (const QJsonValue &one : entries(object.value(QLatin1String("type")))) {
        if (one.toString() == type)
            return true;
    }
    return false;
}

} // namespace annotationwords

namespace webannotation {

namespace {

using namespace annotationwords;

void put(QJsonObject &object, QLatin1String member, const QString &text)
{
    if (!text.isEmpty())
        object.insert(member, text);
}

QJsonObject subjectBody(const PassageSubject &subject)
{
    return {{QStringLiteral("type"), QStringLiteral("SpecificResource")},
            {QStringLiteral("purpose"), QStringLiteral("linking")},
            {QStringLiteral("source"), subjectPrefix + QString::fromLatin1(QUrl::toPercentEncoding(subject.id))},
            {role, subject.context ? QStringLiteral("context") : QStringLiteral("about")}};
}

QJsonObject textBody(const QString &value, const char *purpose)
{
    return {{QStringLiteral("type"), QStringLiteral("TextualBody")},
            {QStringLiteral("purpose"), QLatin1String(purpose)},
            {QStringLiteral("format"), QStringLiteral("text/plain")},
            {QStringLiteral("value"), value}};
}

QJsonArray bodies(const AnnotatedPassage &passage)
{
    QJsonArray bodies, others;
    bool noted = passage.note.isEmpty();
    for (const QJsonValue &other : entries(passage.extra.value(QLatin1String("body")))) {
        QJsonObject body = other.toObject();
        if (!body.contains(noteMark)) {
            others.append(other);
        } else if (!noted) {
            body.remove(noteMark);
            body.insert(QLatin1String("value"), passage.note);
            others.append(body);
            noted = true;
        }
    }
    for (const PassageSubject &subject : passage.subjects)
        bodies.append(subjectBody(subject));
    if (!passage.claim.isEmpty()) {
        QJsonObject body = textBody(passage.claim, "classifying");
        body.insert(claim, true);
        bodies.append(body);
    }
    if (!noted)
        bodies.append(textBody(passage.note, "commenting"));
    for (const QJsonValue &body : std::as_const(others))
        bodies.append(body);
    return bodies;
}

QJsonArray selectors(const TextAnchor &anchor, QStringList *warnings)
{
    QJsonArray selectors;
    if (!anchor.exact.isEmpty() || !anchor.prefix.isEmpty() || !anchor.suffix.isEmpty() || anchor.start >= 0) {
        QJsonObject quote{{QStringLiteral("type"), QStringLiteral("TextQuoteSelector")},
                          {QStringLiteral("exact"), anchor.exact},
                          {normalisation, anchor.normalisation}};
        put(quote, QLatin1String("prefix"), anchor.prefix);
        put(quote, QLatin1String("suffix"), anchor.suffix);
        selectors.append(quote);
    }
    if (anchor.start >= 0 && anchor.end >= anchor.start) {
        selectors.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("TextPositionSelector")},
                                     {QStringLiteral("start"), anchor.start},
                                     {QStringLiteral("end"), anchor.end},
                                     {normalisation, anchor.normalisation}});
    } else if (warnings && (anchor.start != -1 || anchor.end != -1)) {
        *warnings << tr("a position from %1 to %2 is none and was left out").arg(anchor.start).arg(anchor.end);
    }
    return selectors;
}

QString sourceOf(const AnnotatedPassage &passage)
{
    if (!passage.source.isEmpty())
        return passage.source;
    return passage.textSha256.isEmpty() ? QString(unknownSource) : digestPrefix + passage.textSha256;
}

/// What the copy was: kept as a TimeState, beside states that other programs put there.
QJsonArray states(const AnnotatedPassage &passage, const QJsonValue &others)
{
    QJsonArray states;
    QJsonObject state;
    put(state, QLatin1String("sourceDate"), passage.retrieved);
    put(state, sha256, passage.textSha256);
    if (!state.isEmpty()) {
        state.insert(QLatin1String("type"), QStringLiteral("TimeState"));
        states.append(state);
    }
    for (const QJsonValue &other : entries(others))
        states.append(other);
    return states;
}

/// Lists with one entry are written as that entry, as is the custom.
QJsonValue compact(const QJsonArray &list)
{
    return list.size() == 1 ? list.first() : QJsonValue(list);
}

/// A foreign target may describe its source in an object, or be the source itself, with an id.
void placeSource(QJsonObject &target, const AnnotatedPassage &passage)
{
    const QLatin1String member("source"), id("id");
    if (target.value(member).isObject()) {
        QJsonObject described = target.value(member).toObject();
        put(described, id, passage.source);
        target.insert(member, described);
        return;
    }
    if (!passage.source.isEmpty() && target.value(id) == QJsonValue(passage.source))
        return;
    target.insert(member, sourceOf(passage));
    if (!target.contains(QLatin1String("type")))
        target.insert(QLatin1String("type"), QStringLiteral("SpecificResource"));
}

QJsonValue target(const AnnotatedPassage &passage, QStringList *warnings)
{
    const QJsonArray left = entries(passage.extra.value(QLatin1String("target")));
    QJsonObject target = left.isEmpty() ? QJsonObject() : left.first().toObject();
    QJsonArray all = selectors(passage.anchor, warnings);
    for (const QJsonValue &other : entries(target.value(QLatin1String("selector"))))
        all.append(other);
    const QJsonArray state = states(passage, target.value(QLatin1String("state")));
    placeSource(target, passage);
    if (!all.isEmpty())
        target.insert(QLatin1String("selector"), all);
    if (!state.isEmpty())
        target.insert(QLatin1String("state"), compact(state));
    QJsonArray targets{target};
    for (qsizetype i = 1; i < left.size(); ++i)
        targets.append(left.at(i));
    return compact(targets);
}

QJsonValue creator(const AnnotatedPassage &passage)
{
    const QJsonValue left = passage.extra.value(QLatin1String("creator"));
    if (passage.author.isEmpty() || left == QJsonValue(passage.author))
        return left;
    QJsonObject person = left.toObject();
    if (!person.contains(QLatin1String("type")))
        person.insert(QLatin1String("type"), QStringLiteral("Person"));
    person.insert(QLatin1String("name"), passage.author);
    return person;
}

QJsonArray motivations(const AnnotatedPassage &passage)
{
    QJsonArray motivations;
    if (!passage.subjects.empty())
        motivations.append(QStringLiteral("linking"));
    if (!passage.claim.isEmpty())
        motivations.append(QStringLiteral("classifying"));
    if (!passage.note.isEmpty())
        motivations.append(QStringLiteral("commenting"));
    if (motivations.isEmpty())
        motivations.append(QStringLiteral("highlighting"));
    return motivations;
}

/// Contexts of other programs stay, ours come first.
QJsonArray contextWith(const QJsonValue &others)
{
    QJsonArray all = context();
    for (const QJsonValue &other : entries(others)) {
        if (!all.contains(other))
            all.append(other);
    }
    return all;
}

} // namespace

QJsonObject toJson(const AnnotatedPassage &passage, QStringList *warnings)
{
    QJsonObject annotation = passage.extra;
    annotation.insert(QLatin1String("@context"), contextWith(passage.extra.value(QLatin1String("@context"))));
    if (!annotation.contains(QLatin1String("type")))
        annotation.insert(QLatin1String("type"), QStringLiteral("Annotation"));
    put(annotation, QLatin1String("id"), passage.id);
    put(annotation, QLatin1String("created"), passage.created);
    put(annotation, QLatin1String("modified"), passage.modified);
    if (!annotation.contains(QLatin1String("motivation")))
        annotation.insert(QLatin1String("motivation"), compact(motivations(passage)));
    if (const QJsonValue who = creator(passage); !who.isUndefined())
        annotation.insert(QLatin1String("creator"), who);
    annotation.remove(QLatin1String("body"));
    if (const QJsonArray all = bodies(passage); !all.isEmpty())
        annotation.insert(QLatin1String("body"), all);
    annotation.insert(QLatin1String("target"), target(passage, warnings));
    if (!passage.citation.isEmpty())
        annotation.insert(citation, passage.citation);
    if (warnings && passage.id.isEmpty())
        *warnings << tr("an annotation has no id: other programs may refuse it");
    bool mended = false;
    annotation = wellFormed(QJsonValue(annotation), &mended).toObject();
    if (mended && warnings)
        *warnings << tr("half characters (lone surrogates) were replaced by U+FFFD");
    return annotation;
}

Result<QByteArray> write(const std::vector<AnnotatedPassage> &passages)
{
    QStringList warnings;
    QJsonArray items;
    QByteArray ids;
    for (const AnnotatedPassage &passage : passages) {
        items.append(toJson(passage, &warnings));
        ids += passage.id.toUtf8() + '\n';
    }
    QJsonObject root = items.size() == 1 ? items.first().toObject() : QJsonObject();
    if (items.size() != 1) {
        // The standard wants an IRI: one that depends on nothing but the passages, so that the same gives the same.
        const QUuid id = QUuid::createUuidV5(QUuid(QStringLiteral("{6ba7b814-9dad-11d1-80b4-00c04fd430c8}")), ids);
        const QJsonObject page{{QStringLiteral("type"), QStringLiteral("AnnotationPage")},
                               {QStringLiteral("startIndex"), 0},
                               {QStringLiteral("items"), items}};
        root = {{QStringLiteral("@context"), context()},
                {QStringLiteral("id"), QStringLiteral("urn:uuid:") + id.toString(QUuid::WithoutBraces)},
                {QStringLiteral("type"), QStringLiteral("AnnotationCollection")},
                {QStringLiteral("total"), items.size()},
                {QStringLiteral("first"), page}};
    }
    warnings.removeDuplicates();
    Result<QByteArray> result(QJsonDocument(root).toJson());
    result.warn(warnings);
    return result;
}

} // namespace webannotation
} // namespace ca
