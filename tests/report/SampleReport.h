// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../atlas/SampleAtlas.h"
#include "../citation/RandomText.h"
#include "report/ReportMaker.h"

namespace ca::test {

/// A report with something in every part, in five scripts.
inline ReportContent sampleReport()
{
    AtlasData data = sampleAtlas();
    data.names.push_back({QStringLiteral("north"), QStringLiteral("az"), QStringLiteral("Zəngəzur dəhlizi"), QStringLiteral("azerbaijani"),
                          QStringLiteral("one side;another"), QString(), QStringLiteral("2020"), QStringLiteral("page-1")});
    data.names.push_back({QStringLiteral("north"), QStringLiteral("hy"), QStringLiteral("Զանգեզուրի միջանցք"), QStringLiteral("neutral"), {}, {}, {}, {}});
    data.names.push_back({QStringLiteral("north"), QStringLiteral("ka"), QStringLiteral("ზანგეზურის დერეფანი"), QStringLiteral("neutral"), {}, {}, {}, {}});
    data.names.push_back({QStringLiteral("north"), QStringLiteral("ru"), QStringLiteral("Зангезурский коридор"), QStringLiteral("neutral"), {}, {}, {}, {}});
    Fact first{QStringLiteral("g-1"), QStringLiteral("north"), QStringLiteral("capacity"), QStringLiteral("5"), QStringLiteral("Mt/y"), QStringLiteral("2025"),
               QStringLiteral("The ministry"), {QStringLiteral("page-1")}, {}};
    Fact second = first;
    second.id = QStringLiteral("g-2");
    second.value = QStringLiteral("7 & more <perhaps>");
    second.claimedBy = QStringLiteral("The railway");
    second.sources = {QStringLiteral("article-2")};
    data.facts.push_back(first);
    data.facts.push_back(second);
    ReportOptions options;
    OwnPassage own;
    own.passage.subjects = {{QStringLiteral("b"), false}};
    own.passage.source = QStringLiteral("https://example.org/own");
    own.passage.anchor.exact = QStringLiteral("my own words stand here");
    own.passage.claim = QStringLiteral("forecast");
    own.passage.note = QStringLiteral("Check <this> & that.");
    own.passage.author = QStringLiteral("A. Reader");
    own.quotation = {QStringLiteral("My “own” words\nstand here."), Verdict::Changed, QStringLiteral("a number differs")};
    options.passages = {own};
    return makeReport(Atlas(data), QStringLiteral("north"), options);
}

/// Every text of it hostile.
inline ReportContent randomReport(QRandomGenerator &random)
{
    const auto text = [&random] { return randomText(random, 10, true); };
    ReportContent content;
    content.title = text();
    content.subtitle = text();
    content.asOf = text();
    content.language = text();
    content.summary = {{text(), text(), {1}}};
    content.names = {{text(), text(), text(), text(), text(), {1, 2}}};
    content.facts = {{text(), true, {{text(), text(), text(), text(), {1}}, {text(), text(), text(), text(), {}}}}};
    content.segments = {{text(), text(), text(), text(), 12.5, text(), content.facts}};
    ReportPassage passage;
    passage.quotation = text();
    passage.paraphrase = text();
    passage.language = text();
    passage.source = 1;
    passage.claim = text();
    passage.claimedBy = text();
    passage.place = text();
    passage.scope = text();
    passage.verdict = Verdict(random.bounded(5));
    passage.reason = text();
    passage.marks = {text()};
    passage.note = text();
    passage.noteAuthor = text();
    passage.link = QStringLiteral("https://example.org/") + text();
    content.passages = {passage};
    content.caveats = {{text(), text(), {2}}};
    content.sources = {RichText(text()), RichText().add(text(), true).addLink(QStringLiteral("https://example.org/") + text())};
    content.remarks = {text()};
    return content;
}

} // namespace ca::test
