// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmFaults.h"

#include "base/Tr.h"

namespace ca {
namespace {

QString faultSentence(OsmFault fault, int n)
{
    switch (fault) {
    case OsmFault::TooShort: return tr("%n ways with fewer than two known nodes were left out", nullptr, n);
    case OsmFault::Cut: return tr("%n ways lack nodes and were cut there", nullptr, n);
    case OsmFault::Antimeridian: return tr("%n objects were cut at the 180th meridian", nullptr, n);
    case OsmFault::NowhereKnown:
        return tr("%n objects were left out because the extract does not tell where they are", nullptr, n);
    case OsmFault::OpenArea: return tr("%n ways are tagged as areas, do not close and were left out", nullptr, n);
    case OsmFault::MissingMembers:
        return tr("%n areas were left out because the extract lacks parts of their outline", nullptr, n);
    case OsmFault::OpenRings: return tr("%n areas were left out because their outlines do not close", nullptr, n);
    case OsmFault::BorderGaps: return tr("%n boundaries are incomplete because the extract lacks some of their ways", nullptr, n);
    }
    return {};
}

} // namespace

void OsmFaults::note(OsmFault fault, OsmId object)
{
    Count &count = m_counts[std::size_t(fault)];
    ++count.objects;
    if (count.first.size() < namedCases)
        count.first << toText(object);
}

QStringList OsmFaults::sentences() const
{
    QStringList out;
    for (std::size_t i = 0; i < kinds; ++i) {
        const Count &count = m_counts[i];
        if (count.objects == 0)
            continue;
        const QString cases = count.first.join(QStringLiteral(", "));
        const QString sentence = faultSentence(OsmFault(i), count.objects);
        out << (count.objects > namedCases ? tr("%1: %2 …").arg(sentence, cases) : tr("%1: %2").arg(sentence, cases));
    }
    return out;
}

} // namespace ca
