// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/FigureReaders.h"

#include "atlas/AtlasCheck.h"
#include "base/Tr.h"
#include "commands/NameOptions.h"
#include "geo/Projection.h"
#include "map/MapStyle.h"
#include "window/StyleFolder.h"

#include <array>

namespace ca {

Result<QStringList> layerFiles(const CommandLine &line)
{
    if (line.has(QStringLiteral("--layers")))
        return line.valueAndWords(QStringLiteral("--layers"));
    if (!line.words().isEmpty())
        return figurereaders::mistake(tr("“%1” is no option; files of layers come after --layers").arg(line.words().front()));
    return QStringList();
}

namespace figurereaders {

namespace {

constexpr std::array switches{std::pair("--no-legend", FigureElement::Legend), std::pair("--no-scale-bar", FigureElement::ScaleBar),
                              std::pair("--no-north-arrow", FigureElement::NorthArrow), std::pair("--no-credits", FigureElement::Credits),
                              std::pair("--no-notes", FigureElement::Notes)};

QStringList elementIds()
{
    QStringList ids;
    for (const FigureElement element : allFigureElements) {
        if (element != FigureElement::Map)
            ids << figureElementId(element);
    }
    return ids;
}

void show(FigureOptions &options, FigureElement element, bool shown)
{
    options.changes.push_back([=](FigureView &view) { view.figure.setShown(element, shown); });
}

/// Of --hide and --show.
std::optional<Error> readList(const QString &option, const QString &text, bool shown, FigureOptions &options)
{
    for (const QString &id : text.split(u',')) {
        const std::optional<FigureElement> element = figureElementFromId(id.trimmed());
        if (!element || *element == FigureElement::Map)
            return mistake(tr("%1 wants some of %2, separated by commas, not “%3”").arg(option, elementIds().join(QStringLiteral(", ")), id));
        show(options, *element, shown);
    }
    return std::nullopt;
}

std::optional<Error> readCrs(const CommandLine &line, FigureOptions &options)
{
    const QString crs = line.value(QStringLiteral("--crs"));
    if (!line.has(QStringLiteral("--crs")))
        return std::nullopt;
    if (options.region == FigureOptions::Extent::View)
        return mistake(tr("a view has a projection of its own: --crs does not go with --view"));
    const auto projection = Projection::create(crs);
    if (!projection)
        return mistake(tr("--crs: %1").arg(projection.error().text()));
    options.changes.push_back([crs](FigureView &view) { view.crs = crs; });
    return std::nullopt;
}

std::optional<Error> readNames(const CommandLine &line, FigureOptions &options)
{
    QString language = FigureView().language;
    NamePolicy policy = NamePolicy::Neutral;
    std::optional<Error> error = readLanguage(line, language);
    if (!error)
        error = readNamePolicy(line, policy);
    if (line.has(QStringLiteral("--language")))
        options.changes.push_back([language](FigureView &view) { view.language = language; });
    if (line.has(QStringLiteral("--name-policy")))
        options.changes.push_back([policy](FigureView &view) { view.namePolicy = policy; });
    return error;
}

} // namespace

std::vector<OptionSpec> wordSpecs()
{
    return {{QStringLiteral("--crs"), QStringLiteral("DEF"), tr("projection, as EPSG:32638 or “+proj=…” (default: conformal conic by the region)")},
            {QStringLiteral("--title"), QStringLiteral("TEXT"), tr("instead of the name of what is shown; empty = none")},
            {QStringLiteral("--as-of"), QStringLiteral("DATE"), tr("the atlas as it stood then (default: the atlas' date)")},
            {QStringLiteral("--language"), QStringLiteral("L"), tr("of names: en, az, hy, ka, tr, ru")},
            {QStringLiteral("--name-policy"), QStringLiteral("P"), tr("neutral, armenian, azerbaijani or both")},
            {QStringLiteral("--layers"), QStringLiteral("FILE …"), tr("draw map data or georeferenced pictures of your own, the lowest first")}};
}

std::vector<OptionSpec> lookSpecs()
{
    return {{QStringLiteral("--subtitle"), QStringLiteral("TEXT"), tr("instead of the date")},
            {QStringLiteral("--disclaimer"), QStringLiteral("TEXT"), tr("instead of the usual one")},
            {QStringLiteral("--theme"), QStringLiteral("NAME|FILE"), tr("light (default), grey for print, contrast, dark, one of your own, or a .style file")},
            {QStringLiteral("--graticule"), {}, tr("with meridians and parallels")},
            {QStringLiteral("--hide"), QStringLiteral("ELEMENTS"), tr("without some of %1").arg(elementIds().join(QStringLiteral(", ")))},
            {QStringLiteral("--show"), QStringLiteral("ELEMENTS"), tr("with some of them, as inset")}};
}

std::vector<OptionSpec> elementSpecs()
{
    return {{QStringLiteral("--no-legend"), {}, tr("without legend")},
            {QStringLiteral("--no-scale-bar"), {}, tr("without scale bar")},
            {QStringLiteral("--no-north-arrow"), {}, tr("without north arrow")},
            {QStringLiteral("--no-notes"), {}, tr("without the numbered sources")},
            {QStringLiteral("--no-credits"), {}, tr("without the full credits; the short one in the map's corner stays")}};
}

std::optional<Error> readWords(const CommandLine &line, FigureOptions &options)
{
    if (line.has(QStringLiteral("--title")))
        options.title = line.value(QStringLiteral("--title"));
    if (line.has(QStringLiteral("--subtitle")))
        options.changes.push_back([text = line.value(QStringLiteral("--subtitle"))](FigureView &view) { view.figure.subtitle = text; });
    if (line.has(QStringLiteral("--disclaimer")))
        options.changes.push_back([text = line.value(QStringLiteral("--disclaimer"))](FigureView &view) { view.figure.disclaimer = text; });
    const QString asOf = line.value(QStringLiteral("--as-of"));
    if (line.has(QStringLiteral("--as-of")) && !isIsoDate(asOf))
        return mistake(tr("--as-of wants a date as 2026-02-10, 2026-02 or 2026, not “%1”").arg(asOf));
    if (!asOf.isEmpty())
        options.changes.push_back([asOf](FigureView &view) { view.asOf = asOf; });
    return readNames(line, options);
}

std::optional<Error> readLook(const CommandLine &line, FigureOptions &options)
{
    for (const QString &option : {QStringLiteral("--style"), QStringLiteral("--theme")}) {
        const QString style = line.value(option);
        if (!line.has(option))
            continue;
        if (stylePath(style).isEmpty())
            return mistake(tr("%1 wants one of %2, a style of your folder or a file, not “%3”")
                               .arg(option, MapStyle::bundledNames().join(QStringLiteral(", ")), style));
        options.changes.push_back([style](FigureView &view) { view.figure.theme = style; });
    }
    const Result<QStringList> files = layerFiles(line);
    if (!files)
        return files.error();
    if (!files->isEmpty())
        options.changes.push_back([files = *files](FigureView &view) {
            view.layers.clear();
            for (const QString &file : files)
                view.layers.push_back({file});
        });
    if (line.has(QStringLiteral("--graticule")))
        options.changes.push_back([](FigureView &view) { view.visibility.hiddenLayers.remove(QStringLiteral("graticule")); });
    return readCrs(line, options);
}

std::optional<Error> readElements(const CommandLine &line, FigureOptions &options)
{
    for (const auto &[option, element] : switches) {
        if (line.has(QLatin1String(option)))
            show(options, element, false);
    }
    if (line.has(QStringLiteral("--transparent")))
        options.changes.push_back([](FigureView &view) { view.figure.transparent = true; });
    for (const bool shown : {false, true}) {
        const QString option = shown ? QStringLiteral("--show") : QStringLiteral("--hide");
        if (!line.has(option))
            continue;
        if (const std::optional<Error> error = readList(option, line.value(option), shown, options))
            return error;
    }
    return std::nullopt;
}

} // namespace figurereaders
} // namespace ca
