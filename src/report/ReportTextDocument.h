// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/ReportContent.h"

#include <QFont>
#include <QSizeF>

class QPaintDevice;
class QTextDocument;

namespace ca {

/// The embedded Noto fonts in @p points.
[[nodiscard]] QFont reportFont(double points);

/// Lays a report out on pages of @p page (pixels of @p device). Headings stand on the page of what follows them.
void fillTextDocument(QTextDocument &document, const ReportContent &content, QPaintDevice &device, const QSizeF &page);

} // namespace ca
