// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QJsonArray>

/// A small made-up atlas that breaks no rule: places and claims of no real world. Tests change one thing
/// at a time. Three segments in a row (a, b, c), two corridors (north: a, b; south: b, c).
namespace ca::test {

inline Leg sampleLeg(GeoLine line, Precision precision = Precision::Generalised)
{
    Leg leg;
    leg.line = std::move(line);
    leg.precision = precision;
    leg.provenance = QStringLiteral("osm");
    leg.refs = QStringLiteral("way/1; way/2");
    return leg;
}

inline Segment sampleSegment(const QString &id, const QString &from, const QString &to, std::vector<Leg> legs)
{
    Segment segment;
    segment.id = id;
    segment.from = from;
    segment.to = to;
    segment.modes = {Mode::Rail};
    segment.legs = std::move(legs);
    Waypoint start;
    start.position = segment.legs.front().line.front();
    start.name = from;
    start.country = QStringLiteral("AZ");
    start.provenance = QStringLiteral("osm");
    start.ref = QStringLiteral("node/1");
    segment.waypoints.push_back(start);
    return segment;
}

inline Record sampleRecord(const QString &id)
{
    QJsonObject csl{{QStringLiteral("id"), id},
                    {QStringLiteral("type"), QStringLiteral("webpage")},
                    {QStringLiteral("publisher"), QStringLiteral("The %1 Post").arg(id)},
                    {QStringLiteral("URL"), QStringLiteral("https://example.org/%1").arg(id)},
                    {QStringLiteral("issued"),
                     QJsonObject{{QStringLiteral("date-parts"), QJsonArray{QJsonArray{2025, 8, 3}}}}}};
    return {id, csl};
}

inline Passage samplePassage(const QString &id, const QString &record, int paragraph, std::vector<SubjectRef> subjects)
{
    Passage passage;
    passage.id = id;
    passage.record = record;
    passage.paragraph = paragraph;
    passage.firstWords = QStringLiteral("One two three");
    passage.lastWords = QStringLiteral("nine ten.");
    passage.wordCount = 10;
    passage.sha256 = QString(64, u'a');
    passage.paraphrase = QStringLiteral("Told in other words (%1).").arg(id);
    passage.refersTo = QStringLiteral("since 2020;2025-08");
    passage.subjects = std::move(subjects);
    return passage;
}

inline AtlasData sampleAtlas()
{
    AtlasData data;
    data.title = QStringLiteral("Sample");
    data.version = QStringLiteral("1");
    data.date = QStringLiteral("2026-01-31");

    Leg estimated = sampleLeg({{40.0, 46.5}, {40.1, 47.0}}, Precision::Estimated);
    estimated.provenance = QStringLiteral("estimated");
    estimated.errorMetres = 2000;
    estimated.note = QStringLiteral("along the river");
    data.segments = {
        sampleSegment(QStringLiteral("a"), QStringLiteral("Alpha"), QStringLiteral("Beta"),
                      {sampleLeg({{40.0, 45.0}, {40.0, 45.5}, {40.0, 46.0}})}),
        sampleSegment(QStringLiteral("b"), QStringLiteral("Beta"), QStringLiteral("Gamma"),
                      {sampleLeg({{40.0, 46.0}, {40.0, 46.5}}), estimated}),
        sampleSegment(QStringLiteral("c"), QStringLiteral("Gamma"), QStringLiteral("Delta"),
                      {sampleLeg({{40.1, 47.0}, {40.2, 48.0}}, Precision::Schematic)}),
    };
    data.segments[1].modes = {Mode::Rail, Mode::Road};
    data.segments[1].note = QStringLiteral("A note; with a semicolon");
    data.segments[1].waypoints[0].names = {{QStringLiteral("ka"), QStringLiteral("ბეტა")}};
    data.segments[1].waypoints[0].nameLocal = QStringLiteral("Beta şəhəri");

    const auto subject = [](const char *id, SubjectKind kind, const char *title) {
        Subject s;
        s.id = QString::fromLatin1(id);
        s.kind = kind;
        s.title = QString::fromLatin1(title);
        s.source = QStringLiteral("page-1");
        return s;
    };
    data.subjects = {subject("north", SubjectKind::Corridor, "North corridor"),
                     subject("south", SubjectKind::Corridor, "South corridor"),
                     subject("place-x", SubjectKind::Place, "Place X"),
                     subject("agreement-y", SubjectKind::Agreement, "Agreement Y")};
    data.subjects[2].position = {40.5, 46.25};
    data.subjects[2].coordSource = QStringLiteral("geonames:1");

    data.members = {
        {QStringLiteral("north"), 1, QStringLiteral("a"), Role::Main, {}, {}},
        {QStringLiteral("north"), 2, QStringLiteral("b"), Role::Main, {QStringLiteral("a")}, {}},
        {QStringLiteral("south"), 2, QStringLiteral("c"), Role::Main, {QStringLiteral("b")}, {}},
        {QStringLiteral("south"), 1, QStringLiteral("b"), Role::Alternative, {}, {}},
    };
    const auto fact = [](const char *id, const char *subjectId, const char *attribute, const char *value,
                         const char *asOf) {
        Fact f;
        f.id = QString::fromLatin1(id);
        f.subject = QString::fromLatin1(subjectId);
        f.attribute = QString::fromLatin1(attribute);
        f.value = QString::fromLatin1(value);
        f.asOf = QString::fromLatin1(asOf);
        f.claimedBy = QStringLiteral("The ministry");
        f.sources = {QStringLiteral("page-1")};
        return f;
    };
    data.facts = {fact("f-1", "a", "status", "construction", "2024-05"), fact("f-2", "a", "status", "operating", "2025"),
                  fact("f-3", "a", "length", "85.2", "2025"), fact("f-4", "b", "status", "unknown", "2026-01-01"),
                  fact("f-5", "b", "status", "planned", ""), fact("f-6", "a", "status", "unknown", "2026-01-01")};
    data.facts[2].unit = QStringLiteral("km");
    data.facts[2].sources += QStringLiteral("article-1");

    const auto name = [](const char *id, const char *language, const QString &text, const char *policy) {
        Name n;
        n.subject = QString::fromLatin1(id);
        n.language = QString::fromLatin1(language);
        n.name = text;
        n.policy = QString::fromLatin1(policy);
        n.source = QStringLiteral("page-1;article-1");
        return n;
    };
    data.names = {name("b", "en", QStringLiteral("Beta route"), "neutral"),
                  name("b", "en", QStringLiteral("BRIP"), "armenian"),
                  name("b", "en", QStringLiteral("Zangezur corridor"), "azerbaijani"),
                  name("b", "az", QStringLiteral("Zəngəzur dəhlizi"), "azerbaijani"),
                  name("b", "hy", QStringLiteral("Բետա"), "neutral"),
                  name("b", "ru", QStringLiteral("Зангезурский коридор"), "search"),
                  name("c", "en", QStringLiteral("Gamma line"), "neutral")};
    data.names[2].usedBy = QStringLiteral("one side");
    data.names[2].avoidedBy = QStringLiteral("the other side");
    data.names[2].from = QStringLiteral("2020");

    data.records = {sampleRecord(QStringLiteral("article-1")), sampleRecord(QStringLiteral("article-2")),
                    sampleRecord(QStringLiteral("page-1"))};
    data.contradictions = {{QStringLiteral("x-1"), QStringLiteral("It was otherwise."), {QStringLiteral("page-1")}}};
    data.disputed = {{QStringLiteral("d-1"), QStringLiteral("XA-XB in 45,39,46.5,40"), QStringLiteral("two parties"),
                      QStringLiteral("that of the map"), QStringLiteral("page-1")}};
    data.passages = {
        samplePassage(QStringLiteral("p1"), QStringLiteral("article-1"), 3, {{QStringLiteral("a"), false}}),
        samplePassage(QStringLiteral("p2"), QStringLiteral("article-1"), 2, {{QStringLiteral("north"), true}}),
        samplePassage(QStringLiteral("p3"), QStringLiteral("article-2"), 1,
                      {{QStringLiteral("north"), false}, {QStringLiteral("b"), true}}),
        samplePassage(QStringLiteral("p4"), QStringLiteral("article-1"), 9, {{QStringLiteral("place-x"), false}}),
        samplePassage(QStringLiteral("p5"), QStringLiteral("article-2"), 4,
                      {{QStringLiteral("south"), false}, {QStringLiteral("north"), true}}),
    };
    data.passages[0].contradictedBy = {QStringLiteral("x-1")};
    data.passages[0].claim = Claim::Figure;
    return data;
}

} // namespace ca::test
