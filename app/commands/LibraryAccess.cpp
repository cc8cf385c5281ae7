// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/LibraryAccess.h"

#include "base/Tr.h"

#include <QFileInfo>

namespace ca {

Result<std::unique_ptr<Library>> openGivenLibrary(const CommandLine &line)
{
    const QString file = line.value(QStringLiteral("--library"));
    if (!line.has(QStringLiteral("--library")))
        return std::unique_ptr<Library>();
    if (!QFileInfo::exists(file))
        return Error{tr("there is no such library"), file, 0};
    return Library::open(file);
}

} // namespace ca
