// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ProjectionDomain.h"

#include "geo/DomainMesh.h"
#include "geo/ProjWords.h"
#include "geo/Projection.h"
#include "geo/ProjectionFamily.h"
#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double farthestStretch = 11.6;        // of Web Mercator at the top of its square
constexpr double mercatorEdge = 85.0511287798;  // that top
constexpr double exactInset = 1e-8;             // degrees: a millimetre off the tear
constexpr double shiftedInset = 0.02;           // degrees: more than any datum shift
constexpr double antipodeHole = 0.05;           // degrees left out around the point that would become the whole rim
constexpr double equidistantHole = 1;           // the same where geodesics from the centre begin to cross
constexpr double horizonInset = 0.02;           // the horizon of an ellipsoid is not quite a circle
/// Turned frames have their poles a hair beside the centre, so that no place of the data lies exactly on one.
constexpr double aside = 1.3e-7;                // degrees
constexpr double cellReach = 3.6;               // degrees from a cell's middle to its corners

double centralMeridian(const ProjWords &words)
{
    if (words.projection() == QLatin1String("utm")) {
        if (const auto zone = words.number(QStringLiteral("zone")))
            return *zone * 6 - 183;
    }
    return words.angle(QStringLiteral("lon_0"), 0) + words.primeMeridian();
}

} // namespace

ProjectionDomain::ProjectionDomain(const Projection &projection, const ProjWords &words, bool shifted)
    : m_projection(projection), m_inset(shifted ? shiftedInset : exactInset)
{
    switch (projectionFamily(words)) {
    case ProjectionFamily::Sheet:
        setSheet(words);
        break;
    case ProjectionFamily::Azimuthal:
        setAzimuthal(words);
        break;
    case ProjectionFamily::Transverse:
        setTransverse(words);
        break;
    case ProjectionFamily::Unknown:
        setMesh(words);
        return;
    }
    m_seamIsExact = !m_torn || (m_frame.isUpright() && m_frame.meridian() == 0 && !shifted);
    fillCells();
}

ProjectionDomain::~ProjectionDomain() = default;

double ProjectionDomain::meridionalScale(double lambda, double phi, double towards) const
{
    const double step = towards > phi ? 0.01 : -0.01;  // degrees
    const FrameRect all;
    const PointXY a = toPlane({lambda, phi}, all), b = toPlane({lambda, phi - step}, all);
    return std::hypot(a.x - b.x, a.y - b.y) / std::abs(step) / metresPerDegree;
}

double ProjectionDomain::limit(double lambda, double from, double to) const
{
    // NaN compares false: what has no image is beyond the limit as well.
    const auto usable = [&](double phi) { return meridionalScale(lambda, phi, to) <= farthestStretch * m_usualScale; };
    const double direction = to > from ? 1 : -1;
    double good = from, bad = from;
    while (good == bad) {
        bad = std::abs(to - bad) <= 1 ? to : bad + direction;
        if (usable(bad))
            good = bad;
        if (good == to)
            return to;
    }
    for (int i = 0; i < 24; ++i) {
        const double middle = (good + bad) / 2;
        (usable(middle) ? good : bad) = middle;
    }
    return good;
}

void ProjectionDomain::setSheet(const ProjWords &words)
{
    m_frame = SphereFrame::upright(wrappedLongitude(centralMeridian(words)));
    m_cells = CellGrid(wrappedLongitude(m_frame.meridian() - 180));
    const double first = words.angle(QStringLiteral("lat_1"), 0);
    const double start = std::clamp((first + words.angle(QStringLiteral("lat_2"), first)) / 2, -85.0, 85.0);
    std::vector<double> scales;
    for (int phi = -80; phi <= 80; phi += 10) {
        const double scale = meridionalScale(0, phi, 90);
        if (std::isfinite(scale))
            scales.push_back(scale);
    }
    std::sort(scales.begin(), scales.end());
    m_usualScale = scales.empty() ? 1 : scales[scales.size() / 4];
    for (const double lambda : {-179.9, -90.0, 0.0, 90.0, 179.9}) {
        m_north = std::min(m_north, limit(lambda, start, 90));
        m_south = std::max(m_south, limit(lambda, start, -90));
    }
    if (words.projection() == QLatin1String("merc") || words.projection() == QLatin1String("webmerc")) {
        m_north = mercatorEdge;
        m_south = -mercatorEdge;
    }
}

