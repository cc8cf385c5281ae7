// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Tr.h"
#include "bench/BenchRun.h"
#include "commands/AtlasAccess.h"
#include "commands/Command.h"
#include "commands/FigureOptions.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace ca {

namespace {

constexpr int mostRunLayers = 64;

std::optional<Error> readView(const CommandLine &line, BenchOptions &options)
{
    if (line.has(QStringLiteral("--bbox"))) {
        const Result<GeoBox> box = parseBox(line.value(QStringLiteral("--bbox")));
        if (!box)
            return box.error();
        options.box = *box;
    } else {
        options.box = defaultExtent();
    }
    if (line.has(QStringLiteral("--size"))) {
        static const QRegularExpression size(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
        const auto match = size.match(line.value(QStringLiteral("--size")));
        if (!match.hasMatch())
            return Error::of(tr("--size wants pixels, such as 1920x1080"));
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    }
    options.crs = line.has(QStringLiteral("--crs")) ? line.value(QStringLiteral("--crs")) : Projection::defaultDefinition();
    return std::nullopt;
}

std::optional<Error> readRuns(const CommandLine &line, BenchOptions &options)
{
    const QString labels = line.has(QStringLiteral("--labels")) ? line.value(QStringLiteral("--labels")) : QStringLiteral("on");
    if (labels != QLatin1String("on") && labels != QLatin1String("off"))
        return Error::of(tr("--labels is on or off"));
    options.labels = labels == QLatin1String("on");
    if (line.has(QStringLiteral("--repeat"))) {
        bool ok = false;
        options.repeat = line.value(QStringLiteral("--repeat")).toInt(&ok);
        if (!ok || options.repeat < 1 || options.repeat > 10'000)
            return Error::of(tr("--repeat is a number from 1 to 10000"));
    }
    return std::nullopt;
}

Result<BenchOptions> optionsOf(const CommandLine &line)
{
    BenchOptions options;
    options.atlasFile = atlasFileFor(line);
    options.baseMapFile = line.value(QStringLiteral("--base-map"));
    const Result<QStringList> layers = layerFiles(line);
    if (!layers)
        return layers.error();
    options.layers = *layers;
    options.picture = line.value(QStringLiteral("--picture"));
    options.floorPicture = line.value(QStringLiteral("--floor-picture"));
    for (const auto read : {readView, readRuns}) {
        if (const std::optional<Error> error = read(line, options))
            return *error;
    }
    return options;
}

QString shown(const QJsonValue &value)
{
    if (!value.isObject())
        return QString::number(value.toDouble());
    QStringList parts;
    const QJsonObject object = value.toObject();
    for (const QString &key : object.keys())
        parts << QStringLiteral("%1 %2").arg(key).arg(object[key].toDouble());
    return parts.join(QStringLiteral(", "));
}

int runBench(const CommandLine &line, CommandIo &io)
{
    const Result<BenchOptions> options = optionsOf(line);
    if (!options)
        return io.badUsage(tr("bench: %1").arg(options.error().text()));
    const Result<QJsonObject> figures = BenchRun(*options).run();
    for (const QString &warning : figures.warnings())
        io.note(warning);
    if (!figures)
        return io.failed(figures.error().text());
    if (line.has(QStringLiteral("--json"))) {
        io.out << QJsonDocument(*figures).toJson();
        return ExitDone;
    }
    for (const QString &key : figures->keys())
        io.out << QStringLiteral("%1  %2\n").arg(key, -18).arg(shown(figures->value(key)));
    return ExitDone;
}

} // namespace

const Command &benchCommand()
{
    static const Command command{
        QStringLiteral("bench"), QStringLiteral("FILE…"), mostRunLayers,
        tr("how long reading, preparing and drawing take here, beside what QPainter alone needs"),
        {{QStringLiteral("--layers"), QStringLiteral("FILE"), tr("draw the layers of these files instead of the atlas")},
         {QStringLiteral("--bbox"), QStringLiteral("W,S,E,N"), tr("what is seen, degrees")},
         {QStringLiteral("--size"), QStringLiteral("WxH"), tr("pixels; 1920x1080 unless told")},
         {QStringLiteral("--crs"), QStringLiteral("CRS"), tr("projection, such as EPSG:3857")},
         {QStringLiteral("--labels"), QStringLiteral("on|off"), tr("with or without labels")},
         {QStringLiteral("--repeat"), QStringLiteral("N"), tr("frames that are measured; 20 unless told")},
         {QStringLiteral("--picture"), QStringLiteral("FILE"), tr("write the last frame as PNG")},
         {QStringLiteral("--floor-picture"), QStringLiteral("FILE"), tr("write what QPainter alone drew as PNG")},
         baseMapOption(), atlasOption(),
         jsonOption()},
        true, runBench};
    return command;
}

} // namespace ca
