// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"

#include <QByteArray>

namespace ca::pdffile {

/// One vector page with embedded fonts and selectable text, dated by the figure: the same figure gives the same bytes
/// whenever and wherever it is written.
[[nodiscard]] Result<QByteArray> encode(const FigureComposition &figure);

/// @p pdf with its creation date replaced by @p date ("D:20261122000000Z"). Dates of another length move what
/// follows: the cross-reference table is put right.
[[nodiscard]] QByteArray redated(QByteArray pdf, const QByteArray &date);

} // namespace ca::pdffile
