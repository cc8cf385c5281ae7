// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/StyleKeys.h"

#include "atlas/Vocabulary.h"

namespace ca {
namespace {

QStringList prefixed(const char *prefix, const QStringList &ids)
{
    QStringList keys;
    for (const QString &id : ids)
        keys << QLatin1String(prefix) + id;
    return keys;
}

} // namespace

const QStringList &styleColorKeys()
{
    static const QStringList keys = QStringLiteral("paper sea land lake frame ink symbol symbol-fill hover selection "
                                                   "hollow subject plate uncertainty").split(u' ');
    return keys;
}

const QStringList &styleLineKeys()
{
    static const QStringList keys = QStringLiteral("coast border disputed overlap river lake graticule").split(u' ');
    return keys;
}

const QStringList &styleTextKeys()
{
    static const QStringList keys = QStringLiteral("capital place-1 place-2 place-3 place-4 country sea lake river segment "
                                                   "corridor waypoint subject credit").split(u' ');
    return keys;
}

const QStringList &styleModeKeys()
{
    static const QStringList keys = prefixed("mode-", allIds<Mode>());
    return keys;
}

const QStringList &styleStatusKeys()
{
    static const QStringList keys = prefixed("status-", allIds<Status>());
    return keys;
}

const QStringList &styleLayerKeys()
{
    static const QStringList keys = QStringLiteral("layer-line layer-area layer-point").split(u' ');
    return keys;
}

} // namespace ca
