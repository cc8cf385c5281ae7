// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "document/PdfPages.h"

#include <optional>

namespace ca {

/// Reads PDFs in a program of its own, corridor-atlas-pdf, which has little memory and time (the
/// pdf limits in DocumentLimits.h) and is ended when cancelled: PDF is the one format whose library
/// cannot be bounded from within.
namespace PdfProcess {

/// Blocking; any thread, several at once. Fails with the reason when the program is missing, dies,
/// or says that the file cannot be read.
Result<PdfContents> read(const QByteArray &pdf, const CancelToken &cancel);

/// The first file of that name embedded in the PDF; none where there is no such file. Blocking, any thread; fails as
/// read() does, and for files of more than @p most bytes.
Result<std::optional<QByteArray>> attachment(const QByteArray &pdf, const QString &name, qint64 most, const CancelToken &cancel);

/// Where the program lies: beside this one, in libexec below the same prefix, or in bin of the
/// build folder. Empty when it is in none.
[[nodiscard]] QString program();

} // namespace PdfProcess
} // namespace ca
