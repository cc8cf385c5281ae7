// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/PassageFinder.h"
#include "citation/RichText.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ca {

/// What a report says, without how it looks. Numbers of sources count from 1 and are those of ReportContent::sources.

struct ReportRow {
    QString label;
    QString value;
    std::vector<int> sources;
    bool operator==(const ReportRow &) const = default;
};

struct ReportName {
    QString language;         ///< BCP 47
    QString name;
    QString usedBy;           ///< who uses it, empty = not recorded
    QString avoidedBy;
    QString from;             ///< since when; empty = not recorded
    std::vector<int> sources;
    bool operator==(const ReportName &) const = default;
};

/// One value of an attribute, with everyone who states it.
struct ReportFact {
    QString value;
    QString claimedBy;
    QString asOf;
    QString note;
    std::vector<int> sources;
    bool operator==(const ReportFact &) const = default;
};

struct ReportFacts {
    QString heading;
    bool disagree = false;    ///< sources give different values of one matter
    std::vector<ReportFact> facts;
    bool operator==(const ReportFacts &) const = default;
};

/// A segment of the corridor that the report is about.
struct ReportSegment {
    QString title;
    QString role;
    QString status;
    QString asOf;             ///< of the status; empty = undated
    double lengthKm = 0;      ///< geodesic, along the line as drawn
    QString precision;
    std::vector<ReportFacts> facts;
    bool operator==(const ReportSegment &) const = default;
};

struct ReportPassage {
    /// The words of the user's own copy, or empty: then the paraphrase speaks.
    QString quotation;
    QString paraphrase;
    QString language;         ///< of the quotation
    int source = 0;           ///< 0 = none is recorded
    QString place;            ///< "para. 4"; empty = unknown
    QString claim;            ///< "figure", "opinion" …; empty = not said
    QString claimedBy;        ///< whose claim it is
    QString scope;            ///< "as context", "speaks of the whole corridor"; empty = of the subject itself
    /// How the passage stands in the user's copy; none = not looked up.
    std::optional<Verdict> verdict;
    QString reason;           ///< of the verdict
    QStringList marks;        ///< of the caveats that touch it
    QString note;             ///< the user's
    QString noteAuthor;
    QString link;             ///< lands on the passage; empty = none
    bool operator==(const ReportPassage &) const = default;
};

/// Something the passages say that other sources contradict or qualify.
struct ReportCaveat {
    QString mark;             ///< "a", "b" …
    QString statement;
    std::vector<int> sources;
    bool operator==(const ReportCaveat &) const = default;
};

struct ReportContent {
    QString title;
    QString subtitle;
    QString asOf;             ///< ISO, maybe shortened: the state of knowledge
    QString language;         ///< of the report, BCP 47
    std::vector<ReportRow> summary;
    std::vector<ReportName> names;
    std::vector<ReportFacts> facts;
    std::vector<ReportSegment> segments;   ///< of a corridor
    std::vector<ReportPassage> passages;
    std::vector<ReportCaveat> caveats;
    std::vector<RichText> sources;         ///< notes in Chicago style, number 1 first
    QStringList remarks;                   ///< licence, disclaimers, versions of the data; a paragraph each
    bool operator==(const ReportContent &) const = default;
};

} // namespace ca
