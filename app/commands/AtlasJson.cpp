// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/AtlasJson.h"

#include <cmath>

namespace ca::atlasjson {

namespace {

QString anchorOf(const Passage &passage)
{
    return passage.firstWords + QStringLiteral(" … ") + passage.lastWords;
}

void addStatus(QJsonObject &object, const CurrentStatus &status)
{
    object.insert(QStringLiteral("status"), toId(status.status));
    object.insert(QStringLiteral("status_as_of"), orNull(status.asOf));
}

/// How many facts and passages; "show" replaces the counts by the rows themselves.
void addCounts(QJsonObject &object, const Atlas &atlas, const QString &id)
{
    object.insert(QStringLiteral("facts"), int(atlas.facts(id).size()));
    object.insert(QStringLiteral("passages"), int(atlas.passages(id).size()));
}

QJsonObject linkedPassage(const PassageLink &link)
{
    QJsonObject object = passage(*link.passage);
    object.insert(QStringLiteral("role"), link.context ? QStringLiteral("context") : QStringLiteral("about"));
    object.insert(QStringLiteral("whole_corridor"), link.wholeCorridor ? QJsonValue(link.corridor) : QJsonValue());
    return object;
}

QJsonArray members(const Atlas &atlas, const QString &corridor)
{
    QJsonArray rows;
    for (const CorridorMember *member : atlas.members(corridor))
        rows.append(QJsonObject{{QStringLiteral("id"), member->segment},
                                {QStringLiteral("order"), member->order},
                                {QStringLiteral("role"), toId(member->role)},
                                {QStringLiteral("follows"), QJsonArray::fromStringList(member->follows)},
                                {QStringLiteral("join_reason"), orNull(member->joinReason)}});
    return rows;
}

QJsonArray publishedLengths(const Atlas &atlas, const Segment &segment)
{
    QJsonArray rows;
    for (const LengthComparison &length : lengthComparisons(atlas, segment))
        rows.append(QJsonObject{{QStringLiteral("fact"), length.fact->id},
                                {QStringLiteral("km"), kilometres(length.publishedKm * 1000)},
                                {QStringLiteral("difference_km"), kilometres(length.differenceKm * 1000)},
                                {QStringLiteral("difference_percent"), std::round(length.differencePercent * 10) / 10},
                                {QStringLiteral("source"), length.fact->sources.join(u';')}});
    return rows;
}

QJsonArray legs(const Segment &segment)
{
    QJsonArray rows;
    for (const Leg &leg : segment.legs)
        rows.append(QJsonObject{{QStringLiteral("precision"), toId(leg.precision)},
                                {QStringLiteral("provenance"), leg.provenance},
                                {QStringLiteral("error_m"), leg.errorMetres ? QJsonValue(*leg.errorMetres) : QJsonValue()},
                                {QStringLiteral("status"), leg.status ? QJsonValue(toId(*leg.status)) : QJsonValue()},
                                {QStringLiteral("note"), orNull(leg.note)}});
    return rows;
}

} // namespace

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

double kilometres(double metres)
{
    return std::round(metres) / 1000;
}

QJsonObject segment(const Atlas &atlas, const Segment &segment)
{
    QJsonArray modes;
    for (const Mode mode : segment.modes)
        modes.append(toId(mode));
    QJsonObject object{{QStringLiteral("id"), segment.id},
                       {QStringLiteral("name"), atlas.displayName(segment.id, NamePolicy::Neutral, QStringLiteral("en"))},
                       {QStringLiteral("corridors"), QJsonArray::fromStringList(atlas.corridorsOf(segment.id))},
                       {QStringLiteral("from"), segment.from},
                       {QStringLiteral("to"), segment.to},
                       {QStringLiteral("modes"), modes},
                       {QStringLiteral("length_km"), kilometres(segment.lengthMetres)},
                       {QStringLiteral("precision"), toId(segment.weakestPrecision())}};
    addStatus(object, atlas.status(segment.id));
    addCounts(object, atlas, segment.id);
    return object;
}

QJsonObject subject(const Atlas &atlas, const Subject &subject)
{
    QJsonObject object{{QStringLiteral("id"), subject.id},
                       {QStringLiteral("kind"), toId(subject.kind)},
                       {QStringLiteral("title"), subject.title},
                       {QStringLiteral("lat"), subject.position.defined() ? QJsonValue(subject.position.lat) : QJsonValue()},
                       {QStringLiteral("lon"), subject.position.defined() ? QJsonValue(subject.position.lon) : QJsonValue()},
                       {QStringLiteral("source"), orNull(subject.source)},
                       {QStringLiteral("note"), orNull(subject.note)}};
    addCounts(object, atlas, subject.id);
    return object;
}

QJsonObject corridor(const Atlas &atlas, const Subject &corridor)
{
    QJsonArray segments;
    double mainLine = 0;
    for (const CorridorMember *member : atlas.members(corridor.id)) {
        segments.append(member->segment);
        const Segment *segment = atlas.segment(member->segment);
        mainLine += segment && member->role == Role::Main ? segment->lengthMetres : 0;
    }
    QJsonObject object = subject(atlas, corridor);
    object.insert(QStringLiteral("name"), atlas.displayName(corridor.id, NamePolicy::Neutral, QStringLiteral("en")));
    object.insert(QStringLiteral("segments"), segments);
    object.insert(QStringLiteral("length_km"), kilometres(mainLine));
    addStatus(object, atlas.status(corridor.id));
    return object;
}

QJsonObject fact(const Fact &fact)
{
    return {{QStringLiteral("id"), fact.id},
            {QStringLiteral("subject"), fact.subject},
            {QStringLiteral("attribute"), fact.attribute},
            {QStringLiteral("value"), fact.value},
            {QStringLiteral("unit"), orNull(fact.unit)},
            {QStringLiteral("as_of"), orNull(fact.asOf)},
            {QStringLiteral("claimed_by"), orNull(fact.claimedBy)},
            {QStringLiteral("source"), fact.sources.join(u';')},
            {QStringLiteral("sources"), QJsonArray::fromStringList(fact.sources)},
            {QStringLiteral("note"), orNull(fact.note)}};
}

QJsonObject passage(const Passage &passage)
{
    QJsonArray subjects;
    for (const SubjectRef &ref : passage.subjects)
        subjects.append(QJsonObject{{QStringLiteral("id"), ref.id},
                                    {QStringLiteral("role"), ref.context ? QStringLiteral("context") : QStringLiteral("about")}});
    return {{QStringLiteral("id"), passage.id},
            {QStringLiteral("record"), passage.record},
            {QStringLiteral("paragraph"), passage.paragraph},
            {QStringLiteral("claim"), toId(passage.claim)},
            {QStringLiteral("refers_to"), orNull(passage.refersTo)},
            {QStringLiteral("paraphrase"), passage.paraphrase},
            {QStringLiteral("anchor"), anchorOf(passage)},
            {QStringLiteral("subjects"), subjects},
            {QStringLiteral("contradicted_by"), QJsonArray::fromStringList(passage.contradictedBy)}};
}

QJsonObject name(const Name &name)
{
    return {{QStringLiteral("language"), name.language},
            {QStringLiteral("name"), name.name},
            {QStringLiteral("policy"), name.policy},
            {QStringLiteral("used_by"), orNull(name.usedBy)},
            {QStringLiteral("avoided_by"), orNull(name.avoidedBy)},
            {QStringLiteral("from"), orNull(name.from)},
            {QStringLiteral("source"), orNull(name.source)}};
}

std::vector<LengthComparison> lengthComparisons(const Atlas &atlas, const Segment &segment)
{
    static const QHash<QString, double> kilometresPer{{QStringLiteral("km"), 1.0}, {QStringLiteral("m"), 0.001},
                                                      {QStringLiteral("mi"), 1.609344}};
    std::vector<LengthComparison> comparisons;
    for (const Fact *fact : atlas.publishedLengths(segment.id)) {
        bool number = false;
        const double published = fact->value.toDouble(&number) * kilometresPer.value(fact->unit, 0);
        if (!number || published <= 0)
            continue;
        const double difference = segment.lengthMetres / 1000 - published;
        comparisons.push_back({fact, published, difference, 100 * difference / published});
    }
    return comparisons;
}

QJsonObject sheet(const Atlas &atlas, const QString &id)
{
    QJsonObject object;
    if (const Segment *found = atlas.segment(id)) {
        object = segment(atlas, *found);
        object.insert(QStringLiteral("kind"), QStringLiteral("segment"));
        object.insert(QStringLiteral("note"), orNull(found->note));
        object.insert(QStringLiteral("legs"), legs(*found));
        object.insert(QStringLiteral("published_lengths"), publishedLengths(atlas, *found));
    } else if (const Subject *about = atlas.subject(id)) {
        const bool isCorridor = about->kind == SubjectKind::Corridor;
        object = isCorridor ? corridor(atlas, *about) : subject(atlas, *about);
        if (isCorridor)
            object.insert(QStringLiteral("members"), members(atlas, id));
    }
    QJsonArray facts, passages, names;
    for (const Fact *row : atlas.facts(id))
        facts.append(fact(*row));
    for (const PassageLink &link : atlas.passages(id))
        passages.append(linkedPassage(link));
    for (const Name *row : atlas.names(id))
        names.append(name(*row));
    object.insert(QStringLiteral("facts"), facts);
    object.insert(QStringLiteral("passages"), passages);
    object.insert(QStringLiteral("names"), names);
    return object;
}

} // namespace ca::atlasjson
