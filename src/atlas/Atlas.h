// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/GaugeBreaks.h"
#include "atlas/Records.h"
#include "atlas/Segment.h"

#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace ca {

/// The tables of an atlas as read, nothing derived. Order is the files' order.
struct AtlasData {
    QString title;
    QString version;
    QString date;                     ///< ISO; the atlas' own "as of"
    std::vector<Segment> segments;
    std::vector<CorridorMember> members;
    std::vector<Subject> subjects;    ///< corridors among them
    std::vector<Fact> facts;
    std::vector<Name> names;
    std::vector<Record> records;
    std::vector<Passage> passages;
    std::vector<Contradiction> contradictions;
    std::vector<DisputedStretch> disputed;
};

/// What is known about a segment's or corridor's status, from its newest status fact; a fact whose status is
/// "unknown" counts only where no other states one.
struct CurrentStatus {
    Status status = Status::Unknown;
    QString asOf;                     ///< empty = unknown
    const Fact *fact = nullptr;       ///< null when no fact gives a status; owned by the atlas
};

/// A passage that speaks of a subject, and how it came to be listed there.
struct PassageLink {
    const Passage *passage = nullptr; ///< owned by the atlas
    bool context = false;             ///< role context rather than about
    bool wholeCorridor = false;       ///< speaks of the corridor as a whole, shown at its segment
    QString corridor;                 ///< that corridor, when wholeCorridor
};

/// The immutable content of the program: built once from AtlasData, indexed by id, shared by
/// const pointer between threads. Pointers it returns live as long as the atlas.
class Atlas {
public:
    explicit Atlas(AtlasData data);

    [[nodiscard]] const AtlasData &data() const { return m_data; }

    [[nodiscard]] const Segment *segment(const QString &id) const;
    [[nodiscard]] const Subject *subject(const QString &id) const;
    [[nodiscard]] const Record *record(const QString &id) const;
    [[nodiscard]] const Passage *passage(const QString &id) const;
    [[nodiscard]] const Contradiction *contradiction(const QString &id) const;
    [[nodiscard]] bool knows(const QString &id) const { return segment(id) || subject(id); }

    /// Corridor subjects in file order.
    [[nodiscard]] std::vector<const Subject *> corridors() const;
    /// Members of a corridor by order.
    [[nodiscard]] std::vector<const CorridorMember *> members(const QString &corridor) const;
    /// Corridors a segment belongs to, in file order of the corridors.
    [[nodiscard]] QStringList corridorsOf(const QString &segment) const;

    [[nodiscard]] std::vector<const Fact *> facts(const QString &subject) const;
    [[nodiscard]] std::vector<const Name *> names(const QString &subject) const;
    [[nodiscard]] CurrentStatus status(const QString &subject) const;
    /// See findGaugeBreaks().
    [[nodiscard]] const std::vector<GaugeBreak> &gaugeBreaks() const { return m_gaugeBreaks; }
    /// Published lengths: facts of attribute length, kilometres where they are numbers.
    [[nodiscard]] std::vector<const Fact *> publishedLengths(const QString &segment) const;

    /// Passages that speak of a segment, corridor or other subject, in article order, each once.
    /// A segment also gets those of its corridors (marked); a corridor also gets those of its segments.
    [[nodiscard]] std::vector<PassageLink> passages(const QString &subject) const;
    /// Segments a passage bears on, directly or through a corridor.
    [[nodiscard]] QStringList segmentsOf(const Passage &passage) const;

    /// What to print for a segment, corridor or subject under a policy and language ("en" …).
    /// Falls back: policy name in the language → neutral in the language → policy in English →
    /// neutral in English → "from – to" or the subject's title. Both prints the neutral name and behind it
    /// what each side calls it, where that differs: N (“A” in Armenian usage; “B” in Azerbaijani usage).
    [[nodiscard]] QString displayName(const QString &id, NamePolicy policy, const QString &language) const;
    /// Whether displayName() has a name in @p language itself; false when it falls back to English.
    [[nodiscard]] bool hasNameIn(const QString &id, NamePolicy policy, const QString &language) const;
    /// The id for an id or any name of names.csv, title or "from – to" (compared folded, and loosely where that
    /// finds nothing); empty when unknown, several ids when the name is shared.
    [[nodiscard]] QStringList resolve(const QString &idOrName) const;

private:
    void index();
    void derive();
    AtlasData m_data;
    QHash<QString, std::size_t> m_segments, m_subjects, m_records, m_passages, m_contradictions;
    QHash<QString, std::vector<std::size_t>> m_factsOf, m_namesOf, m_membersOf;
    QHash<QString, QStringList> m_corridorsOf;
    QHash<QString, std::vector<std::size_t>> m_passagesOf;
    std::vector<GaugeBreak> m_gaugeBreaks;
};

} // namespace ca
