// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/PdfPages.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// One printed line. Points, origin at the top left.
struct PdfLine {
    QString text;
    int page = 0;             ///< from 0
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
    float firstWordWidth = 0;
    float pageHeight = 0;
    bool isTurned = false;
    [[nodiscard]] float height() const { return bottom - top; }
};

namespace PdfLines {

/// Puts the words of a page together to lines, in reading order. What stands apart on one line is
/// set off by a tab.
[[nodiscard]] std::vector<PdfLine> of(const PdfPage &page, int number);

/// Takes running headers, footers and page numbers out: lines at the edge of at least three pages
/// (two of a short document) that differ in numbers only. Returns each of them once.
QStringList takeFurniture(std::vector<PdfLine> &lines, int pageCount);

} // namespace PdfLines
} // namespace ca
