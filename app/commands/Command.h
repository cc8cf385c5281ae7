// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/CommandIo.h"
#include "commands/CommandLine.h"

#include <QString>

#include <vector>

namespace ca {

/// One command of the program: what it understands and what it does.
struct Command {
    QString name;
    QString words;                  ///< for the usage line, "ID|NAME"; empty = takes none
    int maxWords = 0;
    QString summary;                ///< one line
    std::vector<OptionSpec> options;
    bool drawsPictures = false;     ///< needs a QGuiApplication
    int (*run)(const CommandLine &line, CommandIo &io) = nullptr;
};

// One file each.
[[nodiscard]] const Command &listCommand();
[[nodiscard]] const Command &showCommand();
[[nodiscard]] const Command &geometryCommand();
[[nodiscard]] const Command &matchCommand();
[[nodiscard]] const Command &figureCommand();
[[nodiscard]] const Command &exportCommand();
[[nodiscard]] const Command &checkCommand();
[[nodiscard]] const Command &suggestCommand();
[[nodiscard]] const Command &benchCommand();
[[nodiscard]] const Command &importCommand();
[[nodiscard]] const Command &citeCommand();
[[nodiscard]] const Command &reportCommand();
[[nodiscard]] const Command &annotationsCommand();
[[nodiscard]] const Command &osmCommand();

/// Options that several commands share.
[[nodiscard]] OptionSpec atlasOption();
[[nodiscard]] OptionSpec jsonOption();
[[nodiscard]] OptionSpec baseMapOption();

} // namespace ca
