// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/DomainMesh.h"

#include "geo/Projection.h"
#include "geo/SphereMeasures.h"

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

constexpr double hair = 1e-7;               // degrees within a square's edge: edges may be tears
constexpr double farthestStretch = 11.6;
constexpr double leastCosine = 0.2;         // towards the poles every cylinder stretches parallels; that is no fault
constexpr double smoothShare = 0.25;        // of the step: how far a place may lie off the middle of its neighbours
constexpr double tearMetres = 10;           // times the usual scale, over two hairs

FrameRect cellRect(int column, int row)
{
    const double west = -180 + column * CellGrid::step, south = -90 + row * CellGrid::step;
    return {west, south, west + CellGrid::step, south + CellGrid::step};
}

/// Positive where north lies to the left of east, as it should.
double turn(PointXY corner, PointXY east, PointXY north)
{
    return (east.x - corner.x) * (north.y - corner.y) - (east.y - corner.y) * (north.x - corner.x);
}

double squaredGap(PointXY a, PointXY b)
{
    return (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
}

/// Negated so that NaN counts as uneven.
bool uneven(PointXY a, PointXY b, PointXY c)
{
    constexpr double nothing = 1e-6;  // square metres
    const double off = squaredGap(b, {(a.x + c.x) / 2, (a.y + c.y) / 2});
    return !(off <= smoothShare * smoothShare * std::max(squaredGap(a, b), squaredGap(b, c)) + nothing);
}

} // namespace

DomainMesh::DomainMesh(const ProjectionDomain &domain, CellGrid &cells) : m_domain(domain), m_cells(cells)
{
    findUsualScale();
    std::vector<Sample> samples;
    samples.reserve(std::size_t(CellGrid::rows) * CellGrid::columns);
    for (int row = 0; row < CellGrid::rows; ++row) {
        for (int column = 0; column < CellGrid::columns; ++column) {
            const FrameRect rect = cellRect(column, row);
            samples.push_back(sample(rect));
            if (goodQuads(samples.back(), rect) == quads && isSmooth(samples.back()))
                continue;
            cells.setBad(column, row);
            Squares squares{};
            refine(rect, 0, 0, fine, squares);
            if (std::any_of(squares.begin(), squares.end(), [](std::uint8_t size) { return size > 0; }))
                m_squares.emplace(row * CellGrid::columns + column, squares);
        }
    }
    markTears(samples, cells);
    cells.finish();
}

DomainMesh::Sample DomainMesh::sample(const FrameRect &rect) const
{
    std::array<LatLon, side * side> places;
    const double width = rect.east - rect.west - 2 * hair, height = rect.north - rect.south - 2 * hair;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const FramePoint p{rect.west + hair + width * x / (side - 1), rect.south + hair + height * y / (side - 1)};
            places[std::size_t(y * side + x)] = m_domain.frame().fromFrame(p);
        }
    }
    Sample plane;
    m_domain.projection().forward(places, plane);
    return plane;
}

void DomainMesh::findUsualScale()
{
    std::vector<double> scales;
    for (int phi = -80; phi < 80; phi += 10) {
        for (int lambda = -175; lambda < 180; lambda += 10) {
            const LatLon a = m_domain.frame().fromFrame({double(lambda), phi + 0.003}), b{a.lat + 0.01, a.lon};
            const double scale = planeDistance(m_domain.projection().forward(a), m_domain.projection().forward(b)) / 0.01 / metresPerDegree;
            if (std::isfinite(scale) && scale > 0)
                scales.push_back(scale);
        }
    }
    std::sort(scales.begin(), scales.end());
    m_usualScale = scales.empty() ? 1 : scales[scales.size() / 4];
}

bool DomainMesh::isSmooth(const Sample &plane)
{
    const auto at = [&](int x, int y) { return plane[std::size_t(y * side + x)]; };
    for (int i = 0; i < side; ++i) {
        for (int k = 0; k + 2 < side; ++k) {
            if (uneven(at(k, i), at(k + 1, i), at(k + 2, i)) || uneven(at(i, k), at(i, k + 1), at(i, k + 2)))
                return false;
        }
    }
    return true;
}

