// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/Help.h"

#include "base/Tr.h"
#include "commands/TextTable.h"

namespace ca {

std::vector<const Command *> allCommands()
{
    return {&listCommand(), &showCommand(), &figureCommand(), &exportCommand(), &reportCommand(), &citeCommand(), &annotationsCommand(),
            &importCommand(), &suggestCommand(), &geometryCommand(), &matchCommand(), &osmCommand(), &checkCommand(), &benchCommand()};
}

OptionSpec atlasOption()
{
    return {QStringLiteral("--atlas"), QStringLiteral("FILE"),
            tr("this atlas instead of the bundled one (or of $CORRIDOR_ATLAS_DATA)")};
}

OptionSpec baseMapOption()
{
    return {QStringLiteral("--base-map"), QStringLiteral("FILE"), tr("this base map, made by “corridor-atlas osm --base-map”, instead of the bundled one")};
}

OptionSpec jsonOption()
{
    return {QStringLiteral("--json"), {}, tr("JSON for other programs")};
}

QString helpText()
{
    TextTable commands;
    for (const Command *command : allCommands())
        commands.addRow({command->name, command->summary});
    commands.addRow({QStringLiteral("--figure FILE"), tr("the default map as .png, .svg or .pdf: short for “export --out FILE”")});
    commands.addRow({QStringLiteral("--version"), tr("version of the program")});
    commands.addRow({QStringLiteral("--help"), tr("this text; “corridor-atlas COMMAND --help” tells the command's options")});
    TextTable window;
    window.addRow({QStringLiteral("--atlas FILE"), atlasOption().help});
    window.addRow({QStringLiteral("--base-map FILE"), baseMapOption().help});
    window.addRow({QStringLiteral("--sources DIR"), tr("take the articles in this folder into the library")});
    window.addRow({QStringLiteral("--layer FILE"), tr("show this map data or georeferenced picture; may be given several times")});
    window.addRow({QStringLiteral("--library FILE"), tr("use this library")});
    window.addRow({QStringLiteral("--project FILE"), tr("open this project (.catlas); the option's name may be left out")});
    window.addRow({QStringLiteral("--view NAME"), tr("go to this view of the project at the start")});
    window.addRow({QStringLiteral("--select NAME"), tr("select this segment, corridor or subject at the start")});
    window.addRow({QStringLiteral("--screenshot FILE"), tr("write a picture of the window as PNG and end")});
    return tr("Corridor Atlas: transit corridors of the South Caucasus on a map, with their sources.") + u'\n' + u'\n'
        + tr("Usage: corridor-atlas [options]             opens the window") + u'\n'
        + tr("       corridor-atlas COMMAND [options]     works without a display") + u'\n' + u'\n'
        + tr("Commands:") + u'\n' + commands.indented() + u'\n' + tr("Options of the window:") + u'\n' + window.indented() + u'\n'
        + tr("Exit code: 0 done, 1 failed or unknown name (nothing is written), 2 bad usage.") + u'\n';
}

QString helpFor(const Command &command)
{
    QStringList usage{QStringLiteral("corridor-atlas"), command.name};
    if (!command.words.isEmpty())
        usage << command.words;
    usage << QStringLiteral("[options]");
    TextTable options;
    for (const OptionSpec &option : command.options)
        options.addRow({(option.name + u' ' + option.value).trimmed(), option.help});
    return tr("Usage: %1").arg(usage.join(u' ')) + u'\n' + command.summary + u'\n' + u'\n' + options.indented();
}

QString versionText()
{
    return QStringLiteral("Corridor Atlas " CA_VERSION "\n");
}

} // namespace ca
