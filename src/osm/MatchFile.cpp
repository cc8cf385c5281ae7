// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/MatchFile.h"

#include "atlas/ProvenanceCredits.h"
#include "base/Tr.h"
#include "osm/OsmNotice.h"
#include "store/GeoPackageWriter.h"

namespace ca {
namespace {

/// Empty when the extract does not tell.
QString dateText(const RouteMatch &match)
{
    return match.extractDate.toUTC().toString(Qt::ISODate);
}

using Type = GeoPackageColumn::Type;

/// Keeps the texts of a row alive until it is written.
class MatchRow {
public:
    MatchRow &text(const QString &value)
    {
        m_texts.push_back(value.toUtf8());
        return *this;
    }
    std::string_view operator[](std::size_t i) const { return {m_texts[i].constData(), std::size_t(m_texts[i].size())}; }

private:
    std::vector<QByteArray> m_texts;
};

GeoPackageCell known(std::string_view text)
{
    return text.empty() ? GeoPackageCell() : GeoPackageCell(text);
}

QString dayOf(std::int64_t seconds)
{
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate) : QString();
}

Result<Done> writeRoutes(GeoPackageWriter &writer, std::span<const RouteMatch> matches)
{
    const GeoPackageLayer layer{QStringLiteral("routes"), tr("Routes matched on OpenStreetMap"), GeometryKind::Line,
                                {{QStringLiteral("segment")}, {QStringLiteral("from_place")}, {QStringLiteral("to_place")}, {QStringLiteral("mode")},
                                 {QStringLiteral("verdict")}, {QStringLiteral("part")}, {QStringLiteral("length_km"), Type::Real},
                                 {QStringLiteral("text")}, {QStringLiteral("data_date")}, {QStringLiteral("notice")}}};
    if (Result<Done> begun = writer.beginLayer(layer); !begun)
        return begun;
    std::int64_t fid = 0;
    for (const RouteMatch &match : matches) {
        MatchRow row;
        row.text(match.segment).text(match.from).text(match.to).text(toId(match.mode)).text(toId(match.verdict)).text(match.text);
        row.text(dateText(match)).text(osmNotice(match.extractDate));
        for (const RoutePart &part : match.matched()) {
            const std::string_view kind = match.hasRoute() ? "route" : "partial";
            const GeoPackageCell cells[] = {known(row[0]), known(row[1]), known(row[2]), known(row[3]), known(row[4]), kind, part.metres / 1000,
                                            known(row[5]), known(row[6]), known(row[7])};
            writer.addRow(++fid, {part.line, {}, {}}, cells);
        }
    }
    return writer.endLayer();
}

Result<Done> writeWays(GeoPackageWriter &writer, std::span<const RouteMatch> matches)
{
    const GeoPackageLayer layer{QStringLiteral("route_ways"), tr("OpenStreetMap ways of the routes"), GeometryKind::Line,
                                {{QStringLiteral("segment")}, {QStringLiteral("osm_type")}, {QStringLiteral("osm_id"), Type::Integer},
                                 {QStringLiteral("osm_version"), Type::Integer}, {QStringLiteral("osm_timestamp")}, {QStringLiteral("stage")},
                                 {QStringLiteral("gauge")}, {QStringLiteral("metres"), Type::Real}}};
    if (Result<Done> begun = writer.beginLayer(layer); !begun)
        return begun;
    std::int64_t fid = 0;
    for (const RouteMatch &match : matches) {
        for (const RoutePart &part : match.matched()) {
            for (const RouteStretch &stretch : part.stretches) {
                MatchRow row;
                row.text(match.segment).text(dayOf(stretch.way.changed)).text(toId(stretch.stage)).text(stretch.gauge);
                const bool gap = stretch.isGap();
                const GeoPackageCell id = gap ? GeoPackageCell() : GeoPackageCell(stretch.way.id);
                const GeoPackageCell version = stretch.way.version > 0 ? GeoPackageCell(std::int64_t(stretch.way.version)) : GeoPackageCell();
                const GeoPackageCell cells[] = {known(row[0]), std::string_view(gap ? "gap" : "way"), id, version, known(row[1]),
                                                gap ? GeoPackageCell() : known(row[2]), known(row[3]), stretch.metres};
                writer.addRow(++fid, {std::span(part.line).subspan(stretch.first, stretch.last - stretch.first + 1), {}, {}}, cells);
            }
        }
    }
    return writer.endLayer();
}

std::vector<QStringList> provenance(const RouteMatch &match)
{
    const Credit credit = openStreetMapCredit({});
    return {{QStringLiteral("notice"), osmNotice(match.extractDate)},
            {QStringLiteral("licence"), credit.licence},
            {QStringLiteral("licence_url"), odblAddress()},
            {QStringLiteral("credit"), credit.text},
            {QStringLiteral("credit_url"), credit.url},
            {QStringLiteral("data_date"), dateText(match)},
            {QStringLiteral("extracts"), match.extractFiles.join(QStringLiteral("; "))}};
}

} // namespace

Result<Done> writeMatches(const QString &path, std::span<const RouteMatch> matches)
{
    const RouteMatch first = matches.empty() ? RouteMatch() : matches.front();
    const Result<std::unique_ptr<GeoPackageWriter>> writer = GeoPackageWriter::create(path, first.extractDate);
    if (!writer)
        return writer.error();
    for (const auto write : {writeRoutes, writeWays}) {
        if (Result<Done> done = write(**writer, matches); !done)
            return done;
    }
    const Result<Done> table = (*writer)->addTable(QStringLiteral("metadata_osm"), tr("Where the routes come from, and their licence"),
                                                   {QStringLiteral("key"), QStringLiteral("value")}, provenance(first));
    return table ? (*writer)->finish() : table;
}

} // namespace ca
