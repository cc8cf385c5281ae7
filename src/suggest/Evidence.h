// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suggest/DocumentTopics.h"
#include "suggest/SubjectTable.h"

#include <map>

namespace ca::suggest {

/// Concludes from the names and terms of one sentence which subjects it speaks of.
class Evidence {
public:
    Evidence(const Gazetteer &gazetteer, const DocumentTopics &topics, const Words &words);

    [[nodiscard]] SubjectTable judge(const SentenceReading &reading) const;

private:
    /// A listed place that the sentence names, and where.
    struct PlaceUse {
        int place = 0;
        const Gazetteer::Use *use = nullptr;
    };
    /// How many of a segment's places the sentence names.
    struct Share {
        std::vector<const PlaceUse *> places;
        int ends = 0;
        bool standsFor = false;
        bool joined = false;   ///< two of them are joined by a dash
    };
    using Shares = std::map<int, Share>;

    void addNamed(const SentenceReading &reading, SubjectTable &table) const;
    void addNamedUse(const SentenceReading &reading, const Gazetteer::Use &use, SubjectTable &table) const;
    void preferNamedSegments(const SentenceReading &reading, SubjectTable &table) const;
    void addGrain(const SentenceReading &reading, SubjectTable &table) const;
    void addPlaces(const SentenceReading &reading, SubjectTable &table) const;
    void addPairs(const SentenceReading &reading, const Shares &shares, SubjectTable &table) const;
    void addSingles(const SentenceReading &reading, const Shares &shares, const PlaceUse &single, SubjectTable &table) const;
    void addOneOf(const std::vector<int> &candidates, bool exact, const QString &reason, SubjectTable &table) const;
    void addCorridors(const SentenceReading &reading, SubjectTable &table) const;

    [[nodiscard]] QStringList activeOf(const QStringList &corridors, const std::vector<SubjectScore> &rows) const;
    [[nodiscard]] static std::vector<int> standingFor(const Place &place, const std::vector<int> &candidates);
    [[nodiscard]] bool isAccepted(const SentenceReading &reading, const Gazetteer::Use &use) const;
    [[nodiscard]] std::vector<PlaceUse> placesIn(const SentenceReading &reading) const;
    [[nodiscard]] bool isPerson(const SentenceReading &reading, const Gazetteer::Use &use) const;
    [[nodiscard]] Shares sharesOf(const std::vector<PlaceUse> &places) const;
    [[nodiscard]] bool areJoined(const PlaceUse &a, const PlaceUse &b) const;
    [[nodiscard]] bool isCandidate(int segment, const SentenceReading &reading) const;
    [[nodiscard]] QString nameReason(const Gazetteer::Use &use) const;
    [[nodiscard]] QString termReason(const SentenceReading &reading, const Segment &segment) const;
    [[nodiscard]] const Segment &segment(int i) const { return m_atlas.data().segments[static_cast<std::size_t>(i)]; }
    [[nodiscard]] QString writtenAs(const Gazetteer::Use &use) const { return m_words.text().mid(use.start, use.end - use.start).simplified(); }

    const Gazetteer &m_gazetteer;
    const Atlas &m_atlas;
    const DocumentTopics &m_topics;
    const Words &m_words;
};

} // namespace ca::suggest
