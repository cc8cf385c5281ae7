// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CrsProposal.h"

#include "base/Tr.h"
#include "store/DegreeTransform.h"

#include <algorithm>

namespace ca {

namespace {

constexpr double mercatorEdge = 20037508.5;  ///< metres, of Web Mercator's square

QString rangeText(double low, double high)
{
    return QStringLiteral("%1 … %2").arg(low, 0, 'g', 8).arg(high, 0, 'g', 8);
}

QString degreeText(double degrees)
{
    return QString::number(degrees, 'f', 2);
}

} // namespace

void proposeDegrees(const Box &bounds, LayerReport &report)
{
    report.proposedCrs = QStringLiteral("EPSG:4326");
    report.notes += tr("The coordinates (x %1, y %2) look like degrees, but the reference system is %3.")
                        .arg(rangeText(bounds.minX, bounds.maxX), rangeText(bounds.minY, bounds.maxY), report.crsTitle);
}

void proposePlane(const Box &bounds, LayerReport &report)
{
    if (bounds.empty())
        return;
    const QString what = tr("The coordinates (x %1, y %2) are no degrees.")
                             .arg(rangeText(bounds.minX, bounds.maxX), rangeText(bounds.minY, bounds.maxY));
    const double furthest = std::max({-bounds.minX, bounds.maxX, -bounds.minY, bounds.maxY});
    const gdal::SpatialReference mercator = gdal::reference(QStringLiteral("EPSG:3857"));
    const gdal::Transformation way = mercator ? toDegrees(mercator.get()) : gdal::Transformation();
    if (!way || furthest > mercatorEdge) {
        report.notes += what + u' ' + tr("Please state the reference system.");
        return;
    }
    LatLon corners[] = {{bounds.minY, bounds.minX}, {bounds.maxY, bounds.maxX}};
    transformToDegrees(way.get(), corners);
    report.proposedCrs = QStringLiteral("EPSG:3857");
    report.notes += what + u' '
        + tr("Please state the reference system; as Web Mercator (EPSG:3857) they would lie between %1° and %2° east, %3° and %4° north.")
              .arg(degreeText(corners[0].lon), degreeText(corners[1].lon), degreeText(corners[0].lat), degreeText(corners[1].lat));
}

} // namespace ca
