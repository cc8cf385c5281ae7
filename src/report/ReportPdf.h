// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "report/ReportContent.h"

#include <QByteArray>

namespace ca {

/// The report as PDF, A4: embedded Noto fonts (resource :/fonts where the program has it, else those installed), text that
/// can be selected, links, headings that stay with what follows, page numbers. The same content gives the same bytes.
/// Needs a QGuiApplication; GUI thread.
Result<QByteArray> reportPdf(const ReportContent &content);

} // namespace ca
