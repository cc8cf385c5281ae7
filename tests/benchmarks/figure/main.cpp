// SPDX-License-Identifier: GPL-3.0-or-later
// Measures figures in one process that has the map in memory, as the window and a batch have it. Prints JSON.
#include "figure/FigurePresets.h"
#include "figure/FigureWriter.h"
#include "map/Fonts.h"
#include "store/AtlasFile.h"
#include "support/TestData.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <cstdlib>

namespace {

using namespace ca;

constexpr int rounds = 5;
constexpr int segmentFigures = 60;

[[noreturn]] void fail(const Error &error)
{
    QTextStream(stderr) << error.text() << '\n';
    std::exit(1);
}

template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        fail(result.error());
    return std::move(*result);
}

Figure figureOf(const std::shared_ptr<const Scene> &scene, const QString &preset, const GeoBox &extent)
{
    Figure figure;
    figure.map.scene = scene;
    figure.map.view.projection = scene->projection();
    figure.preset = preset;
    figure.page = figurePreset(preset)->page;
    figure.title = scene->atlas().data().title;
    figure.extent = extent;
    return figure;
}

/// Milliseconds, ascending.
template <class Work>
QJsonArray timed(int count, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer clock;
        clock.start();
        work(i);
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    QJsonArray array;
    for (const double time : times)
        array.append(std::round(time * 10) / 10);
    return array;
}

void measurePage(QJsonObject &report, const Figure &figure)
{
    WriteOptions options;
    options.dpi = figurePreset(figure.preset)->dpi;
    report.insert(QStringLiteral("compose_ms"), timed(rounds, [&](int) { valueOf(FigureComposition::of(figure)); }));
    const FigureComposition composition = valueOf(FigureComposition::of(figure));
    for (const auto &[name, format] : {std::pair{"png", FigureFormat::Png}, {"pdf", FigureFormat::Pdf}, {"svg", FigureFormat::Svg},
                                       {"tiff", FigureFormat::Tiff}, {"geopdf", FigureFormat::GeoPdf}}) {
        qsizetype bytes = 0;
        report.insert(QLatin1String(name) + QLatin1String("_ms"),
                      timed(rounds, [&](int) { bytes = valueOf(FigureWriter::encode(composition, format, options)).size(); }));
        report.insert(QLatin1String(name) + QLatin1String("_bytes"), bytes);
    }
}

/// One slide a segment, written to a folder.
void measureSegments(QJsonObject &report, const std::shared_ptr<const Scene> &scene)
{
    const QTemporaryDir folder;
    const auto &segments = scene->atlas().data().segments;
    const int count = std::min(segmentFigures, int(segments.size()));
    WriteOptions options;
    options.dpi = figurePreset(QStringLiteral("slide-16x9"))->dpi;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < count; ++i) {
        const Segment &segment = segments[std::size_t(i)];
        if (segment.extent.empty())
            continue;
        Figure figure = figureOf(scene, QStringLiteral("slide-16x9"), segment.extent);
        figure.noteSubjects = {segment.id};
        figure.map.highlight.selected = {segment.id};
        valueOf(FigureWriter::write(figure, folder.filePath(QStringLiteral("%1.png").arg(i)), options));
    }
    report.insert(QStringLiteral("segments"), count);
    report.insert(QStringLiteral("segments_ms"), clock.elapsed());
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    loadFonts();
    const auto atlas = valueOf(AtlasFile::readAtlas(test::atlasPath()));
    const auto base = valueOf(AtlasFile::readBaseMap(test::atlasPath()));
    const auto scene = Scene::build(atlas, base, valueOf(Projection::create(Projection::defaultDefinition())));
    QJsonObject report;
    measurePage(report, figureOf(scene, QStringLiteral("a3-landscape"), defaultExtent()));
    measureSegments(report, scene);
    QFile load(QStringLiteral("/proc/loadavg"));
    if (load.open(QIODevice::ReadOnly))
        report.insert(QStringLiteral("load"), QString::fromLatin1(load.readAll().trimmed()));
    QTextStream(stdout) << QJsonDocument(report).toJson();
    return 0;
}
