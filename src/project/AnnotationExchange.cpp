// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AnnotationExchange.h"

#include "project/ProjectWords.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace ca {
namespace {

const QString ourMember = QStringLiteral("corridorAtlas");
const QString uuidScheme = QStringLiteral("urn:uuid:");

QString word(const std::optional<Claim> &claim)
{
    return claim ? toId(*claim) : QString();
}

QString timeText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return time.toUTC().toString(time.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QDateTime timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC() : QDateTime();
}

QString iriOf(const QString &id)
{
    return QUuid::fromString(id).isNull() ? id : uuidScheme + id;
}

QString idOf(const QString &iri)
{
    const QString id = iri.startsWith(uuidScheme) ? iri.mid(uuidScheme.size()) : iri;
    return iriOf(id) == iri ? id : iri;
}

/// For members that would only say what is the rule.
void insertUnless(QJsonObject &object, const QString &key, const QJsonValue &value, const QJsonValue &usual)
{
    if (value != usual)
        object.insert(key, value);
}

QJsonObject placeJson(const PassagePlace &place)
{
    return {{QStringLiteral("exact"), place.anchor.exact},
            {QStringLiteral("prefix"), place.anchor.prefix},
            {QStringLiteral("suffix"), place.anchor.suffix},
            {QStringLiteral("start"), place.anchor.start},
            {QStringLiteral("end"), place.anchor.end},
            {QStringLiteral("normalisation"), place.anchor.normalisation},
            {QStringLiteral("documentSha256"), place.documentSha256},
            {QStringLiteral("textSha256"), place.textSha256}};
}

PassagePlace placeOf(const QJsonObject &json)
{
    const auto text = [&](const char *key) { return json.value(QLatin1String(key)).toString(); };
    return {{text("exact"), text("prefix"), text("suffix"), json.value(QStringLiteral("start")).toInt(-1),
             json.value(QStringLiteral("end")).toInt(-1), json.value(QStringLiteral("normalisation")).toInt(1)},
            text("documentSha256"), text("textSha256")};
}

/// What is the passage's own and has no member in an annotation: its claim and note neither, if a link's stand there.
QJsonObject passageMembers(const ProjectPassage &passage, bool linked)
{
    QJsonObject ours;
    if (linked) {
        insertUnless(ours, QStringLiteral("passageClaim"), word(passage.claim), QString());
        insertUnless(ours, QStringLiteral("passageNote"), passage.note, QString());
    }
    insertUnless(ours, QStringLiteral("passage"), passage.id, QString());
    insertUnless(ours, QStringLiteral("archiveUrl"), passage.archiveUrl, QString());
    insertUnless(ours, QStringLiteral("documentSha256"), passage.original.documentSha256, QString());
    if (passage.present != passage.original)
        ours.insert(QStringLiteral("present"), placeJson(passage.present));
    if (passage.check.verdict)
        ours.insert(QStringLiteral("check"), QJsonObject{{QStringLiteral("verdict"), verdictId(*passage.check.verdict)},
                                                         {QStringLiteral("reason"), passage.check.reason},
                                                         {QStringLiteral("checked"), timeText(passage.check.checked)}});
    return ours;
}

void takePassageMembers(const QJsonObject &ours, ProjectPassage &passage)
{
    passage.id = ours.value(QStringLiteral("passage")).toString();
    passage.claim = fromId<Claim>(ours.value(QStringLiteral("passageClaim")).toString());
    passage.note = ours.value(QStringLiteral("passageNote")).toString();
    passage.archiveUrl = ours.value(QStringLiteral("archiveUrl")).toString();
    passage.original.documentSha256 = ours.value(QStringLiteral("documentSha256")).toString();
    const QJsonObject present = ours.value(QStringLiteral("present")).toObject();
    passage.present = present.isEmpty() ? passage.original : placeOf(present);
    const QJsonObject check = ours.value(QStringLiteral("check")).toObject();
    passage.check.verdict = verdictFromId(check.value(QStringLiteral("verdict")).toString());
    passage.check.reason = check.value(QStringLiteral("reason")).toString();
    passage.check.checked = timeOf(check.value(QStringLiteral("checked")).toString());
}

/// How a suggested link came to be; nothing for a manual one.
QJsonObject originJson(const ProjectLink &link)
{
    if (link.origin == LinkOrigin::Manual)
        return {};
    return {{QStringLiteral("subject"), link.subject},
            {QStringLiteral("role"), roleId(link.context)},
            {QStringLiteral("score"), link.score},
            {QStringLiteral("reasons"), QJsonArray::fromStringList(link.reasons)}};
}

void takeOrigin(const QJsonArray &suggested, ProjectLink &link)
{
    for (const QJsonValue &value : suggested) {
        const QJsonObject one = value.toObject();
        if (one.value(QStringLiteral("subject")).toString() != link.subject || one.value(QStringLiteral("role")).toString() != roleId(link.context))
            continue;
        link.origin = LinkOrigin::Suggested;
        link.score = one.value(QStringLiteral("score")).toDouble();
        for (const QJsonValue &reason : one.value(QStringLiteral("reasons")).toArray())
            link.reasons << reason.toString();
    }
}

/// Where text stands as it came, because our form of it is another: dates without a time, unknown words.
QJsonObject asItCame(const AnnotatedPassage &annotation)
{
    QJsonObject kept;
    const auto keep = [&](const char *key, const QString &came, const QString &form) {
        insertUnless(kept, QLatin1String(key), came, form);
    };
    keep("created", annotation.created, timeText(timeOf(annotation.created)));
    keep("modified", annotation.modified, timeText(timeOf(annotation.modified)));
    keep("claim", annotation.claim, word(fromId<Claim>(annotation.claim)));
    return kept;
}

/// @p form unless the text as it came still means the same.
QString asItCame(const QJsonObject &kept, const char *key, const QString &form, bool unchanged)
{
    const QString came = kept.value(QLatin1String(key)).toString();
    return came.isEmpty() || !unchanged ? form : came;
}

bool sayTheSame(const ProjectLink &a, const ProjectLink &b)
{
    return a.annotation == b.annotation && a.claim == b.claim && a.note == b.note && a.author == b.author && a.created == b.created
        && a.modified == b.modified && a.extra == b.extra;
}

/// Fills in what @p record (a link, or a passage without any) says; its extra members may hold what came as it was.
template <class T>
void say(AnnotatedPassage &annotation, const T &record, QJsonObject ours)
{
    annotation.extra = record.extra;
    const QJsonObject kept = annotation.extra.take(ourMember).toObject();
    const auto sameTime = [&](const char *key, const QDateTime &now) { return timeOf(kept.value(QLatin1String(key)).toString()) == now; };
    annotation.note = record.note;
    annotation.author = record.author;
    annotation.claim = asItCame(kept, "claim", word(record.claim), !record.claim);
    annotation.created = asItCame(kept, "created", timeText(record.created), sameTime("created", record.created));
    annotation.modified = asItCame(kept, "modified", timeText(record.modified), sameTime("modified", record.modified));
    if (!ours.isEmpty())
        annotation.extra.insert(ourMember, ours);
}

template <class T>
void hear(T &record, const AnnotatedPassage &annotation)
{
    record.claim = fromId<Claim>(annotation.claim);
    record.note = annotation.note;
    record.author = annotation.author;
    record.created = timeOf(annotation.created);
    record.modified = timeOf(annotation.modified);
    record.extra = annotation.extra;
    record.extra.remove(ourMember);
    const QJsonObject kept = asItCame(annotation);
    if (!kept.isEmpty())
        record.extra.insert(ourMember, kept);
}

AnnotatedPassage ofPassage(const ProjectPassage &passage)
{
    AnnotatedPassage annotation;
    annotation.citation = passage.source;
    annotation.source = passage.sourceUrl;
    annotation.textSha256 = passage.original.textSha256;
    annotation.retrieved = passage.retrieved;
    annotation.anchor = passage.original.anchor;
    return annotation;
}

} // namespace

