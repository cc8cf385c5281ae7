// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/ElementHandles.h"

#include <QLineF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace ca {

/// Draws what is moved to the lines that order a page: its edges, margins and middle, and edges and middles of the other
/// elements. Page pixels; a value that knows nothing of mice.
class PageSnap {
public:
    struct Snapped {
        QRectF rect;
        std::vector<QLineF> guides;   ///< the lines that hold it, at most one each way
    };

    PageSnap() = default;
    /// @param tolerance how near a line must be
    PageSnap(QSizeF page, double margin, const std::vector<QRectF> &others, double tolerance);

    /// Only the sides that @p handle holds move; all of them for the body, with the size kept. Never leaves the page.
    [[nodiscard]] Snapped snapped(const QRectF &rect, Handle handle) const;
    /// The same without the lines: kept on the page, and of a size that can be taken hold of.
    [[nodiscard]] QRectF kept(const QRectF &rect, Handle handle) const;

    static constexpr double leastSide = 12;   ///< of an element

private:
    struct Line {
        double at = 0;        ///< across
        double from = 0;      ///< along
        double to = 0;
    };
    struct Pull {
        double by = 0;
        const Line *line = nullptr;
    };
    [[nodiscard]] Pull pull(const std::vector<Line> &lines, const std::vector<double> &edges) const;

    QSizeF m_page;
    double m_tolerance = 0;
    std::vector<Line> m_vertical;     ///< in the order of preference
    std::vector<Line> m_horizontal;
};

} // namespace ca
