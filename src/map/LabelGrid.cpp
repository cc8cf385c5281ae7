// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelGrid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ca {
namespace {

struct Axes {
    QPointF along, across;
};

Axes axesOf(const TurnedBox &box)
{
    if (box.angle == 0)
        return {{1, 0}, {0, 1}};
    const double radians = box.angle * M_PI / 180;
    return {{std::cos(radians), std::sin(radians)}, {-std::sin(radians), std::cos(radians)}};
}

double dot(QPointF a, QPointF b)
{
    return a.x() * b.x() + a.y() * b.y();
}

/// Half the extent of @p box along @p axis.
double reach(const TurnedBox &box, const Axes &axes, QPointF axis)
{
    return box.halfWidth * std::abs(dot(axes.along, axis)) + box.halfHeight * std::abs(dot(axes.across, axis));
}

} // namespace

TurnedBox TurnedBox::ofText(QPointF baseline, double width, double ascent, double below, double angle, double padding)
{
    TurnedBox box;
    box.angle = angle;
    box.halfWidth = width / 2 + padding;
    box.halfHeight = (ascent + below) / 2 + padding;
    const Axes axes = axesOf(box);
    box.centre = baseline + axes.along * (width / 2) + axes.across * ((below - ascent) / 2);
    return box;
}

QRectF TurnedBox::bounds() const
{
    const Axes axes = axesOf(*this);
    const double x = reach(*this, axes, {1, 0}), y = reach(*this, axes, {0, 1});
    return {centre.x() - x, centre.y() - y, 2 * x, 2 * y};
}

bool TurnedBox::meets(const TurnedBox &other) const
{
    if (angle == 0 && other.angle == 0) {
        return std::abs(other.centre.x() - centre.x()) < halfWidth + other.halfWidth
            && std::abs(other.centre.y() - centre.y()) < halfHeight + other.halfHeight;
    }
    // Separating axes: two boxes are apart exactly when their shadows on one of their axes are.
    const Axes mine = axesOf(*this), theirs = axesOf(other);
    const QPointF between = other.centre - centre;
    for (const QPointF axis : {mine.along, mine.across, theirs.along, theirs.across}) {
        if (std::abs(dot(between, axis)) >= reach(*this, mine, axis) + reach(other, theirs, axis))
            return false;
    }
    return true;
}

bool TurnedBox::meetsLine(PointXY a, PointXY b) const
{
    const Axes axes = axesOf(*this);
    const QPointF from = QPointF(a.x, a.y) - centre, to = QPointF(b.x, b.y) - centre;
    double t0 = 0, t1 = 1;
    const std::array<std::pair<QPointF, double>, 2> sides{{{axes.along, halfWidth}, {axes.across, halfHeight}}};
    for (const auto &[axis, half] : sides) {
        const double start = dot(from, axis), step = dot(to - from, axis);
        if (std::abs(step) < 1e-12) {
            if (std::abs(start) > half)
                return false;
            continue;
        }
        const double u = (-half - start) / step, v = (half - start) / step;
        t0 = std::max(t0, std::min(u, v));
        t1 = std::min(t1, std::max(u, v));
    }
    return t0 <= t1;
}

LabelGrid::LabelGrid(const QRectF &area)
    : m_origin(area.topLeft()), m_columns(std::max(1, int(std::ceil(area.width() / side)))),
      m_rows(std::max(1, int(std::ceil(area.height() / side)))),
      m_buckets(std::size_t(m_columns) * std::size_t(m_rows))
{
}

/// Calls visit(bucket) for all that @p bounds meets, until it returns false.
template <class Visit>
void LabelGrid::forBuckets(const QRectF &bounds, Visit visit) const
{
    const auto cell = [](double v, int count) { return int(std::clamp(v / side, 0.0, count - 1.0)); };
    const int left = cell(bounds.left() - m_origin.x(), m_columns), right = cell(bounds.right() - m_origin.x(), m_columns);
    const int top = cell(bounds.top() - m_origin.y(), m_rows), bottom = cell(bounds.bottom() - m_origin.y(), m_rows);
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            if (!visit(std::size_t(y) * std::size_t(m_columns) + std::size_t(x)))
                return;
        }
    }
}

void LabelGrid::addBox(const TurnedBox &box)
{
    const auto index = std::uint32_t(m_boxes.size());
    m_boxes.push_back(box);
    forBuckets(box.bounds(), [&](std::size_t bucket) {
        m_buckets[bucket].boxes.push_back(index);
        return true;
    });
}

void LabelGrid::addLine(std::span<const PointXY> line)
{
    for (std::size_t i = 1; i < line.size(); ++i) {
        // Long pieces are cut, so that a slanting one does not fill the buckets of its whole box.
        const double length = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        const int cuts = std::max(1, int(std::ceil(length / side)));
        const auto at = [&](int k) {
            const double t = double(k) / cuts;
            return PointXY{line[i - 1].x + t * (line[i].x - line[i - 1].x), line[i - 1].y + t * (line[i].y - line[i - 1].y)};
        };
        for (int k = 0; k < cuts; ++k) {
            const Piece piece{at(k), at(k + 1)};
            const auto index = std::uint32_t(m_pieces.size());
            m_pieces.push_back(piece);
            forBuckets(QRectF(QPointF(piece.a.x, piece.a.y), QPointF(piece.b.x, piece.b.y)).normalized(), [&](std::size_t bucket) {
                m_buckets[bucket].pieces.push_back(index);
                return true;
            });
        }
    }
}

/// Whether no box that counts(box) meets @p box.
template <class Counts>
bool LabelGrid::noneMeets(const TurnedBox &box, Counts counts) const
{
    bool free = true;
    forBuckets(box.bounds(), [&](std::size_t bucket) {
        const std::vector<std::uint32_t> &boxes = m_buckets[bucket].boxes;
        free = std::none_of(boxes.begin(), boxes.end(), [&](std::uint32_t i) { return counts(m_boxes[i]) && m_boxes[i].meets(box); });
        return free;
    });
    return free;
}

bool LabelGrid::isFree(const TurnedBox &box) const
{
    return noneMeets(box, [](const TurnedBox &) { return true; });
}

bool LabelGrid::isFreeBut(const TurnedBox &box, QPointF own) const
{
    return noneMeets(box, [own](const TurnedBox &other) { return other.centre != own; });
}

int LabelGrid::linesThrough(const TurnedBox &box) const
{
    if (m_pieces.empty())
        return 0;
    std::vector<std::uint32_t> hit;
    forBuckets(box.bounds(), [&](std::size_t bucket) {
        for (const std::uint32_t i : m_buckets[bucket].pieces) {
            if (box.meetsLine(m_pieces[i].a, m_pieces[i].b))
                hit.push_back(i);
        }
        return true;
    });
    std::sort(hit.begin(), hit.end());
    return int(std::unique(hit.begin(), hit.end()) - hit.begin());
}

} // namespace ca
