// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suggest/SentenceReading.h"
#include "suggest/SubjectTable.h"

namespace ca::suggest {

/// What a text is about from sentence to sentence, so that "the line will be finished in 2026" is understood.
/// One per reading of a document; sentences are told in their order.
class Topic {
public:
    Topic(const Gazetteer &gazetteer, const Words &words);

    /// Adds to @p table what the sentence goes on about when it names no way itself; true when it does. Then takes
    /// the sentence's own subjects as the topic of the next one.
    bool hear(const SentenceReading &reading, SubjectTable &table);

    /// What the sentences heard so far are about: a corridor and its segments; empty = nothing.
    [[nodiscard]] QStringList subjects() const;

private:
    struct Continuation {
        double score = 0;   ///< 0 = none
        QString reason;
    };

    [[nodiscard]] Continuation continuation(const SentenceReading &reading) const;
    [[nodiscard]] Continuation byHead(const SentenceReading &reading) const;
    [[nodiscard]] double scoreOfHead(const SentenceReading &reading, const TermHit &head) const;
    [[nodiscard]] bool fitsTopic(Term head) const;
    [[nodiscard]] bool belongsToAnother(const SentenceReading &reading, const TermHit &head) const;
    [[nodiscard]] bool isNamedByUnknown(const SentenceReading &reading, const TermHit &head) const;
    [[nodiscard]] bool namesAnother(const SentenceReading &reading) const;
    [[nodiscard]] bool namesUnknown(const SentenceReading &reading) const;
    [[nodiscard]] bool isLikelyName(const SentenceReading &reading) const;
    [[nodiscard]] bool hasBefore(const SentenceReading &reading, const TermHit &head, Term term, int reach) const;
    [[nodiscard]] bool startsWithPronoun(const SentenceReading &reading) const;
    [[nodiscard]] bool speaksOfTopicsMode(const SentenceReading &reading) const;
    [[nodiscard]] bool needsArticle(const SentenceReading &reading) const;
    [[nodiscard]] bool introducesAnother(const SentenceReading &reading) const;
    [[nodiscard]] double fading(const SentenceReading &reading) const;
    void take(const SentenceReading &reading, const SubjectTable &table);
    void forget() { m_subjects.clear(); }
    [[nodiscard]] QString firstCorridor(const SentenceReading &reading, const QStringList &corridors) const;

    const Atlas &m_atlas;
    const Words &m_words;
    std::vector<SubjectScore> m_subjects;  ///< the corridor and its segments; empty = no topic
    std::vector<Mode> m_modes;
    double m_certainty = 1;
    int m_sinceNamed = 0;                   ///< sentences since it was named
    int m_sinceHeard = 0;                   ///< … or gone on about
    int m_paragraph = 0;                    ///< of the last sentence about it
};

} // namespace ca::suggest
