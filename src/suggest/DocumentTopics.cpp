// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/DocumentTopics.h"

namespace ca::suggest {

const QString &grainCorridor()
{
    static const QString id = QStringLiteral("wheat-transit-2025");
    return id;
}

bool carriesGrainToArmenia(const SentenceReading &reading)
{
    const bool armenia = std::any_of(reading.uses.begin(), reading.uses.end(), [](const Gazetteer::Use &use) {
        return use.name->ids.contains(QStringLiteral("place-armenia"));
    });
    return armenia && reading.terms.has(Term::Grain) && reading.terms.speaksOfWays();
}

QStringList corridorsFor(const Atlas &atlas, const QStringList &ids)
{
    QStringList corridors;
    for (const QString &id : ids) {
        const Subject *subject = atlas.subject(id);
        if (subject && subject->kind == SubjectKind::Corridor)
            corridors << id;
        corridors << atlas.corridorsOf(id);
    }
    corridors.removeDuplicates();
    return corridors;
}

DocumentTopics::DocumentTopics(const std::vector<SentenceReading> &readings, const Gazetteer &gazetteer)
{
    const Atlas &atlas = gazetteer.atlas();
    // One look-up a name, however often it stands in the text.
    QHash<const Gazetteer::Name *, QStringList> corridorsOf;
    for (const SentenceReading &reading : readings) {
        if (atlas.subject(grainCorridor()) && carriesGrainToArmenia(reading))
            ++m_mentions[grainCorridor()];
        for (const Gazetteer::Use &use : reading.uses) {
            if (!SentenceReading::isPlain(use))
                continue;
            auto known = corridorsOf.find(use.name);
            if (known == corridorsOf.end()) {
                QStringList ids = use.name->ids;
                if (use.name->place >= 0) {
                    for (const int segment : gazetteer.places().at(use.name->place).segments)
                        ids << atlas.data().segments[static_cast<std::size_t>(segment)].id;
                }
                known = corridorsOf.insert(use.name, corridorsFor(atlas, ids));
            }
            for (const QString &corridor : *known) {
                if (use.name->place >= 0)
                    m_places[corridor].insert(use.name->place);
                else
                    ++m_mentions[corridor];
            }
        }
    }
}

bool DocumentTopics::namesAnyOf(const QStringList &corridors) const
{
    return std::any_of(corridors.begin(), corridors.end(), [this](const QString &c) { return mentions(c) > 0; });
}

} // namespace ca::suggest
