// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/Figure.h"
#include "map/Synthetic.h"

#include <QJsonArray>
#include <QJsonObject>

/// Figures of the made-up island, with made-up sources.
namespace ca::test {

inline Record record(const QString &id, const QString &title, const QString &publisher, int year, const QString &url)
{
    QJsonObject csl{{QStringLiteral("id"), id}, {QStringLiteral("type"), QStringLiteral("webpage")}};
    if (!title.isEmpty())
        csl.insert(QStringLiteral("title"), title);
    csl.insert(QStringLiteral("publisher"), publisher);
    if (year > 0)
        csl.insert(QStringLiteral("issued"), QJsonObject{{QStringLiteral("date-parts"), QJsonArray{QJsonArray{year, 3}}}});
    if (!url.isEmpty())
        csl.insert(QStringLiteral("URL"), url);
    return {id, csl};
}

inline Passage passage(const QString &id, const QString &record, int paragraph, const QString &subject, const QStringList &contradicted = {})
{
    Passage made;
    made.id = id;
    made.record = record;
    made.paragraph = paragraph;
    made.firstWords = QStringLiteral("The made-up line");
    made.lastWords = QStringLiteral("of the island.");
    made.wordCount = 9;
    made.sha256 = QString(64, u'0');
    made.paraphrase = QStringLiteral("The author tells of %1.").arg(subject);
    made.claim = Claim::Event;
    made.subjects = {{subject, false}};
    made.contradictedBy = contradicted;
    return made;
}

inline void addLength(AtlasData &data, const QString &id, const QString &subject, const QString &km, const QStringList &sources)
{
    Fact fact;
    fact.id = id;
    fact.subject = subject;
    fact.attribute = QStringLiteral("length");
    fact.value = km;
    fact.unit = QStringLiteral("km");
    fact.asOf = QStringLiteral("2025-06");
    fact.claimedBy = QStringLiteral("Island Railways");
    fact.sources = sources;
    data.facts.push_back(fact);
}

/// The island with records, passages, a contradiction and names.
inline AtlasData sourcedAtlas()
{
    AtlasData data = atlasData();
    data.title = QStringLiteral("Island Atlas");
    data.version = QStringLiteral("9.1");
    data.date = QStringLiteral("2026-04-30");
    data.records = {record(QStringLiteral("article-900"), QStringLiteral("Rails & Ferries <of the Isle>"), QStringLiteral("Island Post"), 2025, QStringLiteral("https://example.org/rails")),
                    record(QStringLiteral("article-901"), {}, QStringLiteral("Harbour News"), 0, {}),
                    record(QStringLiteral("r1"), QStringLiteral("Lengths"), QStringLiteral("Survey Office"), 2024, QStringLiteral("https://example.org/lengths")),
                    record(QStringLiteral("r2"), {}, QStringLiteral("Second Opinion"), 2026, QStringLiteral("https://example.org/second"))};
    data.passages = {passage(QStringLiteral("p1"), QStringLiteral("article-900"), 2, QStringLiteral("trunk"), {QStringLiteral("x1")}),
                     passage(QStringLiteral("p2"), QStringLiteral("article-900"), 5, QStringLiteral("trunk")),
                     passage(QStringLiteral("p3"), QStringLiteral("article-901"), 1, QStringLiteral("red"))};
    data.contradictions = {{QStringLiteral("x1"), QStringLiteral("The line was opened a year later."), {QStringLiteral("r2")}}};
    addLength(data, QStringLiteral("f-trunk-length"), QStringLiteral("trunk"), QStringLiteral("175"), {QStringLiteral("r1")});
    data.names = {{QStringLiteral("red"), QStringLiteral("en"), QStringLiteral("Red route"), QStringLiteral("neutral"), {}, {}, {}, QStringLiteral("r1")},
                  {QStringLiteral("red"), QStringLiteral("en"), QStringLiteral("Scarlet road"), QStringLiteral("armenian"), QStringLiteral("West side"), QStringLiteral("East side"), {}, QStringLiteral("r1")}};
    return data;
}

/// A figure of the whole island on a slide.
inline Figure figure(QSizeF page = {1280, 720})
{
    Figure made;
    made.map = request(scene(sourcedAtlas()));
    made.page = page;
    made.title = QStringLiteral("Lines of the island");
    made.extent = {42.8, 37.8, 48.2, 42.2};
    made.noteSubjects = {QStringLiteral("trunk")};
    return made;
}

/// Names of the island's towns in every script that figures must be able to set.
inline const QStringList &townsInScripts()
{
    static const QStringList names{QStringLiteral("Əsaskənd"), QStringLiteral("Կղզեքաղաք"), QStringLiteral("კუნძულისი"), QStringLiteral("Островград")};
    return names;
}

/// The island with these names, and a title of all of them.
inline Figure figureInScripts(QSizeF page = {1280, 720})
{
    BaseMap base = baseMap();
    BaseLayer towns = layer(QStringLiteral("places"), GeometryKind::Point);
    FeatureTable &table = towns.levels[0].features;
    table.columns = {{QStringLiteral("name"), {}}, {QStringLiteral("name_en"), {}}, {QStringLiteral("rank"), {}}, {QStringLiteral("population"), {}}};
    for (int i = 0; i < townsInScripts().size(); ++i) {
        addFeature(table, i + 1, {{{38.4 + 0.4 * i, 46.0}}});
        const QVariant values[] = {townsInScripts()[i], townsInScripts()[i], 1, 1'000'000};
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            table.columns[column].values.push_back(values[column]);
    }
    base.layers.back() = towns;
    Figure made = figure(page);
    made.map = request(scene(sourcedAtlas(), base));
    made.title = QStringLiteral("Zəngəzur Զանգեզուր ზანგეზური Зангезур");
    return made;
}

} // namespace ca::test
