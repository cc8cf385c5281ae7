// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractBuilder.h"

#include <memory>

namespace ca {

/// How a read is followed and stopped.
struct ReadWatch {
    CancelToken cancel;
    std::function<void(double share)> progress;   ///< of this file in this pass, 0 to 1
};

/// A file of one format. Is read from the beginning for each pass. One thread; nothing that is thrown gets out.
class ExtractFile {
public:
    virtual ~ExtractFile() = default;
    /// Whether an object may come in several versions.
    [[nodiscard]] virtual bool hasVersions() const { return false; }
    /// Hands what the builder's pass has to see to the builder.
    [[nodiscard]] virtual Result<Done> read(ExtractBuilder &builder, const ReadWatch &watch) = 0;
};

/// Looks at the beginning of a file, whatever its name.
/// @returns the error of a file that cannot be read, is empty or of no known format.
[[nodiscard]] Result<std::unique_ptr<ExtractFile>> openExtract(const QString &file);

} // namespace ca