std::vector<AnnotatedPassage> toAnnotations(const ProjectPassage &passage, const std::vector<ProjectLink> &links)
{
    std::vector<AnnotatedPassage> annotations;
    const QJsonObject ours = passageMembers(passage, !links.empty());
    if (links.empty()) {
        annotations.push_back(ofPassage(passage));
        annotations.back().id = iriOf(passage.annotation.isEmpty() ? passage.id : passage.annotation);
        say(annotations.back(), passage, ours);
        return annotations;
    }
    std::vector<const ProjectLink *> firsts;  // of the annotations
    for (const ProjectLink &link : links) {
        const auto known = std::find_if(firsts.begin(), firsts.end(), [&](const ProjectLink *first) { return sayTheSame(*first, link); });
        const auto at = static_cast<std::size_t>(known - firsts.begin());
        if (known == firsts.end()) {
            const bool idTaken = std::any_of(firsts.begin(), firsts.end(), [&](const ProjectLink *first) { return first->annotation == link.annotation; });
            firsts.push_back(&link);
            annotations.push_back(ofPassage(passage));
            annotations.back().id = iriOf(idTaken || link.annotation.isEmpty() ? link.id : link.annotation);
            say(annotations.back(), link, ours);
        }
        AnnotatedPassage &annotation = annotations[at];
        annotation.subjects.push_back({link.subject, link.context});
        const QJsonObject origin = originJson(link);
        if (origin.isEmpty())
            continue;
        QJsonObject member = annotation.extra.value(ourMember).toObject();
        QJsonArray suggested = member.value(QStringLiteral("suggested")).toArray();
        suggested.append(origin);
        member.insert(QStringLiteral("suggested"), suggested);
        annotation.extra.insert(ourMember, member);
    }
    return annotations;
}

