// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"

#include <QJsonArray>
#include <QStringList>

#include <vector>

namespace ca {

/// What the sources of a figure rest on: passages and facts of the subjects it chose, and passages it chose besides;
/// whether or not its page has room for notes. Keep the composition while this lives.
class CitedMatter {
public:
    explicit CitedMatter(const FigureComposition &figure);

    /// CSL-JSON items: those of the notes in their order, then the others, each once.
    [[nodiscard]] QJsonArray sources() const;
    /// Bundled ones by their anchors, never with their sentences; the user's as Web Annotations, without the user's
    /// private remarks.
    [[nodiscard]] QJsonArray passages() const;
    [[nodiscard]] QJsonArray facts() const;
    [[nodiscard]] QJsonArray contradictions() const;

private:
    void addSubject(const QString &subject);
    void addPassage(const Passage *passage);
    void addFactsOf(const QString &subject);  ///< of a corridor with those of its segments
    void addOwn(const FigureComposition &figure);
    void addRecords(const QStringList &records);

    const Atlas &m_atlas;
    std::vector<const Passage *> m_passages;
    std::vector<const Fact *> m_facts;
    std::vector<const Contradiction *> m_contradictions;
    std::vector<const AnnotatedPassage *> m_own;
    QStringList m_records;
};

} // namespace ca
