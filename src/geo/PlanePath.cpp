// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/PlanePath.h"

#include "geo/DomainMesh.h"
#include "geo/Projection.h"
#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double earthRadius = 6371000;
constexpr double bend = 4;           // edges may curve this many times as much as a great circle of the Earth
constexpr double framedStep = 10;    // degrees: an edge is looked at in pieces of this length at least
constexpr double meshStep = 2;       // degrees, where tears are found only by looking
constexpr int deepest = 12;          // halvings of such a piece
constexpr int deepestTear = 26;      // the same in search of the place of a tear
constexpr double suspicious = 4;     // times the usual scale: an edge stretched so may hide a tear
constexpr double tearStretch = 40;   // times the usual scale: no map that can be read stretches so

double span(FramePoint a, FramePoint b)
{
    return std::max(std::abs(b.lambda - a.lambda), std::abs(b.phi - a.phi));
}

} // namespace

double straightDegrees(double tolerance)
{
    return std::sqrt(8 * tolerance / (earthRadius * bend)) * 180 / M_PI;
}

PlanePath::PlanePath(const ProjectionDomain &domain, double tolerance, bool positions, PlaneParts &out)
    : m_domain(domain), m_tolerance(tolerance), m_straight(straightDegrees(tolerance)), m_positions(positions), m_out(out),
      m_rect(domain.rect())
{
}

PointXY PlanePath::toPlane(FramePoint p) const
{
    if (m_mode == Mode::Direct)
        return m_domain.projection().forward(LatLon{p.phi, p.lambda});
    if (m_mode == Mode::Searching && m_domain.mesh() && !m_domain.mesh()->contains(p))
        return {NAN, NAN};
    return m_domain.toPlane(p, m_rect);
}

void PlanePath::emit(PointXY p, double t)
{
    m_out.vertices.push_back(p);
    if (m_positions)
        m_out.positions.push_back(t);
}

void PlanePath::edge(FramePoint a, FramePoint b, double ta, double tb)
{
    edge(a, m_open && m_last == a ? m_lastPlane : toPlane(a), b, toPlane(b), ta, tb);
}

void PlanePath::edge(FramePoint a, PointXY planeA, FramePoint b, PointXY planeB, double ta, double tb)
{
    if (!(m_open && m_last == a)) {
        endPart();
        if (planeA.finite()) {
            emit(planeA, ta);
            m_open = true;
        }
    }
    const int pieces = std::max(1, int(std::ceil(span(a, b) / (m_mode == Mode::Searching ? meshStep : framedStep))));
    FramePoint from = a;
    PointXY planeFrom = planeA;
    for (int i = 1; i <= pieces; ++i) {
        const FramePoint to = i == pieces ? b : between(a, b, double(i) / pieces);
        const PointXY planeTo = i == pieces ? planeB : toPlane(to);
        divide(from, planeFrom, to, planeTo, ta + (tb - ta) * (i - 1) / pieces, ta + (tb - ta) * i / pieces, 0);
        from = to;
        planeFrom = planeTo;
    }
    m_last = b;
    m_lastPlane = planeB;
}

void PlanePath::divide(FramePoint a, PointXY planeA, FramePoint b, PointXY planeB, double ta, double tb, int depth)
{
    if (!planeB.finite() && (!planeA.finite() || m_inRing))
        return;
    if (!isDrawn(a, planeA, b, planeB, depth)) {
        const FramePoint middle = between(a, b, 0.5);
        const PointXY plane = toPlane(middle);
        divide(a, planeA, middle, plane, ta, (ta + tb) / 2, depth + 1);
        divide(middle, plane, b, planeB, (ta + tb) / 2, tb, depth + 1);
        return;
    }
    const bool goesOn = planeA.finite() && planeB.finite() && !isTear(a, planeA, b, planeB);
    if (!goesOn && !m_inRing)
        endPart();
    if (planeB.finite()) {
        emit(planeB, tb);
        m_open = true;
    }
}

/// Whether the edge may be drawn, or left out, without looking closer.
bool PlanePath::isDrawn(FramePoint a, PointXY planeA, FramePoint b, PointXY planeB, int depth) const
{
    if (!planeA.finite() || !planeB.finite())
        return m_inRing || depth >= deepestTear;
    if (isTear(a, planeA, b, planeB))
        return depth >= deepestTear;
    const bool shortEnough = span(a, b) < m_straight && (m_mode != Mode::Searching || !isStretched(a, planeA, b, planeB, suspicious));
    if (depth >= deepest || shortEnough || planeDistance(planeA, planeB) < m_tolerance)
        return true;
    const auto off = [&](double t) {
        const PointXY p = toPlane(between(a, b, t));
        return std::hypot(p.x - planeA.x - t * (planeB.x - planeA.x), p.y - planeA.y - t * (planeB.y - planeA.y));
    };
    // An S of equal halves passes through the middle of its chord. NaN is never within the tolerance.
    return off(0.5) <= m_tolerance && (depth > 0 || off(0.25) <= m_tolerance);
}

bool PlanePath::isTear(FramePoint a, PointXY planeA, FramePoint b, PointXY planeB) const
{
    return m_mode == Mode::Searching && isStretched(a, planeA, b, planeB, tearStretch);
}

bool PlanePath::isStretched(FramePoint a, PointXY planeA, FramePoint b, PointXY planeB, double times) const
{
    return planeDistance(planeA, planeB) > times * m_domain.usualScale() * span(a, b) * metresPerDegree + m_tolerance;
}

void PlanePath::endPart(bool cut, std::size_t least)
{
    m_open = false;
    const std::size_t start = m_out.partStart.back();
    if (m_out.vertices.size() - start >= least) {
        m_out.partStart.push_back(std::uint32_t(m_out.vertices.size()));
        m_out.cut.push_back(cut);
        return;
    }
    m_out.vertices.resize(start);
    if (m_positions)
        m_out.positions.resize(start);
}

void PlanePath::ring(const FramePath &ring, bool cut)
{
    endPart();
    m_inRing = true;
    for (std::size_t i = 0; i < ring.points.size(); ++i) {
        FramePoint next = ring.points[(i + 1) % ring.points.size()];
        next.lambda += i + 1 == ring.points.size() ? 360.0 * ring.winding : 0;
        edge(ring.points[i], next);
    }
    const std::size_t start = m_out.partStart.back();
    if (m_out.vertices.size() > start)
        m_out.vertices.back() = m_out.vertices[start];
    endPart(cut, 4);
    m_inRing = false;
}

} // namespace ca
