// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/ProjectionCheck.h"

#include "base/Tr.h"
#include "geo/Projection.h"

#include <QLocale>

#include <cmath>

namespace ca {
namespace {

constexpr double unnoticed = 5e-5;  // of a length: half a metre in ten kilometres

/// A percentage with two significant digits, never "1e+02".
QString percent(double share)
{
    const double value = std::abs(share) * 100;
    return QLocale().toString(value, 'f', value < 1 ? 2 : value < 10 ? 1 : 0);
}

QString deviation(double scale)
{
    if (std::abs(scale - 1) < unnoticed)
        return tr("true");
    if (scale >= 2)
        return tr("%1 times too long").arg(QLocale().toString(scale, 'f', scale < 10 ? 1 : 0));
    return scale < 1 ? tr("%1 % too short").arg(percent(1 - scale)) : tr("%1 % too long").arg(percent(scale - 1));
}

} // namespace

ProjectionCheck checkProjection(const QString &typed, const GeoBox &view)
{
    ProjectionCheck check;
    check.typed = typed;
    const auto projection = Projection::create(typed);
    if (!projection) {
        check.problem = projection.error().text();
        return check;
    }
    check.definition = (*projection)->definition();
    check.title = (*projection)->title();
    check.scales = scaleOver(**projection, view);
    return check;
}

QString scaleText(const std::optional<ScaleRange> &scales)
{
    if (!scales)
        return tr("It does not show what is in the present view.");
    const QString least = deviation(scales->least), greatest = deviation(scales->greatest);
    return least == greatest ? tr("Lengths in the present view: %1.").arg(least)
                             : tr("Lengths in the present view: from %1 to %2.").arg(least, greatest);
}

} // namespace ca
