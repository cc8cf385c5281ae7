// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "report/ReportContent.h"

#include <optional>

namespace ca {

enum class ReportFormat { Html, Odt, Pdf };

namespace reportwriter {

/// "html", "odt", "pdf"; in any case, with or without a dot.
[[nodiscard]] std::optional<ReportFormat> formatOf(const QString &suffix);
/// The file as a whole. Pdf needs a QGuiApplication.
Result<QByteArray> encode(const ReportContent &content, ReportFormat format);
/// Written beside its target and renamed: a failure leaves an older file as it was.
Result<Done> write(const ReportContent &content, ReportFormat format, const QString &file);

} // namespace reportwriter
} // namespace ca