std::vector<AnnotatedPassage> toAnnotations(const PassageWithLinks &one)
{
    std::vector<AnnotatedPassage> annotations = toAnnotations(one.passage, one.links);
    for (AnnotatedPassage &annotation : annotations) {
        QJsonObject ours = annotation.extra.value(ourMember).toObject();
        insertUnless(ours, QStringLiteral("atlas"), one.ofAtlas, false);
        insertUnless(annotation.extra, ourMember, ours, QJsonObject());
    }
    return annotations;
}

PassageWithLinks fromAnnotation(const AnnotatedPassage &annotation)
{
    PassageWithLinks result;
    ProjectPassage &passage = result.passage;
    const QJsonObject ours = annotation.extra.value(ourMember).toObject();
    passage.source = annotation.citation;
    passage.sourceUrl = annotation.source;
    passage.retrieved = annotation.retrieved;
    passage.original.anchor = annotation.anchor;
    passage.original.textSha256 = annotation.textSha256;
    takePassageMembers(ours, passage);
    result.ofAtlas = ours.value(QStringLiteral("atlas")).toBool() && !passage.id.isEmpty();
    if (annotation.subjects.empty()) {
        hear(passage, annotation);
        passage.annotation = idOf(annotation.id);
        return result;
    }
    passage.author = annotation.author;
    passage.created = timeOf(annotation.created);
    for (const PassageSubject &subject : annotation.subjects) {
        const bool twice = std::any_of(result.links.begin(), result.links.end(), [&](const ProjectLink &link) {
            return link.subject == subject.id && link.context == subject.context;
        });
        if (twice)
            continue;
        ProjectLink link;
        link.subject = subject.id;
        link.context = subject.context;
        link.annotation = idOf(annotation.id);
        hear(link, annotation);
        takeOrigin(ours.value(QStringLiteral("suggested")).toArray(), link);
        result.links.push_back(link);
    }
    return result;
}

} // namespace ca
