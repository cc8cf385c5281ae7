// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/RingCutter.h"

#include "geo/DomainMesh.h"
#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr int mostCircles = 16;  // a ring that goes round oftener is no area

FramePath rectangle(const FrameRect &rect)
{
    FramePath path;
    path.points = {{rect.west, rect.south}, {rect.east, rect.south}, {rect.east, rect.north}, {rect.west, rect.north}};
    return path;
}

FramePath clippedTo(const FramePath &ring, const FrameRect &rect, bool &changed)
{
    FramePath out = clipped(ring, FrameAxis::Lambda, rect.west, true, changed);
    out = clipped(out, FrameAxis::Lambda, rect.east, false, changed);
    out = clipped(out, FrameAxis::Phi, rect.south, true, changed);
    return clipped(out, FrameAxis::Phi, rect.north, false, changed);
}

} // namespace

RingCutter::RingCutter(const ProjectionDomain &domain, double tolerance, PlaneParts &out)
    : m_domain(domain), m_toleranceDegrees(tolerance / 2 / metresPerDegree), m_path(domain, tolerance, false, out)
{
}

void RingCutter::add(std::span<const LatLon> ring, bool southInside, bool cut)
{
    const FramePath path = framePath(ring, true, m_domain.frame(), m_toleranceDegrees);
    if (path.points.size() < 3 || std::abs(path.winding) > mostCircles)
        return;
    // An upright frame shares its poles with the Earth; for a turned one its north pole has to be asked about.
    const bool upright = m_domain.frame().isUpright();
    const bool northInside = upright ? path.winding % 2 != 0 && !southInside : ringContains(ring, m_domain.frame().pole(), southInside);
    if (m_domain.torn())
        addTorn(path, northInside, cut);
    else
        addWhole(path, northInside, cut);
}

/// The frame's meridian ±180 is a tear: the ring is closed over a pole if it goes around, and cut into strips.
void RingCutter::addTorn(FramePath path, bool northInside, bool cut)
{
    const bool odd = path.winding % 2 != 0;
    if (path.winding != 0) {
        const double pole = odd && !northInside ? -90 : 90;
        const FramePoint first = path.points.front();
        const double end = first.lambda + 360.0 * path.winding;
        path.points.insert(path.points.end(), {{end, first.phi}, {end, pole}, {first.lambda, pole}});
        path.winding = 0;
        cut = true;
    }
    // Closed over the south pole it cannot hold the north pole; closed over the north pole it holds it if it is odd.
    m_flipped ^= northInside && !odd;
    path = clipped(path, FrameAxis::Phi, m_domain.south(), true, cut);
    path = clipped(path, FrameAxis::Phi, m_domain.north(), false, cut);
    if (path.points.empty())
        return;
    const auto [west, east] = std::minmax_element(path.points.begin(), path.points.end(),
                                                  [](FramePoint a, FramePoint b) { return a.lambda < b.lambda; });
    const int first = int(std::floor((west->lambda + 180) / 360)), last = int(std::ceil((east->lambda - 180) / 360));
    for (int k = first; k <= last; ++k) {
        FramePath strip = path;
        for (FramePoint &p : strip.points)
            p.lambda -= 360.0 * k;
        strip = clipped(strip, FrameAxis::Lambda, -180, true, cut);
        strip = clipped(strip, FrameAxis::Lambda, 180, false, cut);
        addStrip(strip, cut);
    }
}

/// The frame's meridians are whole: the ring is only cut along the horizon.
void RingCutter::addWhole(const FramePath &path, bool centreInside, bool cut)
{
    const FramePath inside = clipped(path, FrameAxis::Phi, m_domain.south(), true, cut);
    const bool odd = path.winding % 2 != 0;
    // A ring wholly beyond the horizon leaves nothing behind and so never holds the centre.
    m_flipped ^= centreInside != (odd && !inside.points.empty());
    emitRect(inside, m_domain.rect(), cut);
}

void RingCutter::addStrip(const FramePath &strip, bool cut)
{
    if (strip.points.size() < 3)
        return;
    if (!m_domain.mesh())
        return emitRect(strip, m_domain.rect(), cut);
    const FrameRect none{180, 90, -180, -90};
    FrameRect box = none;
    for (const FramePoint &p : strip.points)
        box = {std::min(box.west, p.lambda), std::min(box.south, p.phi), std::max(box.east, p.lambda), std::max(box.north, p.phi)};
    const auto cell = [](double degrees, int count) { return std::clamp(int(std::floor(degrees / CellGrid::step)), 0, count - 1); };
    addBlock(strip, cell(box.west + 180, CellGrid::columns), cell(box.south + 90, CellGrid::rows),
             cell(box.east + 180, CellGrid::columns) + 1, cell(box.north + 90, CellGrid::rows) + 1);
}

void RingCutter::addBlock(const FramePath &ring, int c0, int r0, int c1, int r1)
{
    const FrameRect rect{-180 + c0 * CellGrid::step, -90 + r0 * CellGrid::step, -180 + c1 * CellGrid::step, -90 + r1 * CellGrid::step};
    bool cut = false;
    const FramePath inside = clippedTo(ring, rect, cut);
    if (inside.points.size() < 3)
        return;
    if (m_domain.mesh()->cells().clear(c0, r0, c1, r1))
        return emitRect(inside, rect, true);
    if (c1 - c0 == 1 && r1 - r0 == 1)
        return addSquares(inside, c0, r0, 0, 0, DomainMesh::fine);
    if (c1 - c0 >= r1 - r0) {
        const int middle = (c0 + c1) / 2;
        addBlock(inside, c0, r0, middle, r1);
        addBlock(inside, middle, r0, c1, r1);
    } else {
        const int middle = (r0 + r1) / 2;
        addBlock(inside, c0, r0, c1, middle);
        addBlock(inside, c0, middle, c1, r1);
    }
}

void RingCutter::addSquares(const FramePath &ring, int column, int row, int x, int y, int size)
{
    const DomainMesh::Squares *squares = m_domain.mesh()->squares(column, row);
    if (!squares)
        return;
    constexpr double side = CellGrid::step / DomainMesh::fine;
    const double west = -180 + column * CellGrid::step + x * side, south = -90 + row * CellGrid::step + y * side;
    const FrameRect rect{west, south, west + size * side, south + size * side};
    bool cut = false;
    const FramePath inside = clippedTo(ring, rect, cut);
    if (inside.points.size() < 3)
        return;
    if ((*squares)[std::size_t(y * DomainMesh::fine + x)] >= size)
        return emitRect(inside, rect, true);
    const int half = size / 2;
    for (const int dy : {0, half})
        for (const int dx : {0, half})
            if (half > 0)
                addSquares(inside, column, row, x + dx, y + dy, half);
}

void RingCutter::emitRect(const FramePath &ring, const FrameRect &rect, bool cut)
{
    if (ring.points.size() < 3)
        return;
    m_path.setRect(rect);
    m_path.ring(ring, cut);
}

void RingCutter::addWorld()
{
    if (m_domain.torn()) {
        addStrip(rectangle(m_domain.rect()), true);
        return;
    }
    FramePath horizon;
    horizon.winding = 1;
    for (int lambda = -180; lambda < 180; lambda += 5)
        horizon.points.push_back({double(lambda), m_domain.south()});
    emitRect(horizon, m_domain.rect(), true);
}

void RingCutter::finish()
{
    if (m_flipped)
        addWorld();
    m_flipped = false;
}

} // namespace ca
