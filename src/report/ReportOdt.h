// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/ReportContent.h"

#include <QByteArray>

#include <vector>

namespace ca {

/// The report as OpenDocument text 1.2 for LibreOffice and Word: named paragraph styles, real headings, tables whose
/// heading rows repeat, sources as a numbered list that the text links to, page numbers, metadata.
struct OdtPart {
    QByteArray name;
    QByteArray content;
};
/// The files inside, in the order in which they stand in the archive.
[[nodiscard]] std::vector<OdtPart> reportOdtParts(const ReportContent &content);
[[nodiscard]] QByteArray reportOdt(const ReportContent &content);

} // namespace ca
