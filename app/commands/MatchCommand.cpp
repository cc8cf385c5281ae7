// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/Command.h"
#include "commands/Interrupt.h"
#include "commands/MatchJson.h"
#include "commands/TextTable.h"
#include "osm/ExtractReader.h"
#include "osm/MatchFile.h"
#include "osm/OsmNotice.h"
#include "osm/RouteMatcher.h"
#include "store/AtlasFile.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace ca {

namespace {

QStringList extractsOf(const CommandLine &line)
{
    return line.valueAndWords(QStringLiteral("--osm"));
}

/// What is wrong with the usage; empty = nothing.
QString usageFault(const CommandLine &line)
{
    if (extractsOf(line).isEmpty())
        return tr("match: name the extracts to read: --osm FILE …");
    const bool places = line.has(QStringLiteral("--from")) || line.has(QStringLiteral("--to"));
    const qsizetype asked = line.given({QStringLiteral("--segment"), QStringLiteral("--corridor"), QStringLiteral("--all")}).size() + (places ? 1 : 0);
    if (asked != 1)
        return tr("match: give one of --segment ID, --corridor ID, --all, or --from PLACE --to PLACE");
    if (places && !(line.has(QStringLiteral("--from")) && line.has(QStringLiteral("--to"))))
        return tr("match: --from and --to go together");
    if (line.has(QStringLiteral("--via")) && !places)
        return tr("match: --via goes with --from and --to");
    const QString out = line.value(QStringLiteral("--out"));
    if (line.has(QStringLiteral("--out")) && QFileInfo(out).suffix().toLower() != QLatin1String("gpkg"))
        return tr("match: --out: lines are written as .gpkg, not as “%1”").arg(out);
    return {};
}

Result<QStringList> segmentsAsked(const CommandLine &line, const Atlas &atlas)
{
    QStringList ids;
    if (line.has(QStringLiteral("--all"))) {
        for (const Segment &segment : atlas.data().segments)
            ids << segment.id;
        return ids;
    }
    const bool corridor = line.has(QStringLiteral("--corridor"));
    const QString wanted = line.value(corridor ? QStringLiteral("--corridor") : QStringLiteral("--segment"));
    const Result<QString> id = resolveOne(atlas, wanted, corridor ? Wanted::Corridor : Wanted::Segment);
    if (!id)
        return id.error();
    if (!corridor)
        return QStringList{*id};
    for (const CorridorMember *member : atlas.members(*id)) {
        if (!ids.contains(member->segment))
            ids << member->segment;
    }
    return ids;
}

Result<std::vector<RouteMatch>> matchBetween(const CommandLine &line, const OsmExtract &extract, const Atlas &atlas, const RouteOptions &options)
{
    QStringList names{line.value(QStringLiteral("--from"))};
    names += line.value(QStringLiteral("--via")).split(u';', Qt::SkipEmptyParts);
    names << line.value(QStringLiteral("--to"));
    std::vector<RoutePlace> places;
    for (const QString &name : names) {
        const Result<RoutePlace> place = findPlace(extract, atlas, name.trimmed());
        if (!place)
            return place.error();
        places.push_back(*place);
    }
    Result<RouteMatch> match = matchPlaces(extract, places, options);
    if (!match)
        return match.error();
    return std::vector<RouteMatch>{std::move(*match)};
}

QString kilometresText(std::optional<double> metres)
{
    return metres ? QString::number(*metres / 1000, 'f', 1) : QStringLiteral("–");
}

void printMatches(const std::vector<RouteMatch> &matches, const OsmExtract &extract, CommandIo &io)
{
    TextTable table({tr("ROUTE"), tr("VERDICT"), tr("KM"), tr("BUNDLED KM"), tr("GAPS"), tr("WAYS"), tr("OFF BY (95 %)")}, {2, 3, 4, 5, 6});
    for (const RouteMatch &match : matches) {
        const QString route = match.segment.isEmpty() ? tr("%1 – %2").arg(match.from, match.to) : match.segment;
        table.addRow({route, toId(match.verdict), kilometresText(match.lengthMetres), kilometresText(match.bundledMetres), QString::number(match.gaps.size()),
                      QString::number(match.ways.size()), match.deviation ? tr("%1 m").arg(qRound(match.deviation->p95)) : QStringLiteral("–")});
    }
    io.out << table.text();
    for (const RouteMatch &match : matches) {
        const QString route = match.segment.isEmpty() ? tr("%1 – %2").arg(match.from, match.to) : match.segment;
        if (match.verdict != MatchVerdict::Matched || !match.remarks.isEmpty())
            io.out << route << ": " << (QStringList{match.text} + match.remarks).join(QStringLiteral("; ")) << '\n';
    }
    io.out << osmNotice(extract.date) << '\n';
    for (const QString &remark : extract.remarks)
        io.note(remark);
}

Result<std::vector<RouteMatch>> matchAsked(const CommandLine &line, const Atlas &atlas, const OsmExtract &extract, const QStringList &ids, RouteOptions &options)
{
    // Without borders lengths by country are left out; the rest is as good.
    if (const Result<std::shared_ptr<const BaseMap>> map = AtlasFile::readBaseMap(atlasFileFor(line)))
        options.baseMap = *map;
    return ids.isEmpty() ? matchBetween(line, extract, atlas, options) : matchSegments(extract, atlas, ids, options);
}

int runMatch(const CommandLine &line, CommandIo &io)
{
    if (const QString fault = usageFault(line); !fault.isEmpty())
        return io.badUsage(fault);
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    Result<QStringList> ids = QStringList();
    if (!line.has(QStringLiteral("--from")))
        ids = segmentsAsked(line, **atlas);
    if (!ids)
        return io.failed(ids.error().text());
    RouteOptions options;
    const Interrupt interrupt(options.cancel);
    ExtractOptions reading;
    reading.wanted = wantedForMatching;
    reading.cancel = options.cancel;
    const Result<OsmExtract> extract = readExtracts(extractsOf(line), reading);
    if (!extract)
        return io.failed(extract.error().text());
    const Result<std::vector<RouteMatch>> matches = matchAsked(line, **atlas, *extract, *ids, options);
    if (!matches)
        return io.failed(matches.error().text());
    const QString out = line.value(QStringLiteral("--out"));
    if (!out.isEmpty()) {
        if (const Result<Done> written = writeMatches(out, *matches); !written)
            return io.failed(written.error().text());
    }
    if (line.has(QStringLiteral("--json")))
        io.out << QString::fromUtf8(QJsonDocument(matchjson::document(*extract, *matches)).toJson());
    else
        printMatches(*matches, *extract, io);
    if (!out.isEmpty() && !line.has(QStringLiteral("--json")))
        io.out << tr("%1 written").arg(out) << '\n';
    return ExitDone;
}

} // namespace

const Command &matchCommand()
{
    static const Command command{
        QStringLiteral("match"), QStringLiteral("[FILE …]"), 1000, tr("exact lines of segments, or between places, on the tracks of OpenStreetMap extracts"),
        {{QStringLiteral("--osm"), QStringLiteral("FILE"), tr("the extract to read; more may follow, also overlapping ones")},
         {QStringLiteral("--segment"), QStringLiteral("ID|NAME"), tr("this segment")},
         {QStringLiteral("--corridor"), QStringLiteral("ID|NAME"), tr("all segments of this corridor")},
         {QStringLiteral("--all"), {}, tr("all segments")},
         {QStringLiteral("--from"), QStringLiteral("PLACE"), tr("from this station of the extract, place of the atlas, or LAT,LON")},
         {QStringLiteral("--to"), QStringLiteral("PLACE"), tr("to this one")},
         {QStringLiteral("--via"), QStringLiteral("PLACE;PLACE"), tr("through these, in this order")},
         {QStringLiteral("--out"), QStringLiteral("FILE.gpkg"), tr("also write the lines, with the OSM ways they are made of")},
         jsonOption(), atlasOption()},
        false, runMatch};
    return command;
}

} // namespace ca
