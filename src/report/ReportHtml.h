// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/ReportContent.h"

#include <QByteArray>

namespace ca {

/// The report as one HTML file that needs nothing else: own style sheet, light and dark, for print too; no script, and a
/// policy that forbids any. Well-formed XML as well.
[[nodiscard]] QByteArray reportHtml(const ReportContent &content);

} // namespace ca
