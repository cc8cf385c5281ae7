// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"
#include "geo/LatLon.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <vector>

namespace ca {

/// Everything a passage can speak of that is not a segment.
struct Subject {
    QString id;
    SubjectKind kind = SubjectKind::Context;
    QString title;
    LatLon position;                  ///< undefined where it has no one place
    QString coordSource;
    QString source;
    QString note;
    /// An undefined position equals nothing, not even another undefined one.
    bool operator==(const Subject &) const = default;
};

/// A segment's place in a corridor.
struct CorridorMember {
    QString corridor;
    int order = 0;                    ///< from 1, east to west or north to south
    QString segment;
    Role role = Role::Main;
    QStringList follows;              ///< segments of the corridor it declares to join
    QString joinReason;
    bool operator==(const CorridorMember &) const = default;
};

/// One statement by one source. Sources that disagree are several facts.
struct Fact {
    QString id;
    QString subject;
    QString attribute;
    QString value;                    ///< as the source gives it; a number has a decimal point
    QString unit;
    QString asOf;                     ///< ISO 8601, maybe shortened; empty = unknown
    QString claimedBy;
    QStringList sources;              ///< record ids, at least one
    QString note;
    bool operator==(const Fact &) const = default;
};

struct Name {
    QString subject;
    QString language;                 ///< en, az, hy, ka, tr, ru …
    QString name;
    QString policy;                   ///< neutral, armenian, azerbaijani, search
    QString usedBy;
    QString avoidedBy;
    QString from;
    QString source;
    bool operator==(const Name &) const = default;
};

/// [2025, 8, 3] → "2025-08-03": one of the "date-parts" of a CSL date; parts may be numbers or strings, as CSL allows.
[[nodiscard]] QString isoDate(const QJsonArray &parts);

/// Bibliographic record. @c csl is the CSL-JSON item, the rest is read from it.
struct Record {
    QString id;
    QJsonObject csl;
    [[nodiscard]] QString titleText() const;      ///< empty when the references give none
    [[nodiscard]] QString authorText() const;
    [[nodiscard]] QString publisher() const;      ///< publisher, else container-title
    [[nodiscard]] QString issued() const;         ///< ISO date, maybe shortened, "c. " before an estimate; empty = undated
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QString custom(const QString &key) const;
    [[nodiscard]] bool isArticle() const { return id.startsWith(QLatin1String("article-")); }
    /// One line for lists and notes: author, title or publisher, date ("undated" where none).
    [[nodiscard]] QString citation() const;
    /// Few words for headings: publisher and date.
    [[nodiscard]] QString shortCitation() const;
    bool operator==(const Record &) const = default;
};

struct SubjectRef {
    QString id;                       ///< segment or subject
    bool context = false;             ///< role: about (false) or context
    bool operator==(const SubjectRef &) const = default;
};

/// A passage of an article: found by its anchors, told by our paraphrase. The passage's own
/// words are never in the atlas.
struct Passage {
    QString id;
    QString record;
    int paragraph = 0;                ///< non-empty lines of the article, from 1
    QString firstWords;               ///< five at most
    QString lastWords;
    int wordCount = 0;
    QString sha256;                   ///< of the normalised passage, lower-case hex
    int normalisation = 1;            ///< version of the rules
    QString paraphrase;
    Claim claim = Claim::Opinion;
    QString refersTo;
    std::vector<SubjectRef> subjects;
    QStringList contradictedBy;       ///< ids of contradictions
    bool operator==(const Passage &) const = default;
};

/// A claim that other sources contradict or qualify.
struct Contradiction {
    QString id;
    QString statement;
    QStringList sources;              ///< record ids
    bool operator==(const Contradiction &) const = default;
};

/// A stretch of a bundled border that a cited source calls disputed.
struct DisputedStretch {
    QString id;
    QString stretch;
    QString parties;
    QString viewpoint;
    QString source;
    bool operator==(const DisputedStretch &) const = default;
};

} // namespace ca
