// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/WebAnnotation.h"

#include "anchor/Normaliser.h"
#include "base/Tr.h"
#include "citation/AnnotationWords.h"
#include "citation/WellFormed.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace ca::webannotation {

namespace {

using namespace annotationwords;

QString takeText(QJsonObject &object, QLatin1String member)
{
    return object.value(member).isString() ? object.take(member).toString() : QString();
}

/// Are these all the members of @p object? Then nothing is lost where they are understood.
bool hasOnly(const QJsonObject &object, const QStringList &members)
{
    const QStringList keys = object.keys();
    return std::all_of(keys.begin(), keys.end(), [&members](const QString &key) { return members.contains(key); });
}

bool isPlainText(const QJsonObject &body, const char *purpose)
{
    return hasType(body, QLatin1String("TextualBody")) && body.value(QLatin1String("purpose")) == QJsonValue(QLatin1String(purpose))
        && body.value(QLatin1String("format")) == QJsonValue(QLatin1String("text/plain"))
        && body.value(QLatin1String("value")).isString();
}

bool readSubject(AnnotatedPassage &passage, const QJsonObject &body)
{
    const QString source = body.value(QLatin1String("source")).toString(), part = body.value(role).toString();
    const bool ours = source.startsWith(subjectPrefix) && (part == QLatin1String("about") || part == QLatin1String("context"))
        && body.value(QLatin1String("purpose")) == QJsonValue(QLatin1String("linking"))
        && hasOnly(body, {QStringLiteral("type"), QStringLiteral("purpose"), QStringLiteral("source"), role});
    if (ours)
        passage.subjects.push_back({QUrl::fromPercentEncoding(source.mid(subjectPrefix.size()).toLatin1()),
                                    part == QLatin1String("context")});
    return ours;
}

bool readClaim(AnnotatedPassage &passage, const QJsonObject &body)
{
    const bool ours = passage.claim.isEmpty() && isPlainText(body, "classifying") && body.value(claim) == QJsonValue(true)
        && hasOnly(body, {QStringLiteral("type"), QStringLiteral("purpose"), QStringLiteral("format"), QStringLiteral("value"), claim});
    if (ours)
        passage.claim = body.value(QLatin1String("value")).toString();
    return ours;
}

bool isComment(const QJsonObject &body)
{
    const QJsonValue purpose = body.value(QLatin1String("purpose"));
    const bool known = purpose.isUndefined() || purpose == QJsonValue(QLatin1String("commenting"))
        || purpose == QJsonValue(QLatin1String("describing")) || purpose == QJsonValue(QLatin1String("replying"));
    return known && hasType(body, QLatin1String("TextualBody")) && !body.value(QLatin1String("value")).toString().isEmpty();
}

/// The first comment is the note. What else a foreign one says of itself (format, language, purpose) stays in @p body,
/// marked, without the text: the note may be edited.
bool readNote(AnnotatedPassage &passage, QJsonObject &body)
{
    if (!passage.note.isEmpty() || !isComment(body))
        return false;
    const bool plain = isPlainText(body, "commenting")
        && hasOnly(body, {QStringLiteral("type"), QStringLiteral("purpose"), QStringLiteral("format"), QStringLiteral("value")});
    passage.note = body.take(QLatin1String("value")).toString();
    body.insert(noteMark, true);
    return plain;
}

/// Bodies are taken apart only where writing them again gives the same; the others stay in extra.
void readBodies(AnnotatedPassage &passage, QJsonObject &left)
{
    QJsonArray others;
    const QJsonArray all = entries(left.take(QLatin1String("body")));
    for (const QJsonValue &value : all) {
        QJsonObject body = value.toObject();
        if (!readSubject(passage, body) && !readClaim(passage, body) && !readNote(passage, body))
            others.append(body.contains(noteMark) ? QJsonValue(body) : value);
    }
    // "bodyValue" is the standard's short form of one plain comment.
    if (all.isEmpty() && passage.note.isEmpty())
        passage.note = takeText(left, QLatin1String("bodyValue"));
    if (!others.isEmpty())
        left.insert(QLatin1String("body"), others);
}

/// The standard's integers; -1 for anything else.
int position(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    return number >= 0 && number <= 2147483647.0 && number == std::floor(number) ? int(number) : -1;
}

bool isOwn(const QJsonObject &selector)
{
    return position(selector.value(normalisation)) >= 0;
}

bool readOwnSelector(TextAnchor &anchor, const QJsonObject &selector, bool &quoteSeen)
{
    if (!isOwn(selector))
        return false;
    const QString type = selector.value(QLatin1String("type")).toString();
    if (type == QLatin1String("TextQuoteSelector") && !quoteSeen
        && hasOnly(selector, {QStringLiteral("type"), QStringLiteral("exact"), QStringLiteral("prefix"), QStringLiteral("suffix"), normalisation})) {
        anchor.exact = selector.value(QLatin1String("exact")).toString();
        anchor.prefix = selector.value(QLatin1String("prefix")).toString();
        anchor.suffix = selector.value(QLatin1String("suffix")).toString();
        anchor.normalisation = position(selector.value(normalisation));
        return quoteSeen = true;
    }
    const int start = position(selector.value(QLatin1String("start"))), end = position(selector.value(QLatin1String("end")));
    if (type == QLatin1String("TextPositionSelector") && anchor.start < 0 && start >= 0 && end >= start
        && hasOnly(selector, {QStringLiteral("type"), QStringLiteral("start"), QStringLiteral("end"), normalisation})) {
        anchor.start = start;
        anchor.end = end;
        return true;
    }
    return false;
}

/// Normalised, but the space that parts it from the quotation stays.
QString normalisedContext(const QString &text, bool before)
{
    const QString plain = normalise(text).text;
    const bool spaced = !plain.isEmpty() && (before ? text.back() : text.front()).isSpace();
    if (!spaced)
        return plain;
    return before ? plain + u' ' : u' ' + plain;
}

void readForeignQuote(TextAnchor &anchor, const QJsonArray &selectors)
{
    for (const QJsonValue &value : selectors) {
        const QJsonObject selector = value.toObject();
        if (!hasType(selector, QLatin1String("TextQuoteSelector")) || isOwn(selector))
            continue;
        anchor.exact = normalise(selector.value(QLatin1String("exact")).toString()).text;
        anchor.prefix = normalisedContext(selector.value(QLatin1String("prefix")).toString(), true);
        anchor.suffix = normalisedContext(selector.value(QLatin1String("suffix")).toString(), false);
        anchor.normalisation = normalisationVersion;
        return;
    }
}

void readSelectors(AnnotatedPassage &passage, QJsonObject &target)
{
    QJsonArray others;
    bool quoteSeen = false;
    for (const QJsonValue &value : entries(target.take(QLatin1String("selector")))) {
        if (!readOwnSelector(passage.anchor, value.toObject(), quoteSeen))
            others.append(value);
    }
    if (!quoteSeen)
        readForeignQuote(passage.anchor, others);
    if (!others.isEmpty())
        target.insert(QLatin1String("selector"), others);
}

bool isTextOrAbsent(const QJsonValue &value)
{
    return value.isString() || value.isUndefined();
}

void readStates(AnnotatedPassage &passage, QJsonObject &target)
{
    QJsonArray others;
    bool seen = false;
    for (const QJsonValue &value : entries(target.take(QLatin1String("state")))) {
        const QJsonObject state = value.toObject();
        const bool ours = !seen && hasType(state, QLatin1String("TimeState"))
            && hasOnly(state, {QStringLiteral("type"), QStringLiteral("sourceDate"), sha256})
            && isTextOrAbsent(state.value(QLatin1String("sourceDate"))) && isTextOrAbsent(state.value(sha256));
        if (!ours) {
            others.append(value);
            continue;
        }
        seen = true;
        passage.retrieved = state.value(QLatin1String("sourceDate")).toString();
        passage.textSha256 = state.value(sha256).toString();
    }
    if (!others.isEmpty())
        target.insert(QLatin1String("state"), others);
}

/// A target may be a bare address; several may be given, of which the first is ours to read.
void readTarget(AnnotatedPassage &passage, QJsonObject &left)
{
    QJsonArray targets = entries(left.take(QLatin1String("target")));
    if (targets.isEmpty())
        return;
    QJsonObject target = targets.first().toObject();
    if (targets.first().isString())
        target.insert(QLatin1String("source"), targets.first());
    // A source may be an object that says more of itself, and a target may be one without a source but with an id.
    const QJsonValue source = target.value(QLatin1String("source"));
    if (source.isString())
        passage.source = target.take(QLatin1String("source")).toString();
    else
        passage.source = (source.isObject() ? source.toObject() : target).value(QLatin1String("id")).toString();
    readStates(passage, target);
    readSelectors(passage, target);
    if (passage.source == unknownSource || passage.source == digestPrefix + passage.textSha256)
        passage.source.clear();
    if (target.value(QLatin1String("type")) == QJsonValue(QLatin1String("SpecificResource")))
        target.remove(QLatin1String("type"));
    targets.replace(0, target);
    if (targets.size() > 1 || !target.isEmpty())
        left.insert(QLatin1String("target"), targets);
}

void readCreator(AnnotatedPassage &passage, QJsonObject &left)
{
    const QJsonValue value = left.value(QLatin1String("creator"));
    if (value.isString())
        passage.author = value.toString();  // and stays in extra: it is an IRI there, not a name
    if (!value.isObject())
        return;
    QJsonObject person = value.toObject();
    passage.author = takeText(person, QLatin1String("name"));
    if (!passage.author.isEmpty() && person.value(QLatin1String("type")) == QJsonValue(QLatin1String("Person")))
        person.remove(QLatin1String("type"));
    left.remove(QLatin1String("creator"));
    if (!person.isEmpty())
        left.insert(QLatin1String("creator"), person);
}

/// What the writer writes by itself need not be kept.
void dropImplied(const AnnotatedPassage &passage, QJsonObject &left)
{
    QJsonArray contexts;
    for (const QJsonValue &one : entries(left.take(QLatin1String("@context")))) {
        if (!context().contains(one))
            contexts.append(one);
    }
    if (!contexts.isEmpty())
        left.insert(QLatin1String("@context"), contexts);
    if (left.value(QLatin1String("type")) == QJsonValue(QLatin1String("Annotation")))
        left.remove(QLatin1String("type"));
    AnnotatedPassage bare = passage;
    bare.extra = {};
    const QLatin1String motivation("motivation");
    if (left.value(motivation) == toJson(bare).value(motivation))
        left.remove(motivation);
}

void collect(const QJsonValue &root, std::vector<QJsonObject> &found, int &strangers)
{
    for (const QJsonValue &value : entries(root)) {
        const QJsonObject object = value.toObject();
        if (hasType(object, QLatin1String("Annotation")))
            found.push_back(object);
        else if (hasType(object, QLatin1String("AnnotationPage")))
            collect(object.value(QLatin1String("items")), found, strangers);
        else if (hasType(object, QLatin1String("AnnotationCollection")))
            collect(object.value(QLatin1String("first")), found, strangers);
        else
            ++strangers;
    }
}

} // namespace