void ProjectionDomain::setAzimuthal(const ProjWords &words)
{
    const QString name = words.projection();
    LatLon centre{words.angle(QStringLiteral("lat_0"), 0), wrappedLongitude(centralMeridian(words))};
    if (name == QLatin1String("ups"))
        centre.lat = words.has(QStringLiteral("south")) ? -90 : 90;
    if (name == QLatin1String("geos"))
        centre.lat = 0;
    const LatLon pole{centre.lat > 0 ? centre.lat - aside : centre.lat + aside, centre.lon + aside};
    m_frame = SphereFrame::about(pole, {pole.lat > 0 ? pole.lat - 90 : pole.lat + 90, pole.lon});
    m_torn = false;
    m_usualScale = meridionalScale(0, 88, -90);
    if (!(m_usualScale > 0))
        m_usualScale = 1;
    m_south = -90 + (name == QLatin1String("aeqd") ? equidistantHole : antipodeHole);
    if (name == QLatin1String("aeqd") || name == QLatin1String("laea"))
        return;  // shown to the antipode
    double horizon = m_south;
    for (int lambda = -180; lambda < 180; lambda += 15)
        horizon = std::max(horizon, limit(lambda, 88, m_south));
    m_south = horizon > m_south ? horizon + horizonInset : m_south;
}

void ProjectionDomain::setTransverse(const ProjWords &words)
{
    const double meridian = wrappedLongitude(centralMeridian(words));
    m_frame = SphereFrame::about({aside, wrappedLongitude(meridian + 90)}, {aside, meridian});
    m_inset = std::max(m_inset, 100 * aside);  // at the far ends the tear is as near as that to the frame's
    m_cells = CellGrid(wrappedLongitude(meridian - 180));
    m_usualScale = meridionalScale(0, 1, 0);
    for (const double lambda : {-179.0, -135.0, -90.0, -45.0, 0.0, 45.0, 90.0, 135.0, 179.0}) {
        m_north = std::min(m_north, limit(lambda, 1, 90) - horizonInset);
        m_south = std::max(m_south, limit(lambda, -1, -90) + horizonInset);
    }
}

void ProjectionDomain::setMesh(const ProjWords &words)
{
    m_frame = SphereFrame::upright(wrappedLongitude(centralMeridian(words)));
    m_cells = CellGrid(wrappedLongitude(m_frame.meridian() - 180));
    m_mesh = std::make_unique<DomainMesh>(*this, m_cells);
    m_usualScale = m_mesh->usualScale();
}

bool ProjectionDomain::cellIsGood(int column, int row) const
{
    if (m_frame.isUpright())
        return m_cells.south(row) >= m_south && m_cells.south(row + 1) <= m_north;
    const LatLon middle{m_cells.south(row) + CellGrid::step / 2, wrappedLongitude(m_cells.west(column) + CellGrid::step / 2)};
    const FramePoint at = m_frame.toFrame(middle);
    if (at.phi - cellReach < m_south || (m_torn && at.phi + cellReach > m_north))
        return false;
    const bool awayFromTear = std::abs(at.lambda) < 90
        || std::cos(at.phi * radiansPerDegree) * std::sin((180 - std::abs(at.lambda)) * radiansPerDegree) > std::sin(cellReach * radiansPerDegree);
    return !m_torn || awayFromTear;
}

void ProjectionDomain::fillCells()
{
    for (int row = 0; row < CellGrid::rows; ++row)
        for (int column = 0; column < CellGrid::columns; ++column)
            if (!cellIsGood(column, row))
                m_cells.setBad(column, row);
    m_cells.finish();
}

bool ProjectionDomain::contains(LatLon p) const
{
    if (!p.defined() || std::abs(p.lat) > 90)
        return false;
    const FramePoint at = m_frame.toFrame(p);
    if (m_mesh)
        return m_mesh->contains({wrappedLongitude(at.lambda), at.phi});
    return at.phi >= m_south && at.phi <= m_north;
}

PointXY ProjectionDomain::toPlane(FramePoint p, const FrameRect &rect) const
{
    if (m_torn)
        p.lambda = std::clamp(p.lambda, rect.west + m_inset, rect.east - m_inset);
    // In a mesh any edge may be a tear.
    const double sill = m_mesh ? m_inset : 0;
    p.phi = std::clamp(p.phi, rect.south + sill, rect.north - sill);
    return m_projection.forward(m_frame.fromFrame(p));
}

} // namespace ca
