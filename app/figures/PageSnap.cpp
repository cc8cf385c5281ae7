// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/PageSnap.h"

#include <algorithm>
#include <cmath>

namespace ca {

using namespace ElementHandles;

PageSnap::PageSnap(QSizeF page, double margin, const std::vector<QRectF> &others, double tolerance)
    : m_page(page), m_tolerance(tolerance)
{
    const double width = page.width(), height = page.height();
    for (const double x : {margin, width - margin, width / 2, 0.0, width})
        m_vertical.push_back({x, 0, height});
    for (const double y : {margin, height - margin, height / 2, 0.0, height})
        m_horizontal.push_back({y, 0, width});
    for (const QRectF &other : others) {
        for (const double x : {other.left(), other.right(), other.center().x()})
            m_vertical.push_back({x, other.top(), other.bottom()});
        for (const double y : {other.top(), other.bottom(), other.center().y()})
            m_horizontal.push_back({y, other.left(), other.right()});
    }
}

PageSnap::Pull PageSnap::pull(const std::vector<Line> &lines, const std::vector<double> &edges) const
{
    constexpr double same = 1e-6;
    Pull best;
    double least = m_tolerance + same;
    for (const Line &line : lines) {
        for (const double edge : edges) {
            if (std::abs(line.at - edge) < least - same) {  // of equals the first, which is the page's
                best = {line.at - edge, &line};
                least = std::abs(best.by);
            }
        }
    }
    return best;
}

PageSnap::Snapped PageSnap::snapped(const QRectF &rect, Handle handle) const
{
    std::vector<double> xs, ys;
    if (holdsLeft(handle))
        xs.push_back(rect.left());
    if (holdsRight(handle))
        xs.push_back(rect.right());
    if (holdsTop(handle))
        ys.push_back(rect.top());
    if (holdsBottom(handle))
        ys.push_back(rect.bottom());
    if (handle == Handle::Body) {
        xs.push_back(rect.center().x());
        ys.push_back(rect.center().y());
    }
    const Pull across = pull(m_vertical, xs), down = pull(m_horizontal, ys);
    const QRectF pulledRect = pulled(rect, handle, {across.by, down.by});
    Snapped result{kept(pulledRect, handle), {}};
    if (result.rect != pulledRect)  // the page's edge, or the least size, had the last word
        return result;
    if (const Line *line = across.line)
        result.guides.emplace_back(line->at, std::min(line->from, result.rect.top()), line->at, std::max(line->to, result.rect.bottom()));
    if (const Line *line = down.line)
        result.guides.emplace_back(std::min(line->from, result.rect.left()), line->at, std::max(line->to, result.rect.right()), line->at);
    return result;
}

QRectF PageSnap::kept(const QRectF &rect, Handle handle) const
{
    QRectF inside = rect;
    if (handle == Handle::Body) {
        inside.moveLeft(std::clamp(rect.left(), 0.0, std::max(0.0, m_page.width() - rect.width())));
        inside.moveTop(std::clamp(rect.top(), 0.0, std::max(0.0, m_page.height() - rect.height())));
        return inside;
    }
    if (holdsLeft(handle))
        inside.setLeft(std::clamp(rect.left(), 0.0, std::max(0.0, rect.right() - leastSide)));
    if (holdsTop(handle))
        inside.setTop(std::clamp(rect.top(), 0.0, std::max(0.0, rect.bottom() - leastSide)));
    if (holdsRight(handle))
        inside.setRight(std::clamp(rect.right(), std::min(m_page.width(), rect.left() + leastSide), m_page.width()));
    if (holdsBottom(handle))
        inside.setBottom(std::clamp(rect.bottom(), std::min(m_page.height(), rect.top() + leastSide), m_page.height()));
    return inside;
}

} // namespace ca