Result<AnnotatedPassage> fromJson(const QJsonObject &annotation)
{
    if (!hasType(annotation, QLatin1String("Annotation")))
        return Error{tr("an object without the type Annotation is no annotation"), {}, 0};
    if (entries(annotation.value(QLatin1String("target"))).isEmpty())
        return Error{tr("the annotation has no target"), {}, 0};
    bool mended = false;
    QJsonObject left = wellFormed(QJsonValue(annotation), &mended).toObject();
    AnnotatedPassage passage;
    passage.id = takeText(left, QLatin1String("id"));
    passage.created = takeText(left, QLatin1String("created"));
    passage.modified = takeText(left, QLatin1String("modified"));
    if (left.value(citation).isObject())
        passage.citation = left.take(citation).toObject();
    readBodies(passage, left);
    readTarget(passage, left);
    readCreator(passage, left);
    dropImplied(passage, left);
    passage.extra = left;
    Result<AnnotatedPassage> result(std::move(passage));
    if (mended)
        result.warn({tr("half characters (lone surrogates) were replaced by U+FFFD")});
    return result;
}

Result<std::vector<AnnotatedPassage>> read(const QByteArray &json)
{
    if (json.size() > maxBytes)
        return Error{tr("larger than %1 MB").arg(maxBytes / 1024 / 1024), {}, 0};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json.startsWith("\xef\xbb\xbf") ? json.mid(3) : json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{tr("not valid JSON: %1 (byte %2)").arg(problem.errorString()).arg(problem.offset), {}, 0};
    std::vector<QJsonObject> found;
    int strangers = 0;
    collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), found, strangers);
    std::vector<AnnotatedPassage> passages;
    QStringList warnings;
    for (const QJsonObject &annotation : found) {
        Result<AnnotatedPassage> passage = fromJson(annotation);
        if (passage)
            passages.push_back(*passage);
        warnings << (passage ? passage.warnings() : QStringList{passage.error().text()});
    }
    if (strangers)
        warnings << tr("%1 entries are no annotations and were left out").arg(strangers);
    if (passages.empty() && !warnings.isEmpty())
        return Error{tr("it holds no annotation: %1").arg(warnings.front()), {}, 0};
    warnings.removeDuplicates();
    Result<std::vector<AnnotatedPassage>> result(std::move(passages));
    result.warn(warnings);
    return result;
}

} // namespace ca::webannotation
