// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "store/AtlasCompiler.h"
#include "support/TestData.h"

#include <QtTest/qtestcase.h>

/// The atlas of this source tree, read from its text once a program.
namespace ca::test {

[[nodiscard]] inline std::shared_ptr<const Atlas> realAtlas()
{
    static const auto atlas = std::make_shared<const Atlas>(
        AtlasCompiler::readText(sourcePath(QStringLiteral("geodata"))).source.data);
    return atlas;
}

/// The user's copy of a record's article; empty when the record names no file.
[[nodiscard]] inline QString articleFile(const Record &record)
{
    const QString file = record.custom(QStringLiteral("file"));
    return file.isEmpty() ? QString() : externalPath(QStringLiteral("sources/") + file);
}

} // namespace ca::test
