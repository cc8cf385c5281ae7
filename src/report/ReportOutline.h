// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/ReportContent.h"

namespace ca {

/// A stretch of text of one look.
struct ReportRun {
    QString text;
    bool italic = false;
    bool bold = false;
    bool warning = false;     ///< something the reader must not miss: "sources differ", "changed"
    QString link;             ///< web address, or "#source-3"
    QString language;         ///< where it is not the report's, BCP 47
    bool operator==(const ReportRun &) const = default;
};
using ReportText = std::vector<ReportRun>;

/// A paragraph, heading or table of a report, in order. All writers draw the same outline.
struct ReportBlock {
    enum class Kind { Title, Subtitle, Heading, Subheading, Paragraph, Quotation, Small, Table, Source };
    Kind kind = Kind::Paragraph;
    ReportText text;                              ///< of all but tables
    QString language;                             ///< of a quotation
    int number = 0;                               ///< of a source, from 1
    std::vector<QString> columns;                 ///< headings of a table; may be empty
    std::vector<int> widths;                      ///< of a table's columns, in per cent of the text's width
    std::vector<std::vector<ReportText>> rows;    ///< of a table
    bool operator==(const ReportBlock &) const = default;
};

/// Target of links to a source: "source-3".
[[nodiscard]] QString sourceAnchor(int number);
[[nodiscard]] std::vector<ReportBlock> reportOutline(const ReportContent &content);

} // namespace ca
