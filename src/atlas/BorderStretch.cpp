// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/BorderStretch.h"

#include "geo/Polyline.h"

#include <QRegularExpression>

namespace ca {
namespace {

std::optional<GeoBox> boxIn(const QRegularExpressionMatch &match)
{
    const GeoBox box{match.captured(3).toDouble(), match.captured(4).toDouble(), match.captured(5).toDouble(),
                     match.captured(6).toDouble()};
    const bool inOrder = box.west < box.east && box.south < box.north;
    const bool onGlobe = LatLon{box.south, box.west}.valid() && LatLon{box.north, box.east}.valid();
    return inOrder && onGlobe ? std::optional(box) : std::nullopt;
}

GeoLine degrees(const PlaneLine &line)
{
    GeoLine out;
    for (const PointXY p : line)
        out.push_back({p.y, p.x});
    return out;
}

} // namespace

Result<BorderStretch> BorderStretch::parse(const QString &text)
{
    static const QString number = QStringLiteral("\\s*(-?\\d+(?:\\.\\d+)?)\\s*");
    static const QRegularExpression form(QStringLiteral("^([A-Z]{2})-([A-Z]{2})(?: in%1,%1,%1,%1)?$").arg(number));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return Error{QStringLiteral("a stretch is AM-AZ or AM-AZ in W,S,E,N, not “%1”").arg(text), {}, 0};
    BorderStretch stretch{match.captured(1), match.captured(2), std::nullopt};
    if (stretch.left == stretch.right)
        return Error{QStringLiteral("%1 has no border with itself").arg(stretch.left), {}, 0};
    if (!match.captured(3).isEmpty()) {
        stretch.box = boxIn(match);
        if (!stretch.box)
            return Error{QStringLiteral("not a box W,S,E,N in degrees: %1").arg(text.section(QStringLiteral(" in "), 1)), {}, 0};
    }
    return stretch;
}

std::vector<GeoLine> BorderStretch::lines(const FeatureTable &borders) const
{
    std::vector<GeoLine> found;
    for (std::size_t f = 0; f < borders.featureCount(); ++f) {
        const QString a = borders.value(f, QStringLiteral("left_iso")).toString();
        const QString b = borders.value(f, QStringLiteral("right_iso")).toString();
        if (!((a == left && b == right) || (a == right && b == left)))
            continue;
        for (std::uint32_t p = borders.featureStart[f]; p < borders.featureStart[f + 1]; ++p) {
            PlaneLine line;
            for (const LatLon &at : borders.part(p))
                line.push_back({at.lon, at.lat});
            if (!box) {
                found.push_back(degrees(line));
                continue;
            }
            for (const ClippedRun &run : clipLine(line, {box->west, box->south, box->east, box->north}))
                found.push_back(degrees(run.points));
        }
    }
    return found;
}

} // namespace ca
