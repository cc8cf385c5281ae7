// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/FigureReaders.h"

#include "base/Tr.h"
#include "figure/FigureFormats.h"
#include "figure/FigureLayout.h"
#include "figure/FigurePresets.h"
#include "figure/FigureWriter.h"

#include <QRegularExpression>

#include <algorithm>

namespace ca::figurereaders {

namespace {

QStringList presetIds()
{
    QStringList ids;
    for (const FigurePreset &preset : figurePresets())
        ids << preset.id;
    return ids;
}

std::optional<Error> readPreset(const QString &id, FigureOptions &options)
{
    const FigurePreset *preset = figurePreset(id);
    if (!preset)
        return mistake(tr("--preset wants one of %1, not “%2”").arg(presetIds().join(QStringLiteral(", ")), id));
    options.changes.push_back([preset](FigureView &view) { takePreset(view.figure, *preset); });
    return std::nullopt;
}

/// After the resolution: pixels are the file's pixels.
std::optional<Error> readSize(const QString &text, FigureOptions &options)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,6}(?:\\.\\d+)?)[xX×](\\d{1,6}(?:\\.\\d+)?)(mm)?$"));
    const QRegularExpressionMatch match = form.match(text);
    const bool millimetres = match.captured(3) == QLatin1String("mm");
    const bool whole = millimetres || !text.contains(u'.');
    const QSizeF size(match.captured(1).toDouble(), match.captured(2).toDouble());
    if (!match.hasMatch() || !whole || size.isEmpty())
        return mistake(tr("--size wants WxH in pixels or millimetres, as 1280x720 or 297x210mm, not “%1”").arg(text));
    const double dpi = options.dpi.value_or(96);
    options.dpi = dpi;
    options.changes.push_back([=](FigureView &view) {
        view.figure.preset.clear();
        view.figure.page = size * 96 / (millimetres ? 25.4 : dpi);
        view.figure.scale = millimetres ? 0 : FigureLayout::scaleFor(size) * 96 / dpi;
    });
    return std::nullopt;
}

std::optional<Error> readFormats(const QString &text, FigureOptions &options)
{
    for (const QString &id : text.split(u',')) {
        const std::optional<FigureFormat> format = figureFormatFromId(id.trimmed().toLower());
        if (!format)
            return mistake(tr("--format wants one of %1, not “%2”").arg(figureFormatIds().join(QStringLiteral(", ")), id));
        if (std::find(options.formats.begin(), options.formats.end(), *format) == options.formats.end())
            options.formats.push_back(*format);
    }
    return std::nullopt;
}

/// A suffix that tells another format than the one asked for would deceive whoever opens the file.
std::optional<Error> objectionToName(const FigureOptions &options)
{
    const Result<FigureFormat> bySuffix = FigureWriter::formatFor(options.out);
    if (options.formats.empty())
        return bySuffix ? std::nullopt : std::optional(mistake(tr("--out: %1").arg(bySuffix.error().text())));
    if (options.formats.size() > 1)
        return mistake(tr("several formats go into a folder: with --each"));
    if (bySuffix && wordsOf(*bySuffix).suffix != wordsOf(options.formats.front()).suffix)
        return mistake(tr("--out %1 does not look like %2").arg(options.out, wordsOf(options.formats.front()).id));
    return std::nullopt;
}

bool writes(const FigureOptions &options, std::initializer_list<FigureFormat> wanted)
{
    std::vector<FigureFormat> formats = options.formats;
    if (formats.empty()) {
        if (const Result<FigureFormat> format = FigureWriter::formatFor(options.out))
            formats.push_back(*format);
    }
    return std::any_of(formats.begin(), formats.end(), [&](FigureFormat format) { return std::find(wanted.begin(), wanted.end(), format) != wanted.end(); });
}

} // namespace

std::vector<OptionSpec> sizeSpecs()
{
    return {{QStringLiteral("--size"), QStringLiteral("WxH"), tr("in pixels of the file, or WxHmm for paper (default 1280x720)")},
            {QStringLiteral("--dpi"), QStringLiteral("N"), tr("pixels per inch (default: the preset's, else 96); with a size in pixels it says how large they are on paper")}};
}

std::vector<OptionSpec> fileSpecs()
{
    return {{QStringLiteral("--out"), QStringLiteral("FILE|FOLDER"), tr("the file to write; with --each the folder, which is made where there is none")},
            {QStringLiteral("--format"), QStringLiteral("F"), tr("png, svg, pdf, geopdf, tiff, pptx, docx (default: by the suffix of --out, with --each png); with --each also several, as png,pdf")},
            {QStringLiteral("--preset"), QStringLiteral("P"), tr("the page: %1").arg(presetIds().join(QStringLiteral(", ")))},
            {QStringLiteral("--transparent"), {}, tr("without paper, in formats that can do without")},
            {QStringLiteral("--outlines"), {}, tr("svg: text as outlines, for programs without the fonts")},
            {QStringLiteral("--world-file"), {}, tr("png and tiff: the map alone, with its place on the earth in a world file")}};
}

std::optional<Error> readDpi(const CommandLine &line, FigureOptions &options)
{
    if (!line.has(QStringLiteral("--dpi")))
        return std::nullopt;
    bool number = false;
    const double dpi = line.value(QStringLiteral("--dpi")).toDouble(&number);
    if (!number || !(dpi >= 10 && dpi <= 1200))
        return mistake(tr("--dpi wants a number from 10 to 1200, not “%1”").arg(line.value(QStringLiteral("--dpi"))));
    options.dpi = dpi;
    return std::nullopt;
}

std::optional<Error> readPage(const CommandLine &line, FigureOptions &options)
{
    const QString size = QStringLiteral("--size"), preset = QStringLiteral("--preset");
    if (line.has(size) && line.has(preset))
        return mistake(tr("%1 and %2 exclude each other").arg(preset, size));
    if (line.has(preset))
        return readPreset(line.value(preset), options);
    return line.has(size) ? readSize(line.value(size), options) : std::nullopt;
}

std::optional<Error> readFile(const CommandLine &line, FigureOptions &options)
{
    options.out = line.value(QStringLiteral("--out"));
    if (options.out.isEmpty())
        return mistake(options.isBatch() ? tr("--out FOLDER is missing") : tr("--out FILE.png, .svg, .pdf, .tif, .pptx or .docx is missing"));
    if (line.has(QStringLiteral("--format"))) {
        if (const std::optional<Error> error = readFormats(line.value(QStringLiteral("--format")), options))
            return error;
    }
    if (options.isBatch() && options.formats.empty())
        options.formats = {FigureFormat::Png};
    if (const std::optional<Error> error = options.isBatch() ? std::nullopt : objectionToName(options))
        return error;
    options.outlines = line.has(QStringLiteral("--outlines"));
    options.worldFile = line.has(QStringLiteral("--world-file"));
    if (options.outlines && !writes(options, {FigureFormat::Svg}))
        return mistake(tr("--outlines goes with svg"));
    if (options.worldFile && !writes(options, {FigureFormat::Png, FigureFormat::Tiff}))
        return mistake(tr("--world-file goes with png and tiff"));
    return std::nullopt;
}

} // namespace ca::figurereaders
