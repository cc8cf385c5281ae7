// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/StrandGeometry.h"

#include <QPainter>

/// Corridor lines: emphasis, bands of uncertainty, casings, cores, precision and marks, phase by phase over all strands.
namespace ca::StrandPainter {

void paint(QPainter &painter, const Frame &frame, const std::vector<DrawnStrand> &strands);

/// One line with casing, dashes and marks, without precision; @p length is that of the whole line the runs
/// were clipped from. For legends.
void paintCasing(QPainter &painter, const LineStyle &line, const std::vector<ClippedRun> &runs);
void paintCore(QPainter &painter, const LineStyle &line, Mode mode, Status status, const QColor &markFill,
               const std::vector<ClippedRun> &runs, double length);
/// What a precision adds to a line of @p width pixels: a pale heart (schematic) or a dotted one (estimated).
void paintPrecision(QPainter &painter, Precision precision, double width, const QColor &hollow,
                    const std::vector<ClippedRun> &runs);

} // namespace ca::StrandPainter
