// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/StrandGeometry.h"

#include <QPainter>
#include <QRectF>

#include <optional>

/// Corridor lines: bands of uncertainty, emphasis, casings, outlines, cores with their marks and precision, phase by
/// phase over all strands.
namespace ca::StrandPainter {

void paint(QPainter &painter, const Frame &frame, const std::vector<DrawnStrand> &strands);

/// One straight line across @p rect, for legends and trees; with a precision also what that adds.
void paintSample(QPainter &painter, const QRectF &rect, const MapStyle &style, const LineStyle &line,
                 std::optional<Precision> precision = {});

/// Dashes as they lie on a line: lengths in pixels, and how far into them the line begins.
struct DashFit {
    QVector<qreal> lengths;
    double start = 0;
};
/// A style's dashes stretched a little, so that a line of @p length pixels begins and ends on a whole dash, or on half
/// a dash where another line carries it on.
[[nodiscard]] DashFit fittedDashes(const QVector<qreal> &dashes, double length, bool carriedBefore, bool carriedAfter);

} // namespace ca::StrandPainter
