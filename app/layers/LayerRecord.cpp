// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/LayerRecord.h"

#include <algorithm>

namespace ca::LayerRecord {
namespace {

constexpr std::uint64_t mostTexts = 1000;

void write(CacheWriter &writer, const QStringList &texts)
{
    writer.number(std::uint64_t(texts.size()));
    for (const QString &text : texts)
        writer.text(text);
}

QStringList readTexts(CacheReader &reader)
{
    QStringList texts;
    const std::uint64_t count = std::min(reader.number(), mostTexts);
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        texts << reader.text();
    return texts;
}

void write(CacheWriter &writer, const LayerReport &report)
{
    for (const QString &text : {report.driver, report.crsTitle, report.proposedCrs})
        writer.text(text);
    write(writer, report.notes);
    for (const std::uint64_t number : {std::uint64_t(report.crs), std::uint64_t(report.incomplete), report.featuresRead, report.featuresLeftOut,
                                       std::uint64_t(report.cases.size())})
        writer.number(number);
    for (const LayerProblem &problem : report.cases) {
        for (const std::uint64_t number : {std::uint64_t(problem.fault), std::uint64_t(problem.remedy), std::uint64_t(problem.feature), std::uint64_t(problem.line)})
            writer.number(number);
        writer.text(problem.detail);
    }
    for (const auto &remedies : report.totals)
        writer.array(std::span<const std::uint64_t>(remedies));
}

LayerReport readReport(CacheReader &reader)
{
    LayerReport report;
    for (QString *text : {&report.driver, &report.crsTitle, &report.proposedCrs})
        *text = reader.text();
    report.notes = readTexts(reader);
    report.crs = LayerReport::Crs(std::min<std::uint64_t>(reader.number(), std::uint64_t(LayerReport::Crs::Assumed)));
    report.incomplete = reader.number() != 0;
    report.featuresRead = reader.number();
    report.featuresLeftOut = reader.number();
    const std::uint64_t cases = std::min<std::uint64_t>(reader.number(), report.caseLimit * layerFaultCount);
    for (std::uint64_t i = 0; i < cases && reader.ok(); ++i) {
        LayerProblem problem;
        problem.fault = LayerFault(std::min<std::uint64_t>(reader.number(), layerFaultCount - 1));
        problem.remedy = LayerRemedy(std::min<std::uint64_t>(reader.number(), layerRemedyCount - 1));
        problem.feature = std::int64_t(reader.number());
        problem.line = int(reader.number());
        problem.detail = reader.text();
        report.cases.push_back(std::move(problem));
    }
    for (auto &remedies : report.totals) {
        const auto counts = reader.array<std::uint64_t>();
        for (std::size_t i = 0; i < std::min(remedies.size(), counts.size()); ++i)
            remedies[i] = counts[i];
    }
    return report;
}

} // namespace

void write(CacheWriter &writer, const LoadedLayer &layer)
{
    writer.text(layer.name);
    writer.text(layer.title);
    writer.text(layer.state);
    for (const QString &text : {layer.credit.layer, layer.credit.text, layer.credit.licence, layer.credit.url, layer.credit.dataDate})
        writer.text(text);
    write(writer, layer.notes);
    for (const double side : {layer.extent.west, layer.extent.south, layer.extent.east, layer.extent.north})
        writer.real(side);
    write(writer, layer.report);
}

LoadedLayer read(CacheReader &reader)
{
    LoadedLayer layer;
    layer.name = reader.text();
    layer.title = reader.text();
    layer.state = reader.text();
    for (QString *text : {&layer.credit.layer, &layer.credit.text, &layer.credit.licence, &layer.credit.url, &layer.credit.dataDate})
        *text = reader.text();
    layer.notes = readTexts(reader);
    for (double *side : {&layer.extent.west, &layer.extent.south, &layer.extent.east, &layer.extent.north})
        *side = reader.real();
    layer.report = readReport(reader);
    return layer;
}

} // namespace ca::LayerRecord
