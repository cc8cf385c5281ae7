// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suggest/DocumentTopics.h"
#include "suggest/Modes.h"
#include "suggest/SubjectTable.h"

#include <map>

namespace ca::suggest {

/// What all sentences of a document are judged by; must outlive the judging.
struct DocumentContext {
    const Gazetteer &gazetteer;
    const DocumentTopics &topics;
    const Words &words;
};

/// Concludes from the names and terms of one sentence which subjects it speaks of. Used once.
class Evidence {
public:
    /// @param topic the corridor that the sentences before are about, and its segments; empty = none.
    Evidence(const DocumentContext &document, const SentenceReading &reading, const QStringList &topic);

    [[nodiscard]] SubjectTable judge();

private:
    /// A place that the sentence names, and where.
    struct PlaceUse {
        int place = 0;
        const Gazetteer::Use *use = nullptr;
    };
    /// How much of a segment the sentence names.
    struct Share {
        std::vector<PlaceUse> places;
        int ends = 0;
        bool joined = false;   ///< two of them are joined by a dash
        bool capital = false;  ///< one of them also stands for a government
    };
    using Shares = std::map<int, Share>;  ///< by segment

    // Evidence.cpp: names of subjects
    void addNamed();
    void addNamedUse(const Gazetteer::Use &use);
    void preferNamedSegments();
    void addGrain();
    void addCorridors();
    [[nodiscard]] bool isAccepted(const Gazetteer::Use &use) const;
    [[nodiscard]] bool isShouted(const Gazetteer::Use &use) const;
    [[nodiscard]] bool hasTermOutside(const Gazetteer::Use &use, const std::vector<Mode> &modes) const;
    [[nodiscard]] QStringList activeOf(const QStringList &corridors) const;
    [[nodiscard]] QString nameReason(const Gazetteer::Use &use) const;

    // PlaceEvidence.cpp: places on segments
    void addPlaces();
    void addPairs(const Shares &shares);
    void addChains(const std::vector<PlaceUse> &places);
    [[nodiscard]] std::vector<int> chainBetween(int from, int to, const QString &corridor) const;
    void addSingle(const Shares &shares, const PlaceUse &single);
    void addOneOf(const std::vector<int> &candidates, bool exact, const QString &reason);
    [[nodiscard]] double pairScore(int segment, const Share &share) const;
    [[nodiscard]] std::vector<PlaceUse> placesIn() const;
    [[nodiscard]] bool isSomethingElse(const Gazetteer::Use &use) const;
    [[nodiscard]] Shares sharesOf(const std::vector<PlaceUse> &places) const;
    [[nodiscard]] bool areJoined(const PlaceUse &a, const PlaceUse &b) const;
    [[nodiscard]] bool isCandidate(int segment) const;
    [[nodiscard]] QStringList corridorsOf(const std::vector<int> &segments) const;
    [[nodiscard]] QString termReason(const Segment &segment) const;

    [[nodiscard]] QString topicCorridor() const { return m_topic.value(0); }
    [[nodiscard]] const Place &place(const PlaceUse &use) const { return m_document.gazetteer.places().at(use.place); }
    [[nodiscard]] const Segment &segment(int i) const { return m_atlas.data().segments[static_cast<std::size_t>(i)]; }
    [[nodiscard]] QString written(const Gazetteer::Use &use) const;

    const DocumentContext &m_document;
    const Atlas &m_atlas;
    const SentenceReading &m_reading;
    const QStringList m_topic;
    SubjectTable m_table;
};

} // namespace ca::suggest
