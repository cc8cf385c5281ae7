// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/GeometryProjector.h"

#include "geo/LineCutter.h"
#include "geo/RingCutter.h"
#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {


bool onSeam(LatLon a, LatLon b)
{
    return (std::abs(a.lon) == 180 && a.lon == b.lon) || (std::abs(a.lat) == 90 && a.lat == b.lat);
}

/// Some edge runs along the meridian ±180 or through a pole.
bool touchesSeam(std::span<const LatLon> line)
{
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (onSeam(line[i], line[i + 1]))
            return true;
    }
    return false;
}

bool allFinite(std::span<const PointXY> plane)
{
    return std::all_of(plane.begin(), plane.end(), [](PointXY p) { return p.finite(); });
}

double meanLatitude(std::span<const LatLon> ring)
{
    double sum = 0;
    for (const LatLon p : ring)
        sum += p.lat;
    return sum / double(ring.size());
}

} // namespace

struct GeometryProjector::Scan {
    GeoBox box;
    double longest = 0;  ///< degrees, along either axis
};

GeometryProjector::GeometryProjector(const Projection &projection) : GeometryProjector(projection, Options())
{
}

GeometryProjector::GeometryProjector(const Projection &projection, const Options &options)
    : m_projection(projection), m_domain(projection.domain()), m_options(options),
      m_straight(straightDegrees(options.tolerance))
{
}

GeometryProjector::Scan GeometryProjector::scan(std::span<const LatLon> line)
{
    Scan scan;
    LatLon last = line.front();
    for (const LatLon p : line) {
        scan.box.extend(p);
        scan.longest = std::max({scan.longest, std::abs(p.lon - last.lon), std::abs(p.lat - last.lat)});
        last = p;
    }
    return scan;
}

/// Projects a line that keeps clear of every tear as it stands. False, with nothing added, when it does not.
bool GeometryProjector::clearLine(std::span<const LatLon> line, bool ring, PlaneParts &out)
{
    const Scan found = scan(line);
    if (found.longest > 180 || !m_domain.clear(found.box))
        return false;
    const std::size_t start = out.vertices.size();
    out.vertices.resize(start + line.size());
    const std::span<PointXY> plane(out.vertices.data() + start, line.size());
    m_projection.forward(line, plane);
    if (!allFinite(plane)) {
        out.vertices.resize(start);
        return false;
    }
    if (found.longest > m_straight && !longEdgesAreStraight(line, plane)) {
        m_plane.assign(plane.begin(), plane.end());
        out.vertices.resize(start);
        clearLineDivided(line, ring, m_plane, out);
    } else {
        for (std::size_t i = 0; m_options.positions && !ring && i < line.size(); ++i)
            out.positions.push_back(double(i));
        out.partStart.push_back(std::uint32_t(out.vertices.size()));
        out.cut.push_back(0);
    }
    const GeoBox &box = found.box;
    const bool mayTouch = box.west == -180 || box.east == 180 || box.south == -90 || box.north == 90;
    if (ring && mayTouch && touchesSeam(line))
        out.cut.back() = 1;
    return true;
}

bool GeometryProjector::longEdgesAreStraight(std::span<const LatLon> line, std::span<const PointXY> plane)
{
    constexpr double simpleCurve = 1;  // degrees: up to here the middle of an edge tells all about it
    m_middles.clear();
    m_longEdges.clear();
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const LatLon a = line[i], b = line[i + 1];
        const double span = std::max(std::abs(b.lon - a.lon), std::abs(b.lat - a.lat));
        if (span <= m_straight)
            continue;
        if (span > simpleCurve)
            return false;
        m_middles.push_back({(a.lat + b.lat) / 2, (a.lon + b.lon) / 2});
        m_longEdges.push_back(std::uint32_t(i));
    }
    m_planeMiddles.resize(m_middles.size());
    m_projection.forward(m_middles, m_planeMiddles);
    for (std::size_t k = 0; k < m_longEdges.size(); ++k) {
        const PointXY a = plane[m_longEdges[k]], b = plane[m_longEdges[k] + 1], m = m_planeMiddles[k];
        if (!(std::hypot(m.x - (a.x + b.x) / 2, m.y - (a.y + b.y) / 2) <= m_options.tolerance))
            return false;
    }
    return true;
}