/// How many of a square's ninths are neither stretched beyond use nor seen from the back.
int DomainMesh::goodQuads(const Sample &plane, const FrameRect &rect) const
{
    const double most = farthestStretch * m_usualScale * metresPerDegree / (side - 1);
    const double phi = std::max(std::abs(rect.south), std::abs(rect.north)) * M_PI / 180;
    const double mostEast = most * std::max(std::cos(phi), leastCosine) * (rect.east - rect.west) + 1;
    const double mostNorth = most * (rect.north - rect.south) + 1;
    int good = 0;
    for (int y = 0; y + 1 < side; ++y) {
        for (int x = 0; x + 1 < side; ++x) {
            const std::size_t corner = std::size_t(y * side + x);
            const PointXY o = plane[corner], e = plane[corner + 1], n = plane[corner + side];
            const double toEast = planeDistance(o, e), toNorth = planeDistance(o, n);
            // A map that shows its back has folded over. NaN compares false.
            good += toEast <= mostEast && toNorth <= mostNorth && turn(o, e, n) >= -1e-6 * toEast * toNorth;
        }
    }
    return good;
}

void DomainMesh::refine(const FrameRect &rect, int column, int row, int size, Squares &squares) const
{
    const Sample plane = sample(rect);
    const int good = goodQuads(plane, rect);
    if (good == quads && isSmooth(plane)) {
        for (int y = row; y < row + size; ++y)
            for (int x = column; x < column + size; ++x)
                squares[std::size_t(y * fine + x)] = std::uint8_t(size);
        return;
    }
    if (size == 1 || good == 0)
        return;
    const double middle = (rect.west + rect.east) / 2, waist = (rect.south + rect.north) / 2;
    const int half = size / 2;
    refine({rect.west, rect.south, middle, waist}, column, row, half, squares);
    refine({middle, rect.south, rect.east, waist}, column + half, row, half, squares);
    refine({rect.west, waist, middle, rect.north}, column, row + half, half, squares);
    refine({middle, waist, rect.east, rect.north}, column + half, row + half, half, squares);
}

void DomainMesh::markTears(const std::vector<Sample> &samples, CellGrid &cells) const
{
    const double most = tearMetres * m_usualScale;
    const auto of = [&](int column, int row) -> const Sample & { return samples[std::size_t(row * CellGrid::columns + column)]; };
    for (int row = 0; row < CellGrid::rows; ++row) {
        for (int column = 0; column < CellGrid::columns; ++column) {
            bool east = false, north = false;
            for (std::size_t i = 0; i < side; ++i) {
                if (column + 1 < CellGrid::columns)
                    east = east || !(planeDistance(of(column, row)[i * side + side - 1], of(column + 1, row)[i * side]) <= most);
                if (row + 1 < CellGrid::rows)
                    north = north || !(planeDistance(of(column, row)[(side - 1) * side + i], of(column, row + 1)[i]) <= most);
            }
            if (east)
                cells.setTornEast(column, row);
            if (north)
                cells.setTornNorth(column, row);
        }
    }
}

bool DomainMesh::contains(FramePoint p) const
{
    const auto cell = [](double degrees, int count) { return std::clamp(int(std::floor(degrees / CellGrid::step)), 0, count - 1); };
    const int column = cell(p.lambda + 180, CellGrid::columns), row = cell(p.phi + 90, CellGrid::rows);
    if (m_cells.clear(column, row, column + 1, row + 1))
        return true;
    const Squares *good = squares(column, row);
    if (!good)
        return false;
    const FrameRect rect = cellRect(column, row);
    const auto square = [](double degrees) { return std::clamp(int(degrees / CellGrid::step * fine), 0, fine - 1); };
    return (*good)[std::size_t(square(p.phi - rect.south) * fine + square(p.lambda - rect.west))] != 0;
}

const DomainMesh::Squares *DomainMesh::squares(int column, int row) const
{
    const auto found = m_squares.find(row * CellGrid::columns + column);
    return found == m_squares.end() ? nullptr : &found->second;
}

} // namespace ca
