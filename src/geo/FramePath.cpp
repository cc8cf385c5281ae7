// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/FramePath.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ca {
namespace {

constexpr double fullCircle = 360 - 1e-9;
constexpr double longStep = 10;      // degrees: farther apart, places say nothing about what lies between
constexpr double quarterTurn = 90;   // degrees: beyond it, it is not certain which way round a pole an edge goes
constexpr int mostHalvings = 44;          // halvings

/// Longitudes that are not yet reduced, so that a line runs on.
struct Place {
    double lon = 0, lat = 0;
};

/// Adds what lies between two places of a turned frame.
class Turner {
public:
    Turner(const SphereFrame &frame, double tolerance, FramePath &out) : m_frame(frame), m_tolerance(tolerance), m_out(out) {}

    [[nodiscard]] FramePoint frameOf(Place p) const { return m_frame.toFrame({p.lat, p.lon}); }
    void edge(Place a, FramePoint fa, Place b, FramePoint fb, double ta, double tb, int depth)
    {
        const Place middle{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
        FramePoint fm = frameOf(middle);
        fm.lambda = near(fm.lambda, fa.lambda);
        fb.lambda = near(fb.lambda, fm.lambda);
        if (depth < mostHalvings && !straight(a, fa, fm, b, fb)) {
            edge(a, fa, middle, fm, ta, (ta + tb) / 2, depth + 1);
            edge(middle, m_out.points.back(), b, fb, (ta + tb) / 2, tb, depth + 1);
            return;
        }
        m_out.points.push_back(fb);
        m_out.positions.push_back(tb);
    }

    /// @p lambda moved by full circles next to @p to.
    static double near(double lambda, double to) { return lambda + 360 * std::round((to - lambda) / 360); }

private:
    [[nodiscard]] bool straight(Place a, FramePoint fa, FramePoint fm, Place b, FramePoint fb) const
    {
        if (std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat)) > longStep)
            return false;
        if (std::abs(fm.lambda - fa.lambda) > quarterTurn || std::abs(fb.lambda - fm.lambda) > quarterTurn)
            return false;
        const double across = (fm.lambda - (fa.lambda + fb.lambda) / 2) * std::cos(fm.phi * M_PI / 180);
        return std::hypot(across, fm.phi - (fa.phi + fb.phi) / 2) <= m_tolerance;
    }

    const SphereFrame &m_frame;
    double m_tolerance;
    FramePath &m_out;
};

FramePath turnedPath(std::span<const LatLon> line, bool ring, const SphereFrame &frame, double tolerance)
{
    FramePath path;
    Turner turner(frame, tolerance, path);
    Place at{line[0].lon, line[0].lat};
    path.points.push_back(turner.frameOf(at));
    path.positions.push_back(0);
    for (std::size_t i = 0; i + 1 < line.size() + (ring ? 1 : 0); ++i) {
        const Place next{at.lon + eastward(line, i, ring), line[(i + 1) % line.size()].lat};
        turner.edge(at, path.points.back(), next, turner.frameOf(next), double(i), double(i + 1), 0);
        at = next;
    }
    return path;
}

FramePath uprightPath(std::span<const LatLon> line, bool ring, double meridian)
{
    FramePath path;
    double circles = 0;
    for (std::size_t i = 0; i < line.size() + (ring ? 1 : 0); ++i) {
        const std::size_t k = i % line.size();
        path.points.push_back({line[k].lon - meridian + circles, line[k].lat});
        path.positions.push_back(double(i));
        if (i + 1 < line.size() + (ring ? 1 : 0)) {
            const double raw = line[(k + 1) % line.size()].lon - line[k].lon;
            circles += 360 * std::round((eastward(line, k, ring) - raw) / 360);
        }
    }
    return path;
}

bool usable(LatLon p)
{
    return p.defined() && std::abs(p.lat) <= 90 && std::abs(p.lon) <= 360;
}

} // namespace

