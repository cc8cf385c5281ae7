// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/FigureOptions.h"

#include "atlas/AtlasCheck.h"
#include "commands/Command.h"
#include "commands/NameOptions.h"
#include "figure/FigureLayout.h"
#include "figure/FigureWriter.h"
#include "geo/Projection.h"
#include "map/MapStyle.h"
#include "window/StyleFolder.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace ca {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FigureOptions", text);
}

Error mistake(const QString &message)
{
    return {message, {}, 0};
}

/// Reads one option into the figure; nullopt when it is absent or fine.
using Reader = std::optional<Error> (*)(const CommandLine &, FigureOptions &);

std::optional<Error> readRegion(const CommandLine &line, FigureOptions &options)
{
    const QStringList given =
        line.given({QStringLiteral("--corridor"), QStringLiteral("--segment"), QStringLiteral("--bbox")});
    if (given.size() > 1)
        return mistake(tr("%1 and %2 exclude each other").arg(given[0], given[1]));
    if (given.isEmpty())
        return std::nullopt;
    options.name = line.value(given.front());
    if (given.front() == QLatin1String("--bbox")) {
        const Result<GeoBox> box = parseBox(options.name);
        if (!box)
            return box.error();
        options.box = *box;
        options.region = FigureOptions::Extent::Box;
    } else {
        options.region = given.front() == QLatin1String("--corridor") ? FigureOptions::Extent::Corridor
                                                                     : FigureOptions::Extent::Segment;
    }
    return std::nullopt;
}

std::optional<Error> readDpi(const CommandLine &line, FigureOptions &options)
{
    if (!line.has(QStringLiteral("--dpi")))
        return std::nullopt;
    bool number = false;
    options.dpi = line.value(QStringLiteral("--dpi")).toDouble(&number);
    if (!number || !(options.dpi >= 10 && options.dpi <= 1200))
        return mistake(tr("--dpi wants a number from 10 to 1200, not “%1”").arg(line.value(QStringLiteral("--dpi"))));
    return std::nullopt;
}

/// After the resolution: pixels are the file's pixels.
std::optional<Error> readSize(const CommandLine &line, FigureOptions &options)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,6}(?:\\.\\d+)?)[xX×](\\d{1,6}(?:\\.\\d+)?)(mm)?$"));
    const QString text = line.value(QStringLiteral("--size"));
    if (!line.has(QStringLiteral("--size")))
        return std::nullopt;
    const QRegularExpressionMatch match = form.match(text);
    const bool millimetres = match.captured(3) == QLatin1String("mm");
    const bool whole = millimetres || !text.contains(u'.');
    const QSizeF size(match.captured(1).toDouble(), match.captured(2).toDouble());
    if (!match.hasMatch() || !whole || size.isEmpty())
        return mistake(tr("--size wants WxH in pixels or millimetres, as 1280x720 or 297x210mm, not “%1”").arg(text));
    options.page = size * 96 / (millimetres ? 25.4 : options.dpi);
    if (!millimetres)
        options.scale = FigureLayout::scaleFor(size) * 96 / options.dpi;
    return std::nullopt;
}

std::optional<Error> readCrs(const CommandLine &line, FigureOptions &options)
{
    options.crs = line.value(QStringLiteral("--crs"));
    if (!line.has(QStringLiteral("--crs")))
        return std::nullopt;
    const auto projection = Projection::create(options.crs);
    if (!projection)
        return mistake(tr("--crs: %1").arg(projection.error().text()));
    return std::nullopt;
}

std::optional<Error> readWords(const CommandLine &line, FigureOptions &options)
{
    if (line.has(QStringLiteral("--title")))
        options.title = line.value(QStringLiteral("--title"));
    options.asOf = line.value(QStringLiteral("--as-of"));
    if (line.has(QStringLiteral("--as-of")) && !isIsoDate(options.asOf))
        return mistake(tr("--as-of wants a date as 2026-02-10, 2026-02 or 2026, not “%1”").arg(options.asOf));
    return readLanguage(line, options.language);
}

std::optional<Error> readLook(const CommandLine &line, FigureOptions &options)
{
    if (line.has(QStringLiteral("--style")))
        options.style = line.value(QStringLiteral("--style"));
    if (stylePath(options.style).isEmpty())
        return mistake(tr("--style wants one of %1, a style of your folder or a file, not “%2”")
                           .arg(MapStyle::bundledNames().join(QStringLiteral(", ")), options.style));
    return readNamePolicy(line, options.policy);
}

