// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/FigureOptions.h"

/// The options of figures by topic: what they are called and how they are read.
namespace ca::figurereaders {

/// Reads some options into the figure; nullopt when they are absent or fine.
using Reader = std::optional<Error> (*)(const CommandLine &, FigureOptions &);

// ---- what is shown (FigureRegionOptions.cpp)
[[nodiscard]] std::vector<OptionSpec> regionSpecs();
[[nodiscard]] std::vector<OptionSpec> viewSpecs();
std::optional<Error> readRegion(const CommandLine &line, FigureOptions &options);

// ---- page and file (FigurePageOptions.cpp); the resolution before the size
[[nodiscard]] std::vector<OptionSpec> sizeSpecs();
[[nodiscard]] std::vector<OptionSpec> fileSpecs();
std::optional<Error> readDpi(const CommandLine &line, FigureOptions &options);
std::optional<Error> readPage(const CommandLine &line, FigureOptions &options);
std::optional<Error> readFile(const CommandLine &line, FigureOptions &options);

// ---- look and words (FigureLookOptions.cpp)
[[nodiscard]] std::vector<OptionSpec> wordSpecs();
[[nodiscard]] std::vector<OptionSpec> elementSpecs();
[[nodiscard]] std::vector<OptionSpec> lookSpecs();
std::optional<Error> readWords(const CommandLine &line, FigureOptions &options);
std::optional<Error> readLook(const CommandLine &line, FigureOptions &options);
std::optional<Error> readElements(const CommandLine &line, FigureOptions &options);

[[nodiscard]] inline Error mistake(const QString &message)
{
    return {message, {}, 0};
}

} // namespace ca::figurereaders
