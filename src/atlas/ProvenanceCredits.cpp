// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/ProvenanceCredits.h"

namespace ca {

Credit openStreetMapCredit(const QString &layer, const QString &dataDate)
{
    return {layer, QStringLiteral("© OpenStreetMap contributors"), QStringLiteral("ODbL-1.0"),
            QStringLiteral("https://www.openstreetmap.org/copyright"), dataDate};
}

QString odblAddress()
{
    return QStringLiteral("https://opendatacommons.org/licenses/odbl/1-0/");
}

std::vector<Credit> provenanceCredits()
{
    return {
        openStreetMapCredit(QStringLiteral("provenance:osm")),
        {QStringLiteral("provenance:gem"), QStringLiteral("Global Energy Monitor"), QStringLiteral("CC-BY-4.0"),
         QStringLiteral("https://globalenergymonitor.org"), {}},
        {QStringLiteral("provenance:geonames"), QStringLiteral("GeoNames"), QStringLiteral("CC-BY-4.0"),
         QStringLiteral("https://www.geonames.org"), {}},
        {QStringLiteral("provenance:natural-earth"), QStringLiteral("Natural Earth"), QStringLiteral("public domain"),
         QStringLiteral("https://www.naturalearthdata.com"), {}},
    };
}

} // namespace ca
