// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/FloodAnchors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

namespace ca {
namespace {

constexpr std::size_t mostFloodAnchors = 500;
constexpr double cellsAcross = 620;  // about 10 km for the bundled base map
constexpr double leastExtent = 1000;  // metres; within less, or around a single point, there is no room to look for

class Grid {
public:
    explicit Grid(const Box &box) : m_origin{box.minX, box.minY}, m_cell(std::max(box.width(), box.height()) / cellsAcross)
    {
        m_columns = int(box.width() / m_cell) + 3;
        m_rows = int(box.height() / m_cell) + 3;
        m_wall.assign(std::size_t(m_columns * m_rows), false);
    }

    void addWalls(const PreparedShapes &shapes)
    {
        for (const PreparedShapes::Part &part : shapes.parts) {
            const auto line = shapes.line(part);
            for (std::size_t i = 1; i < line.size(); ++i)
                addWall(line[i - 1].plane(), line[i].plane());
        }
    }

    /// Distance of each cell to the nearest wall or edge, in metres (two sweeps of a chamfer).
    void measureRoom()
    {
        m_room.assign(m_wall.size(), std::numeric_limits<float>::max());
        for (int y = 0; y < m_rows; ++y) {
            for (int x = 0; x < m_columns; ++x) {
                if (m_wall[at(x, y)] || x == 0 || y == 0 || x + 1 == m_columns || y + 1 == m_rows)
                    m_room[at(x, y)] = 0;
            }
        }
        for (int y = 1; y + 1 < m_rows; ++y) {
            for (int x = 1; x + 1 < m_columns; ++x)
                relax(x, y, {-1, 0, -1, 1}, {0, -1, -1, -1});
        }
        for (int y = m_rows - 2; y > 0; --y) {
            for (int x = m_columns - 2; x > 0; --x)
                relax(x, y, {1, 0, 1, -1}, {0, 1, 1, 1});
        }
    }

    /// Whether no wall parts @p p from the area filled from another point.
    [[nodiscard]] bool lies(PointXY p, const std::vector<std::size_t> &area) const
    {
        return std::binary_search(area.begin(), area.end(), at(column(p.x), row(p.y)));
    }

    /// Cells reached from @p seed without crossing a wall, ascending.
    [[nodiscard]] std::vector<std::size_t> filled(PointXY seed) const
    {
        std::vector<bool> seen(m_wall.size(), false);
        std::vector<std::size_t> stack{at(column(seed.x), row(seed.y))};
        std::vector<std::size_t> area;
        while (!stack.empty()) {
            const std::size_t cell = stack.back();
            stack.pop_back();
            if (seen[cell] || m_room[cell] <= 0)
                continue;
            seen[cell] = true;
            area.push_back(cell);
            // Cells at the edge have no room, so that their neighbours exist.
            const auto width = std::size_t(m_columns);
            stack.insert(stack.end(), {cell - 1, cell + 1, cell - width, cell + width});
        }
        std::sort(area.begin(), area.end());
        return area;
    }

    [[nodiscard]] std::vector<PreparedLayer::Anchor> anchorsFrom(PointXY seed) const
    {
        std::vector<std::size_t> area = filled(seed);
        const std::size_t step = thinning(area.size());
        std::vector<PreparedLayer::Anchor> anchors{};
        for (const std::size_t cell : area) {
            const auto x = cell % std::size_t(m_columns), y = cell / std::size_t(m_columns);
            if (x % step == 0 && y % step == 0)
                anchors.push_back({centreOf(cell), double(m_room[cell]) * m_cell});
        }
        if (anchors.empty())
            anchors.push_back({seed, 0});
        std::sort(anchors.begin(), anchors.end(), [](const auto &a, const auto &b) {
            return std::tuple(-a.room, a.at.x, a.at.y) < std::tuple(-b.room, b.at.x, b.at.y);
        });
        return anchors;
    }

private:
    [[nodiscard]] std::size_t at(int x, int y) const { return std::size_t(y) * std::size_t(m_columns) + std::size_t(x); }
    // Clamped before the conversion: the frame of the base map may lie far outside of the grid.
    [[nodiscard]] int column(double x) const { return int(std::clamp((x - m_origin.x) / m_cell + 1, 0.0, m_columns - 1.0)); }
    [[nodiscard]] int row(double y) const { return int(std::clamp((y - m_origin.y) / m_cell + 1, 0.0, m_rows - 1.0)); }
    [[nodiscard]] PointXY centreOf(std::size_t cell) const
    {
        return {m_origin.x + (double(cell % std::size_t(m_columns)) - 0.5) * m_cell,
                m_origin.y + (double(cell / std::size_t(m_columns)) - 0.5) * m_cell};
    }
    static std::size_t thinning(std::size_t cells)
    {
        return std::max<std::size_t>(1, std::size_t(std::ceil(std::sqrt(double(cells) / double(mostFloodAnchors)))));
    }