std::optional<Error> readLayers(const CommandLine &line, FigureOptions &options)
{
    const Result<QStringList> files = layerFiles(line);
    if (!files)
        return files.error();
    options.layers = *files;
    return std::nullopt;
}

std::optional<Error> readOut(const CommandLine &line, FigureOptions &options)
{
    options.out = line.value(QStringLiteral("--out"));
    if (options.out.isEmpty())
        return mistake(tr("--out FILE.png, .svg or .pdf is missing"));
    const Result<FigureFormat> format = FigureWriter::formatFor(options.out);
    if (!format)
        return mistake(tr("--out: %1").arg(format.error().text()));
    return std::nullopt;
}

std::optional<Error> readSwitches(const CommandLine &line, FigureOptions &options)
{
    options.legend = !line.has(QStringLiteral("--no-legend"));
    options.scaleBar = !line.has(QStringLiteral("--no-scale-bar"));
    options.northArrow = !line.has(QStringLiteral("--no-north-arrow"));
    options.credits = !line.has(QStringLiteral("--no-credits"));
    options.notes = !line.has(QStringLiteral("--no-notes"));
    return std::nullopt;
}

} // namespace

Result<QStringList> layerFiles(const CommandLine &line)
{
    if (line.has(QStringLiteral("--layers")))
        return QStringList(line.value(QStringLiteral("--layers"))) + line.words();
    if (!line.words().isEmpty())
        return mistake(tr("“%1” is no option; files of layers come after --layers").arg(line.words().front()));
    return QStringList();
}

Result<GeoBox> parseBox(const QString &text)
{
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

std::vector<OptionSpec> FigureOptions::specs()
{
    return {
        {QStringLiteral("--corridor"), QStringLiteral("ID|NAME"), tr("this corridor alone, whole")},
        {QStringLiteral("--segment"), QStringLiteral("ID|NAME"), tr("this segment, emphasised, with its sources")},
        {QStringLiteral("--bbox"), QStringLiteral("W,S,E,N"), tr("this box, degrees; without any of the three: the South Caucasus")},
        {QStringLiteral("--out"), QStringLiteral("FILE"), tr("the file to write: .png, .svg or .pdf")},
        {QStringLiteral("--size"), QStringLiteral("WxH"), tr("in pixels of the file, or WxHmm for paper (default 1280x720)")},
        {QStringLiteral("--dpi"), QStringLiteral("N"), tr("pixels per inch (default 96); with a size in pixels it says how large they are on paper")},
        {QStringLiteral("--crs"), QStringLiteral("DEF"), tr("projection, as EPSG:32638 or “+proj=…” (default: conformal conic by the region)")},
        {QStringLiteral("--title"), QStringLiteral("TEXT"), tr("instead of the name of what is shown; empty = none")},
        {QStringLiteral("--as-of"), QStringLiteral("DATE"), tr("the atlas as it stood then (default: the atlas' date)")},
        {QStringLiteral("--language"), QStringLiteral("L"), tr("of names: en, az, hy, ka, tr, ru")},
        {QStringLiteral("--name-policy"), QStringLiteral("P"), tr("neutral, armenian, azerbaijani or both")},
        {QStringLiteral("--style"), QStringLiteral("NAME|FILE"), tr("light (default), dark, grey, contrast, one of your own, or a .style file")},
        {QStringLiteral("--layers"), QStringLiteral("FILE …"), tr("draw map data or georeferenced pictures of your own, the lowest first")},
        {QStringLiteral("--no-legend"), {}, tr("without legend")},
        {QStringLiteral("--no-scale-bar"), {}, tr("without scale bar")},
        {QStringLiteral("--no-north-arrow"), {}, tr("without north arrow")},
        {QStringLiteral("--no-notes"), {}, tr("without the numbered sources")},
        {QStringLiteral("--no-credits"), {}, tr("without the full credits; the short one in the map's corner stays")},
        atlasOption()};
}

Result<FigureOptions> FigureOptions::of(const CommandLine &line)
{
    FigureOptions options;
    for (const Reader read : {Reader(readRegion), Reader(readDpi), Reader(readSize), Reader(readCrs), Reader(readWords),
                              Reader(readLook), Reader(readLayers), Reader(readOut), Reader(readSwitches)}) {
        if (const std::optional<Error> error = read(line, options))
            return *error;
    }
    return options;
}

} // namespace ca
