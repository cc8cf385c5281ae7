// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "document/PdfPages.h"

namespace ca {

/// Reads PDFs in a program of its own, corridor-atlas-pdf, which has little memory and time (the
/// pdf limits in DocumentLimits.h) and is ended when cancelled: PDF is the one format whose library
/// cannot be bounded from within.
namespace PdfProcess {

/// Blocking; any thread, several at once. Fails with the reason when the program is missing, dies,
/// or says that the file cannot be read.
Result<PdfContents> read(const QByteArray &pdf, const CancelToken &cancel);

/// Where the program lies: beside this one, in libexec below the same prefix, or in bin of the
/// build folder. Empty when it is in none.
[[nodiscard]] QString program();

} // namespace PdfProcess
} // namespace ca
