// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmFaults.h"

#include "base/Tr.h"

namespace ca {
namespace {

/// @p one is for one object, @p many, with a %1, for more.
QString counted(int n, const QString &one, const QString &many)
{
    return n == 1 ? one : many.arg(n);
}

QString faultSentence(OsmFault fault, int n)
{
    switch (fault) {
    case OsmFault::TooShort:
        return counted(n, tr("a way with fewer than two known nodes was left out"), tr("%1 ways with fewer than two known nodes were left out"));
    case OsmFault::Cut: return counted(n, tr("a way lacks nodes and was cut there"), tr("%1 ways lack nodes and were cut there"));
    case OsmFault::Antimeridian:
        return counted(n, tr("an object was cut at the 180th meridian"), tr("%1 objects were cut at the 180th meridian"));
    case OsmFault::NowhereKnown:
        return counted(n, tr("an object was left out because the extract does not tell where it is"),
                       tr("%1 objects were left out because the extract does not tell where they are"));
    case OsmFault::OpenArea:
        return counted(n, tr("a way is tagged as an area, does not close and was left out"),
                       tr("%1 ways are tagged as areas, do not close and were left out"));
    case OsmFault::MissingMembers:
        return counted(n, tr("an area was left out because the extract lacks parts of its outline"),
                       tr("%1 areas were left out because the extract lacks parts of their outline"));
    case OsmFault::OpenRings:
        return counted(n, tr("an area was left out because its outline does not close"),
                       tr("%1 areas were left out because their outlines do not close"));
    case OsmFault::BorderGaps:
        return counted(n, tr("a boundary is incomplete because the extract lacks some of its ways"),
                       tr("%1 boundaries are incomplete because the extract lacks some of their ways"));
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
