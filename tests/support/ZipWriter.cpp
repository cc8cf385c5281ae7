// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ZipWriter.h"

#include "base/ZipWriter.h"

namespace ca::test {

QByteArray zip(const std::vector<std::pair<QString, QByteArray>> &parts, bool packed)
{
    ZipWriter writer;
    for (const auto &[name, content] : parts)
        writer.add(name.toUtf8(), content, packed ? ZipWriter::Method::Deflated : ZipWriter::Method::Stored);
    return writer.finished();
}

} // namespace ca::test
