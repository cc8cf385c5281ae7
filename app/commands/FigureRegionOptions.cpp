// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/FigureReaders.h"

#include "base/Tr.h"

#include <cmath>

namespace ca {

Result<GeoBox> parseBox(const QString &text)
{
    const auto mistake = figurereaders::mistake;
    const QStringList parts = text.split(u',');
    std::vector<double> numbers;
    for (const QString &part : parts) {
        bool number = false;
        const double value = part.trimmed().toDouble(&number);
        if (number && std::isfinite(value))
            numbers.push_back(value);
    }
    if (parts.size() != 4 || numbers.size() != 4)
        return mistake(tr("--bbox wants four numbers, west,south,east,north in degrees, not “%1”").arg(text));
    const GeoBox box{numbers[0], numbers[1], numbers[2], numbers[3]};
    if (box.west < -180 || box.east > 180 || box.south < -90 || box.north > 90)
        return mistake(tr("--bbox %1 leaves the globe").arg(text));
    if (box.west >= box.east)
        return mistake(tr("--bbox %1: west must be less than east").arg(text));
    if (box.south >= box.north)
        return mistake(tr("--bbox %1: south must be less than north").arg(text));
    return box;
}

namespace figurereaders {

namespace {

using Extent = FigureOptions::Extent;

/// What --each and, for short, --atlas can name.
std::optional<Extent> everyOne(const QString &word)
{
    if (word == QLatin1String("corridors"))
        return Extent::EveryCorridor;
    if (word == QLatin1String("segments"))
        return Extent::EverySegment;
    if (word == QLatin1String("views"))
        return Extent::EveryView;
    return std::nullopt;
}

std::optional<Error> viewsNeedAProject(const CommandLine &line)
{
    if (line.has(QStringLiteral("--project")))
        return std::nullopt;
    return mistake(tr("views are those of a project: --project FILE is missing"));
}

std::optional<Error> readEvery(const CommandLine &line, const QString &option, FigureOptions &options)
{
    const std::optional<Extent> every = everyOne(options.name);
    if (!every)
        return mistake(tr("%1 wants corridors, segments or views, not “%2”").arg(option, options.name));
    options.region = *every;
    return options.region == Extent::EveryView ? viewsNeedAProject(line) : std::nullopt;
}

std::optional<Error> readBox(FigureOptions &options)
{
    const Result<GeoBox> box = parseBox(options.name);
    if (!box)
        return box.error();
    options.box = *box;
    options.region = Extent::Box;
    return std::nullopt;
}

} // namespace

std::vector<OptionSpec> regionSpecs()
{
    return {{QStringLiteral("--corridor"), QStringLiteral("ID|NAME"), tr("this corridor alone, whole")},
            {QStringLiteral("--segment"), QStringLiteral("ID|NAME"), tr("this segment, emphasised, with its sources")},
            {QStringLiteral("--bbox"), QStringLiteral("W,S,E,N"), tr("this box, degrees; without any of these: the South Caucasus")}};
}

std::vector<OptionSpec> viewSpecs()
{
    return {{QStringLiteral("--view"), QStringLiteral("NAME"), tr("this view of the project; other options change it")},
            {QStringLiteral("--each"), QStringLiteral("corridors|segments|views"), tr("one figure of each, named by its id, in the folder --out")}};
}

std::optional<Error> readRegion(const CommandLine &line, FigureOptions &options)
{
    QStringList given = line.given({QStringLiteral("--view"), QStringLiteral("--each"), QStringLiteral("--corridor"),
                                    QStringLiteral("--segment"), QStringLiteral("--bbox")});
    options.atlasIsWord = everyOne(line.value(QStringLiteral("--atlas"))).has_value();
    if (options.atlasIsWord)
        given << QStringLiteral("--atlas");
    if (given.size() > 1)
        return mistake(tr("%1 and %2 exclude each other").arg(given[0], given[1]));
    if (given.isEmpty())
        return std::nullopt;
    const QString &option = given.front();
    options.name = line.value(option);
    if (option == QLatin1String("--bbox"))
        return readBox(options);
    if (option == QLatin1String("--each") || option == QLatin1String("--atlas"))
        return readEvery(line, option, options);
    options.region = option == QLatin1String("--view")   ? Extent::View
        : option == QLatin1String("--corridor") ? Extent::Corridor
                                                : Extent::Segment;
    return options.region == Extent::View ? viewsNeedAProject(line) : std::nullopt;
}

} // namespace figurereaders
} // namespace ca
