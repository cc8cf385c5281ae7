// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmNotice.h"

#include "base/Tr.h"

namespace ca {

QString osmNotice(const QDateTime &extractDate)
{
    const QString date = extractDate.isValid() ? extractDate.toUTC().date().toString(Qt::ISODate) : tr("unknown date");
    return tr("Contains data © OpenStreetMap contributors (openstreetmap.org/copyright), data of %1, available under the "
              "Open Database License 1.0 (opendatacommons.org/licenses/odbl/1-0): who shows or passes it on says so, and a "
              "database made with it is passed on under the same licence").arg(date);
}

} // namespace ca
