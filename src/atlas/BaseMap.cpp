// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/BaseMap.h"

#include "base/Tr.h"

#include <QHash>

#include <algorithm>

namespace ca {

const BaseLayer *BaseMap::layer(const QString &id) const
{
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const BaseLayer &l) { return l.id == id; });
    return found == layers.end() ? nullptr : &*found;
}

QString baseLayerTitle(const QString &id)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("land"), QT_TRANSLATE_NOOP("BaseMap", "Land")},
        {QStringLiteral("coast"), QT_TRANSLATE_NOOP("BaseMap", "Coast")},
        {QStringLiteral("borders"), QT_TRANSLATE_NOOP("BaseMap", "Borders")},
        {QStringLiteral("lakes"), QT_TRANSLATE_NOOP("BaseMap", "Lakes")},
        {QStringLiteral("seas"), QT_TRANSLATE_NOOP("BaseMap", "Seas")},
        {QStringLiteral("rivers"), QT_TRANSLATE_NOOP("BaseMap", "Rivers")},
        {QStringLiteral("countries"), QT_TRANSLATE_NOOP("BaseMap", "Countries")},
        {QStringLiteral("places"), QT_TRANSLATE_NOOP("BaseMap", "Places")}};
    const char *title = titles.value(id);
    return title ? tr(title) : id;
}

} // namespace ca
