// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "map/MapStyle.h"
#include "reading/ReaderMark.h"

#include <QPalette>
#include <QTextEdit>

namespace ca {

/// How marks look in the text: a ground in the colour of their corridor, light, or strong for the chosen one; what the
/// user linked has a line under it, what is only proposed a dotted one. The chosen mark comes last.
[[nodiscard]] QList<QTextEdit::ExtraSelection> paintMarks(const std::vector<ReaderMark> &marks, const ReaderMark *chosen,
                                                          QTextDocument &document, const Atlas &atlas, const MapStyle &style,
                                                          const QPalette &palette);

/// Colour of a mark, of its corridor or a neutral one.
[[nodiscard]] QColor markColor(const ReaderMark &mark, const Atlas &atlas, const MapStyle &style, const QPalette &palette);

} // namespace ca
