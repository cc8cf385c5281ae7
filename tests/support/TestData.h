// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Where tests find what they read. All paths are absolute.
namespace ca::test {

/// Source tree.
[[nodiscard]] QString sourcePath(const QString &relative);
/// Build tree; holds share/corridor-atlas/atlas.gpkg.
[[nodiscard]] QString buildPath(const QString &relative);
/// The compiled atlas of this build.
[[nodiscard]] QString atlasPath();
/// A file below the folder named by CORRIDOR_ATLAS_TEST_DATA; empty when the variable is unset.
[[nodiscard]] QString externalPath(const QString &relative);

} // namespace ca::test

/// Skips a test function when the external test data are not at hand.
#define CA_NEED_TEST_DATA() \
    do { \
        if (ca::test::externalPath(QStringLiteral(".")).isEmpty()) \
            QSKIP("CORRIDOR_ATLAS_TEST_DATA is not set: real extracts and articles are not at hand"); \
    } while (false)
