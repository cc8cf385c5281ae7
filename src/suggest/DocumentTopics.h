// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suggest/SentenceReading.h"

#include <QHash>
#include <QSet>

namespace ca::suggest {

/// Which corridors a document names plainly: decides about names that stand for other things as well.
class DocumentTopics {
public:
    DocumentTopics(const std::vector<SentenceReading> &readings, const Gazetteer &gazetteer);

    [[nodiscard]] int mentions(const QString &corridor) const { return m_mentions.value(corridor); }
    [[nodiscard]] bool namesAnyOf(const QStringList &corridors) const;
    /// Listed places of the corridor that the document names, each once.
    [[nodiscard]] int placesOn(const QString &corridor) const { return static_cast<int>(m_places.value(corridor).size()); }

private:
    QHash<QString, int> m_mentions;
    QHash<QString, QSet<int>> m_places;
};

/// The corridor of the wheat train of 2025: known by what it carries, as its way is that of others.
[[nodiscard]] const QString &grainCorridor();
[[nodiscard]] bool carriesGrainToArmenia(const SentenceReading &reading);

/// Corridors of the subjects: a corridor itself, or those of a segment. Each once.
[[nodiscard]] QStringList corridorsFor(const Atlas &atlas, const QStringList &ids);

} // namespace ca::suggest
