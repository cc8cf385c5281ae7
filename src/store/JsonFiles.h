// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/AtlasCompiler.h"

/// The JSON files of geodata/: segments, records and the atlas' own data. Private to the compiler.
namespace ca::jsonfiles {

void readSegments(const QString &folder, AtlasCompiler::ReadResult &result);
void readRecords(const QString &folder, AtlasCompiler::ReadResult &result);
void readAtlas(const QString &folder, AtlasCompiler::ReadResult &result);

} // namespace ca::jsonfiles
