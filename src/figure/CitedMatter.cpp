// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/CitedMatter.h"

#include "citation/WebAnnotation.h"
#include "map/Scene.h"

#include <QJsonObject>

#include <algorithm>

namespace ca {

namespace {

template <class T>
void note(std::vector<const T *> &list, const T *one)
{
    if (one && std::find(list.begin(), list.end(), one) == list.end())
        list.push_back(one);
}

QJsonArray subjectsOf(const Passage &passage)
{
    QJsonArray subjects;
    for (const SubjectRef &subject : passage.subjects)
        subjects.append(QJsonObject{{QStringLiteral("id"), subject.id},
                                    {QStringLiteral("role"), subject.context ? QStringLiteral("context") : QStringLiteral("about")}});
    return subjects;
}

/// Names as the atlas' own tables have them.
QJsonObject jsonOf(const Passage &passage)
{
    return {{QStringLiteral("id"), passage.id},
            {QStringLiteral("record"), passage.record},
            {QStringLiteral("paragraph"), passage.paragraph},
            {QStringLiteral("first_words"), passage.firstWords},
            {QStringLiteral("last_words"), passage.lastWords},
            {QStringLiteral("word_count"), passage.wordCount},
            {QStringLiteral("sha256"), passage.sha256},
            {QStringLiteral("normalisation"), passage.normalisation},
            {QStringLiteral("claim"), toId(passage.claim)},
            {QStringLiteral("refers_to"), passage.refersTo},
            {QStringLiteral("subjects"), subjectsOf(passage)},
            {QStringLiteral("contradicted_by"), QJsonArray::fromStringList(passage.contradictedBy)}};
}

QJsonObject jsonOf(const Fact &fact)
{
    return {{QStringLiteral("id"), fact.id},
            {QStringLiteral("subject"), fact.subject},
            {QStringLiteral("attribute"), fact.attribute},
            {QStringLiteral("value"), fact.value},
            {QStringLiteral("unit"), fact.unit},
            {QStringLiteral("as_of"), fact.asOf},
            {QStringLiteral("claimed_by"), fact.claimedBy},
            {QStringLiteral("sources"), QJsonArray::fromStringList(fact.sources)}};
}

/// A figure goes to readers: remarks that its author wrote for themselves, and what other programs put beside them,
/// stay at home.
QJsonObject jsonOf(const AnnotatedPassage &passage)
{
    AnnotatedPassage shown = passage;
    shown.note.clear();
    shown.extra = {};
    return webannotation::toJson(shown);
}

bool speaksOf(const AnnotatedPassage &passage, const QStringList &subjects)
{
    return std::any_of(subjects.begin(), subjects.end(), [&](const QString &subject) { return passage.speaksOf(subject); });
}

} // namespace

CitedMatter::CitedMatter(const FigureComposition &figure) : m_atlas(figure.map.scene->atlas())
{
    for (const Notes::Note &printed : figure.content.notes.notes)
        addRecords({printed.record});  // the user's own sources come with their passages
    for (const QString &subject : figure.noteSubjects)
        addSubject(subject);
    for (const QString &passage : figure.notePassages)
        addPassage(m_atlas.passage(passage));
    for (const QString &subject : figure.noteSubjects)
        addFactsOf(subject);
    for (const Passage *passage : m_passages) {
        for (const QString &id : passage->contradictedBy)
            note(m_contradictions, m_atlas.contradiction(id));
    }
    for (const Contradiction *contradiction : m_contradictions)
        addRecords(contradiction->sources);
    addOwn(figure);
}

void CitedMatter::addSubject(const QString &subject)
{
    for (const PassageLink &link : m_atlas.passages(subject))
        addPassage(link.passage);
}

void CitedMatter::addPassage(const Passage *passage)
{
    note(m_passages, passage);
    if (passage)
        addRecords({passage->record});
}

void CitedMatter::addFactsOf(const QString &subject)
{
    for (const CorridorMember *member : m_atlas.members(subject))
        addFactsOf(member->segment);
    for (const Fact *fact : m_atlas.facts(subject)) {
        note(m_facts, fact);
        addRecords(fact->sources);
    }
}

void CitedMatter::addOwn(const FigureComposition &figure)
{
    for (const AnnotatedPassage &passage : figure.ownPassages) {
        if (figure.notePassages.contains(passage.id) || speaksOf(passage, figure.noteSubjects))
            note(m_own, &passage);
    }
}

void CitedMatter::addRecords(const QStringList &records)
{
    for (const QString &record : records) {
        if (!m_records.contains(record))
            m_records << record;
    }
}

QJsonArray CitedMatter::sources() const
{
    QJsonArray sources;
    for (const QString &id : m_records) {
        if (const Record *record = m_atlas.record(id))
            sources.append(record->csl);
    }
    for (const AnnotatedPassage *passage : m_own) {
        if (!passage->citation.isEmpty() && !sources.contains(passage->citation))
            sources.append(passage->citation);
    }
    return sources;
}

QJsonArray CitedMatter::passages() const
{
    QJsonArray passages;
    for (const Passage *passage : m_passages)
        passages.append(jsonOf(*passage));
    for (const AnnotatedPassage *passage : m_own)
        passages.append(jsonOf(*passage));
    return passages;
}

QJsonArray CitedMatter::facts() const
{
    QJsonArray facts;
    for (const Fact *fact : m_facts)
        facts.append(jsonOf(*fact));
    return facts;
}

QJsonArray CitedMatter::contradictions() const
{
    QJsonArray contradictions;
    for (const Contradiction *one : m_contradictions)
        contradictions.append(QJsonObject{{QStringLiteral("id"), one->id},
                                          {QStringLiteral("statement"), one->statement},
                                          {QStringLiteral("sources"), QJsonArray::fromStringList(one->sources)}});
    return contradictions;
}

} // namespace ca