CleanLine cleaned(std::span<const LatLon> line, bool ring)
{
    CleanLine out;
    out.vertices.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (!usable(line[i])) {
            ++out.dropped;
            continue;
        }
        out.vertices.push_back(line[i]);
        out.index.push_back(std::uint32_t(i));
    }
    if (ring && out.vertices.size() > 1 && out.vertices.front() == out.vertices.back()) {
        out.vertices.pop_back();
        out.index.pop_back();
    }
    return out;
}

double eastward(std::span<const LatLon> line, std::size_t i, bool ring)
{
    const auto raw = [&](std::size_t k) { return line[(k + 1) % line.size()].lon - line[k % line.size()].lon; };
    const double step = raw(i);
    if (std::abs(step) <= 180)
        return step;
    if (std::abs(std::abs(step) - 360) > 360 - fullCircle)
        return step - 360 * std::round(step / 360);
    const double before = i > 0 || ring ? raw(i + line.size() - 1) : 0;
    const double after = i + 2 < line.size() || ring ? raw(i + 1) : 0;
    const auto against = [step](double other) { return other * step < 0 && std::abs(other) <= 180; };
    return against(before) || against(after) ? 0 : step;
}

FramePath framePath(std::span<const LatLon> line, bool ring, const SphereFrame &frame, double tolerance)
{
    if (line.empty())
        return {};
    FramePath path = frame.isUpright() ? uprightPath(line, ring, frame.meridian()) : turnedPath(line, ring, frame, tolerance);
    if (ring) {
        path.winding = int(std::lround((path.points.back().lambda - path.points.front().lambda) / 360));
        path.points.pop_back();
        path.positions.clear();
    }
    return path;
}

int windingOf(std::span<const LatLon> ring)
{
    double around = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        around += eastward(ring, i, true);
    return int(std::lround(around / 360));
}

bool ringContains(std::span<const LatLon> ring, LatLon p, bool southInside)
{
    bool inside = southInside && windingOf(ring) % 2 != 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const double step = eastward(ring, i, true);
        const double rise = ring[(i + 1) % ring.size()].lat - ring[i].lat;
        const double low = std::min(ring[i].lon, ring[i].lon + step), high = std::max(ring[i].lon, ring[i].lon + step);
        // Half-open, so that a vertex on the meridian counts for one of its edges.
        for (double at = p.lon + 360 * std::ceil((low - p.lon) / 360); at < high; at += 360) {
            if (ring[i].lat + rise * (at - ring[i].lon) / step < p.lat)
                inside = !inside;
        }
    }
    return inside;
}

FramePath clipped(const FramePath &ring, FrameAxis axis, double at, bool above, bool &changed)
{
    const auto value = [axis](const FramePoint &p) { return axis == FrameAxis::Lambda ? p.lambda : p.phi; };
    const auto kept = [&](const FramePoint &p) { return above ? value(p) >= at : value(p) <= at; };
    if (std::all_of(ring.points.begin(), ring.points.end(), kept) && (axis == FrameAxis::Phi || ring.winding == 0))
        return ring;
    changed = true;
    FramePath out;
    out.winding = ring.winding;
    const std::size_t count = ring.points.size();
    for (std::size_t i = 0; i < count; ++i) {
        const FramePoint a = ring.points[i];
        FramePoint b = ring.points[(i + 1) % count];
        b.lambda += i + 1 == count ? 360.0 * ring.winding : 0;
        if (kept(a))
            out.points.push_back(a);
        if (kept(a) != kept(b)) {
            const double t = (at - value(a)) / (value(b) - value(a));
            FramePoint cut{a.lambda + t * (b.lambda - a.lambda), a.phi + t * (b.phi - a.phi)};
            (axis == FrameAxis::Lambda ? cut.lambda : cut.phi) = at;
            out.points.push_back(cut);
        }
    }
    return out;
}

} // namespace ca