void GeometryProjector::clearLineDivided(std::span<const LatLon> line, bool ring, std::span<const PointXY> plane, PlaneParts &out)
{
    PlanePath path(m_domain, m_options.tolerance, m_options.positions && !ring, out);
    path.setMode(PlanePath::Mode::Direct);
    path.setInRing(ring);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        path.edge({line[i].lon, line[i].lat}, plane[i], {line[i + 1].lon, line[i + 1].lat}, plane[i + 1], double(i), double(i + 1));
    }
    path.endPart();
}

void GeometryProjector::line(std::span<const LatLon> line, PlaneParts &out)
{
    if (line.size() < 2 || clearLine(line, false, out))
        return;
    const CleanLine clean = cleaned(line, false);
    m_invalid += clean.dropped;
    if (clean.vertices.size() < 2)
        return;
    FramePath path = framePath(clean.vertices, false, m_domain.frame(), m_options.tolerance / 2 / metresPerDegree);
    for (double &position : path.positions) {
        const std::size_t i = std::min(std::size_t(position), clean.index.size() - 2);
        position = clean.index[i] + (position - double(i)) * (clean.index[i + 1] - clean.index[i]);
    }
    PlanePath drawn(m_domain, m_options.tolerance, m_options.positions, out);
    drawn.setMode(m_domain.mesh() ? PlanePath::Mode::Searching : PlanePath::Mode::Inside);
    cutLine(path, m_domain, drawn);
}

void GeometryProjector::rings(std::span<const std::span<const LatLon>> rings, PlaneParts &out)
{
    std::vector<CleanLine> crossing;
    std::vector<char> seams;
    double farthest = 0;  // mean latitude of the ring around the axis that is nearest to a pole
    GeoLine closed;
    for (std::span<const LatLon> ring : rings) {
        if (!ring.empty() && ring.front() != ring.back()) {
            closed.assign(ring.begin(), ring.end());
            closed.push_back(ring.front());
            ring = closed;
        }
        if (ring.size() >= 4 && clearLine(ring, true, out))
            continue;
        CleanLine clean = cleaned(ring, true);
        m_invalid += clean.dropped;
        if (clean.vertices.size() < 3)
            continue;
        const double latitude = windingOf(clean.vertices) % 2 != 0 ? meanLatitude(clean.vertices) : 0;
        farthest = std::abs(latitude) > std::abs(farthest) ? latitude : farthest;
        seams.push_back(touchesSeam(ring));
        crossing.push_back(std::move(clean));
    }
    if (crossing.empty())
        return;
    // One pole for all: two rings around the axis are then the edges of a belt, whatever their latitudes.
    RingCutter cutter(m_domain, m_options.tolerance, out);
    for (std::size_t i = 0; i < crossing.size(); ++i)
        cutter.add(crossing[i].vertices, farthest < 0, seams[i]);
    cutter.finish();
}

void GeometryProjector::outline(std::span<const LatLon> ring, PlaneParts &out)
{
    std::size_t start = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        if (!onSeam(ring[i], ring[i + 1]))
            continue;
        line(ring.subspan(start, i + 1 - start), out);
        start = i + 1;
    }
    if (!ring.empty())
        line(ring.subspan(start), out);
}

void GeometryProjector::points(std::span<const LatLon> points, std::vector<PointXY> &out, std::vector<std::uint32_t> &indices)
{
    m_plane.resize(points.size());
    m_projection.forward(points, m_plane);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const LatLon p = points[i];
        if (!p.defined() || std::abs(p.lat) > 90 || std::abs(p.lon) > 360) {
            ++m_invalid;
        } else if (!m_plane[i].finite() || !m_domain.contains(p)) {
            ++m_beyond;
        } else {
            out.push_back(m_plane[i]);
            indices.push_back(std::uint32_t(i));
        }
    }
}

PointXY GeometryProjector::point(LatLon place)
{
    std::vector<PointXY> image;
    std::vector<std::uint32_t> index;
    points({&place, 1}, image, index);
    return image.empty() ? PointXY{std::nan(""), std::nan("")} : image.front();
}

void GeometryProjector::world(PlaneParts &out)
{
    RingCutter(m_domain, m_options.tolerance, out).addWorld();
}

} // namespace ca
