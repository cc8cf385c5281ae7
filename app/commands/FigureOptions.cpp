// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/FigureOptions.h"

#include "base/Tr.h"
#include "commands/Command.h"
#include "commands/FigureReaders.h"
#include "commands/ProjectAccess.h"
#include "figure/FigurePresets.h"

namespace ca {

using namespace figurereaders;

namespace {

std::vector<OptionSpec> joined(std::initializer_list<std::vector<OptionSpec>> parts)
{
    std::vector<OptionSpec> all;
    for (const std::vector<OptionSpec> &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

std::vector<OptionSpec> FigureOptions::exportSpecs()
{
    return joined({regionSpecs(),
                   {{QStringLiteral("--out"), QStringLiteral("FILE"), tr("the file to write: .png, .svg, .pdf, .tif, .pptx or .docx")}},
                   sizeSpecs(), wordSpecs(),
                   {{QStringLiteral("--style"), QStringLiteral("NAME|FILE"), tr("light (default), dark, grey, contrast, one of your own, or a .style file")}},
                   elementSpecs(), {baseMapOption(), atlasOption()}});
}

std::vector<OptionSpec> FigureOptions::specs()
{
    return joined({viewSpecs(), regionSpecs(), fileSpecs(), sizeSpecs(), wordSpecs(), lookSpecs(), elementSpecs(),
                   {{QStringLiteral("--check"), {}, tr("say what a careful editor would object to")},
                    {QStringLiteral("--strict"), {}, tr("the same, and write no figure that has objections")},
                    jsonOption(), baseMapOption(),
                    {QStringLiteral("--project"), QStringLiteral("FILE"), tr("the project (.catlas) whose views and passages are used")},
                    {QStringLiteral("--library"), QStringLiteral("FILE"), tr("with --check: the library whose copies tell whether a passage still stands as cited")},
                    {QStringLiteral("--atlas"), QStringLiteral("FILE|corridors|segments"),
                     tr("this atlas instead of the bundled one; one of the words: short for --each")}}});
}

Result<FigureOptions> FigureOptions::of(const CommandLine &line)
{
    FigureOptions options;
    for (const Reader read : {Reader(readRegion), Reader(readDpi), Reader(readPage), Reader(readWords), Reader(readLook),
                              Reader(readElements), Reader(readFile)}) {
        if (const std::optional<Error> error = read(line, options))
            return *error;
    }
    options.strict = line.has(QStringLiteral("--strict"));
    options.check = options.strict || line.has(QStringLiteral("--check"));
    return options;
}

FigureView FigureOptions::applied(FigureView view) const
{
    for (const auto &change : changes)
        change(view);
    return view;
}

double FigureOptions::dpiFor(const FigureSpec &figure) const
{
    const FigurePreset *preset = figurePreset(figure.preset);
    return dpi.value_or(preset ? preset->dpi : 96);
}

} // namespace ca
