// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <span>
#include <vector>

namespace ca {

/// A rectangle turned by an angle, screen coordinates.
struct TurnedBox {
    QPointF centre;
    double halfWidth = 0;
    double halfHeight = 0;
    double angle = 0;  ///< degrees clockwise

    /// The label whose first baseline begins at @p baseline: @p ascent above, @p below under it, all turned about it.
    static TurnedBox ofText(QPointF baseline, double width, double ascent, double below, double angle, double padding);
    [[nodiscard]] QRectF bounds() const;
    [[nodiscard]] bool meets(const TurnedBox &other) const;
    [[nodiscard]] bool meetsLine(PointXY a, PointXY b) const;
};

/// What is taken on the screen: boxes of labels and symbols (hard) and corridor lines (soft), in square buckets.
class LabelGrid {
public:
    /// @param area what labels can lie in; what is added or asked for beyond it counts at its edge.
    explicit LabelGrid(const QRectF &area);
    void addBox(const TurnedBox &box);
    void addLine(std::span<const PointXY> line);

    [[nodiscard]] bool isFree(const TurnedBox &box) const;
    /// The same, but for boxes centred on @p own.
    [[nodiscard]] bool isFreeBut(const TurnedBox &box, QPointF own) const;
    /// Number of corridor line pieces that run through @p box.
    [[nodiscard]] int linesThrough(const TurnedBox &box) const;

private:
    struct Piece {
        PointXY a, b;
    };
    struct Bucket {
        std::vector<std::uint32_t> boxes, pieces;
    };
    static constexpr double side = 48;  // pixels
    template <class Counts>
    [[nodiscard]] bool noneMeets(const TurnedBox &box, Counts counts) const;
    template <class Visit>
    void forBuckets(const QRectF &bounds, Visit visit) const;

    QPointF m_origin;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<TurnedBox> m_boxes;
    std::vector<Piece> m_pieces;
    std::vector<Bucket> m_buckets;
};

} // namespace ca