    void addWall(PointXY a, PointXY b)
    {
        const int steps = std::max(1, int(std::ceil(2 * std::hypot(b.x - a.x, b.y - a.y) / m_cell)));
        for (int k = 0; k <= steps; ++k) {
            const double t = double(k) / steps;
            m_wall[at(column(a.x + t * (b.x - a.x)), row(a.y + t * (b.y - a.y)))] = true;
        }
    }

    void relax(int x, int y, std::array<int, 4> dx, std::array<int, 4> dy)
    {
        float &room = m_room[at(x, y)];
        for (std::size_t i = 0; i < 4; ++i) {
            const float step = dx[i] != 0 && dy[i] != 0 ? 1.4142f : 1.f;
            room = std::min(room, m_room[at(x + dx[i], y + dy[i])] + step);
        }
    }

    PointXY m_origin;
    double m_cell;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<bool> m_wall;
    std::vector<float> m_room;
};

using Layers = std::vector<std::shared_ptr<PreparedLayer>>;

const PreparedShapes *coarsest(const Layers &layers, const char *id)
{
    for (const auto &layer : layers) {
        if (layer->id == QLatin1String(id))
            return &layer->levels.front().shapes;
    }
    return nullptr;
}

PointXY seedOf(const PreparedShapes &points, const PreparedShapes::Part &part)
{
    return points.vertices[part.first].plane();
}

/// Where one area holds several names (the seas of the Mediterranean), each keeps to the free water around its point.
void keepApart(AnchorLists &lists, const PreparedLevel &level, const Grid &grid)
{
    for (const PreparedShapes::Part &part : level.shapes.parts) {
        const PointXY seed = seedOf(level.shapes, part);
        const double radius = level.table->value(part.feature, QStringLiteral("free_radius_km")).toDouble() * 1000;
        const std::vector<std::size_t> area = grid.filled(seed);
        const bool alone =
            std::none_of(level.shapes.parts.begin(), level.shapes.parts.end(), [&](const PreparedShapes::Part &other) {
                return other.feature != part.feature && grid.lies(seedOf(level.shapes, other), area);
            });
        if (alone)
            continue;
        auto &anchors = lists[part.feature];
        std::erase_if(anchors, [&](const PreparedLayer::Anchor &anchor) {
            return std::hypot(anchor.at.x - seed.x, anchor.at.y - seed.y) > radius / 2;
        });
        anchors.insert(anchors.begin(), {seed, radius});
    }
}

void addAnchors(PreparedLayer &layer, const Grid &grid)
{
    const PreparedLevel &level = layer.levels.front();
    AnchorLists lists(level.table->featureCount());
    for (const PreparedShapes::Part &part : level.shapes.parts)
        lists[part.feature] = grid.anchorsFrom(seedOf(level.shapes, part));
    if (layer.id == QLatin1String("seas"))
        keepApart(lists, level, grid);
    setAnchors(layer, lists);
}

} // namespace

void addFloodAnchors(const Layers &layers, const CancelToken &cancel)
{
    Box box;
    for (const auto &layer : layers) {
        if (layer->kind == GeometryKind::Point || layer->id == QLatin1String("borders") || layer->id == QLatin1String("coast"))
            box.extend(layer->levels.front().shapes.tree.bounds());
    }
    if (!(std::max(box.width(), box.height()) > leastExtent) || cancel.cancelled())
        return;
    Grid grid(box);
    for (const char *id : {"frame", "borders", "coast"}) {
        if (const PreparedShapes *walls = coarsest(layers, id))
            grid.addWalls(*walls);
    }
    grid.measureRoom();
    for (const auto &layer : layers) {
        if (layer->kind == GeometryKind::Point && (layer->id == QLatin1String("countries") || layer->id == QLatin1String("seas")))
            addAnchors(*layer, grid);
    }
}

} // namespace ca
