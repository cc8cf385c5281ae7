// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/TableColumns.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ca::columns {

namespace {

QString readText(OGRFeatureH feature, int field)
{
    return OGR_F_IsFieldSetAndNotNull(feature, field) ? QString::fromUtf8(OGR_F_GetFieldAsString(feature, field))
                                                      : QString();
}

void writeText(OGRFeatureH feature, int field, const QString &text)
{
    if (text.isEmpty())
        OGR_F_SetFieldNull(feature, field);
    else
        OGR_F_SetFieldString(feature, field, text.toUtf8().constData());
}

QString compactJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// @p at is a pointer to member, or a function from the row to a reference to its value.
template <class Row, class At>
Column<Row> text(const char *name, At at)
{
    return {name, OFTString,
            [at](const Row &row, OGRFeatureH f, int i) { writeText(f, i, std::invoke(at, row)); },
            [at](Row &row, OGRFeatureH f, int i) { std::invoke(at, row) = readText(f, i); return true; }};
}

template <class Row, class At>
Column<Row> list(const char *name, At at)
{
    return {name, OFTString,
            [at](const Row &row, OGRFeatureH f, int i) { writeText(f, i, std::invoke(at, row).join(u';')); },
            [at](Row &row, OGRFeatureH f, int i) {
                std::invoke(at, row) = readText(f, i).split(u';', Qt::SkipEmptyParts);
                return true;
            }};
}

template <class Row, class At>
Column<Row> integer(const char *name, At at)
{
    return {name, OFTInteger,
            [at](const Row &row, OGRFeatureH f, int i) { OGR_F_SetFieldInteger(f, i, std::invoke(at, row)); },
            [at](Row &row, OGRFeatureH f, int i) {
                std::invoke(at, row) = OGR_F_GetFieldAsInteger(f, i);
                return OGR_F_IsFieldSetAndNotNull(f, i) != 0;
            }};
}

template <class E, class Row, class At>
Column<Row> word(const char *name, At at)
{
    return {name, OFTString,
            [at](const Row &row, OGRFeatureH f, int i) { writeText(f, i, toId(std::invoke(at, row))); },
            [at](Row &row, OGRFeatureH f, int i) {
                const std::optional<E> value = fromId<E>(readText(f, i));
                if (value)
                    std::invoke(at, row) = *value;
                return value.has_value();
            }};
}

/// A column that other programs see and this one does not need.
template <class Row, class Value>
Column<Row> shown(const char *name, OGRFieldType type, Value value)
{
    return {name, type,
            [type, value](const Row &row, OGRFeatureH f, int i) {
                if constexpr (std::is_same_v<std::invoke_result_t<Value, const Row &>, QString>)
                    writeText(f, i, value(row));
                else if (type == OFTReal)
                    OGR_F_SetFieldDouble(f, i, value(row));
                else
                    OGR_F_SetFieldInteger(f, i, static_cast<int>(value(row)));
            },
            {}};
}

void setPoint(OGRFeatureH feature, LatLon p)
{
    if (!p.defined())
        return;
    gdal::Geometry point(OGR_G_CreateGeometry(wkbPoint));
    OGR_G_SetPoint_2D(point.get(), 0, p.lon, p.lat);
    OGR_F_SetGeometryDirectly(feature, point.release());
}

LatLon pointOf(OGRGeometryH geometry)
{
    return {OGR_G_GetY(geometry, 0), OGR_G_GetX(geometry, 0)};
}

gdal::Geometry lineString(const GeoLine &line)
{
    gdal::Geometry geometry(OGR_G_CreateGeometry(wkbLineString));
    OGR_G_SetPointCount(geometry.get(), static_cast<int>(line.size()));
    for (std::size_t i = 0; i < line.size(); ++i)
        OGR_G_SetPoint_2D(geometry.get(), static_cast<int>(i), line[i].lon, line[i].lat);
    return geometry;
}

bool readLine(Leg &leg, OGRGeometryH geometry)
{
    if (!geometry || wkbFlatten(OGR_G_GetGeometryType(geometry)) != wkbLineString)
        return false;
    leg.line.resize(static_cast<std::size_t>(OGR_G_GetPointCount(geometry)));
    if (leg.line.empty())
        return false;
    OGR_G_GetPoints(geometry, &leg.line[0].lon, sizeof(LatLon), &leg.line[0].lat, sizeof(LatLon), nullptr, 0);
    return std::all_of(leg.line.begin(), leg.line.end(), [](LatLon p) { return p.valid(); });
}

void writeSegmentLine(const SegmentRow &row, OGRFeatureH feature)
{
    gdal::Geometry lines(OGR_G_CreateGeometry(wkbMultiLineString));
    for (const Leg &leg : row.segment.legs)
        OGR_G_AddGeometryDirectly(lines.get(), lineString(leg.line).release());
    OGR_F_SetGeometryDirectly(feature, lines.release());
}

Column<SegmentRow> modesColumn()
{
    return {"modes", OFTString,
            [](const SegmentRow &row, OGRFeatureH f, int i) {
                QStringList ids;
                for (const Mode mode : row.segment.modes)
                    ids += toId(mode);
                writeText(f, i, ids.join(u';'));
            },
            [](SegmentRow &row, OGRFeatureH f, int i) {
                for (const QString &id : readText(f, i).split(u';', Qt::SkipEmptyParts)) {
                    const std::optional<Mode> mode = fromId<Mode>(id);
                    if (!mode)
                        return false;
                    row.segment.modes.push_back(*mode);
                }
                return true;
            }};
}

Column<LegRow> errorColumn()
{
    return {"error_m", OFTReal,
            [](const LegRow &row, OGRFeatureH f, int i) {
                if (row.leg.errorMetres)
                    OGR_F_SetFieldDouble(f, i, *row.leg.errorMetres);
                else
                    OGR_F_SetFieldNull(f, i);
            },
            [](LegRow &row, OGRFeatureH f, int i) {
                if (OGR_F_IsFieldSetAndNotNull(f, i))
                    row.leg.errorMetres = OGR_F_GetFieldAsDouble(f, i);
                return true;
            }};
}

Column<WaypointRow> namesColumn()
{
    return {"names", OFTString,
            [](const WaypointRow &row, OGRFeatureH f, int i) {
                QJsonObject names;
                for (const auto &[language, name] : row.waypoint.names)
                    names.insert(language, name);
                writeText(f, i, names.isEmpty() ? QString() : compactJson(names));
            },
            [](WaypointRow &row, OGRFeatureH f, int i) {
                if (!OGR_F_IsFieldSetAndNotNull(f, i))
                    return true;
                const QJsonDocument json = QJsonDocument::fromJson(OGR_F_GetFieldAsString(f, i));
                const QJsonObject names = json.object();
                for (auto name = names.begin(); name != names.end(); ++name)
                    row.waypoint.names[name.key()] = name.value().toString();
                return json.isObject();
            }};
}

Column<Record> cslColumn()
{
    return {"csl_json", OFTString,
            [](const Record &row, OGRFeatureH f, int i) {
                writeText(f, i, compactJson(row.csl));
            },
            [](Record &row, OGRFeatureH f, int i) {
                const QJsonDocument json = QJsonDocument::fromJson(readText(f, i).toUtf8());
                row.csl = json.object();
                return json.isObject();
            }};
}

Column<Passage> subjectsColumn()
{
    return {"subjects", OFTString,
            [](const Passage &row, OGRFeatureH f, int i) {
                QStringList items;
                for (const SubjectRef &ref : row.subjects)
                    items += ref.id + (ref.context ? QStringLiteral(":context") : QStringLiteral(":about"));
                writeText(f, i, items.join(u';'));
            },
            [](Passage &row, OGRFeatureH f, int i) {
                for (const QString &item : readText(f, i).split(u';', Qt::SkipEmptyParts)) {
                    const qsizetype colon = item.lastIndexOf(u':');
                    if (colon < 0)
                        return false;
                    row.subjects.push_back({item.left(colon), item.endsWith(QLatin1String(":context"))});
                }
                return true;
            }};
}

} // namespace

// The lambdas below serve const rows (writing) and others (reading) alike.
#define CA_IN(path) [](auto &row) -> auto & { return row.path; }

const Table<MetaRow> &metaTable()
{
    static const Table<MetaRow> table{
        "atlas_meta", "What this atlas is: version, date, schema and row counts", wkbNone,
        {text<MetaRow>("key", &MetaRow::key), text<MetaRow>("value", &MetaRow::value)}, {}, {}};
    return table;
}

const Table<SegmentRow> &segmentTable()
{
    using Row = SegmentRow;
    static const Table<Row> table{
        "segments", "Stretches of the corridors, each with its whole line", wkbMultiLineString,
        {text<Row>("id", CA_IN(segment.id)), text<Row>("from", CA_IN(segment.from)), text<Row>("to", CA_IN(segment.to)),
         modesColumn(), shown<Row>("corridors", OFTString, [](const Row &r) { return r.corridors; }),
         shown<Row>("status", OFTString, [](const Row &r) { return r.status; }),
         shown<Row>("status_as_of", OFTString, [](const Row &r) { return r.statusAsOf; }),
         shown<Row>("length_km", OFTReal, [](const Row &r) { return qRound(r.segment.lengthMetres) / 1000.0; }),
         shown<Row>("precision", OFTString, [](const Row &r) { return toId(r.segment.weakestPrecision()); }),
         text<Row>("note", CA_IN(segment.note))},
        &writeSegmentLine, {}};
    return table;
}

const Table<LegRow> &legTable()
{
    using Row = LegRow;
    static const Table<Row> table{
        "legs", "Runs of one precision and one provenance, in order along their segment", wkbLineString,
        {text<Row>("segment", &Row::segment), word<Precision, Row>("precision", CA_IN(leg.precision)),
         text<Row>("provenance", CA_IN(leg.provenance)), text<Row>("refs", CA_IN(leg.refs)), errorColumn(),
         text<Row>("note", CA_IN(leg.note))},
        [](const Row &row, OGRFeatureH f) { OGR_F_SetGeometryDirectly(f, lineString(row.leg.line).release()); },
        [](Row &row, OGRGeometryH geometry) { return readLine(row.leg, geometry); }};
    return table;
}

const Table<WaypointRow> &waypointTable()
{
    using Row = WaypointRow;
    static const Table<Row> table{
        "waypoints", "Named points of the segments", wkbPoint,
        {text<Row>("segment", &Row::segment), word<WaypointKind, Row>("kind", CA_IN(waypoint.kind)),
         text<Row>("name", CA_IN(waypoint.name)), text<Row>("name_local", CA_IN(waypoint.nameLocal)),
         text<Row>("country", CA_IN(waypoint.country)), text<Row>("provenance", CA_IN(waypoint.provenance)),
         text<Row>("ref", CA_IN(waypoint.ref)), namesColumn(),
         shown<Row>("km", OFTReal, [](const Row &r) { return qRound(r.waypoint.along) / 1000.0; })},
        [](const Row &row, OGRFeatureH f) { setPoint(f, row.waypoint.position); },
        [](Row &row, OGRGeometryH geometry) {
            if (geometry)
                row.waypoint.position = pointOf(geometry);
            return row.waypoint.position.valid();
        }};
    return table;
}

const Table<Subject> &subjectTable()
{
    using Row = Subject;
    static const Table<Row> table{
        "subjects", "Corridors, agreements, plans, places and contexts", wkbPoint,
        {text<Row>("id", &Row::id), word<SubjectKind, Row>("kind", &Row::kind), text<Row>("title", &Row::title),
         text<Row>("coord_source", &Row::coordSource), text<Row>("source", &Row::source), text<Row>("note", &Row::note)},
        [](const Row &row, OGRFeatureH f) { setPoint(f, row.position); },
        [](Row &row, OGRGeometryH geometry) {
            if (geometry)
                row.position = pointOf(geometry);
            return !geometry || row.position.valid();
        }};
    return table;
}

const Table<CorridorMember> &corridorTable()
{
    using Row = CorridorMember;
    static const Table<Row> table{
        "corridors", "Which segment belongs to which corridor", wkbNone,
        {text<Row>("corridor", &Row::corridor), integer<Row>("order", &Row::order), text<Row>("segment", &Row::segment),
         word<Role, Row>("role", &Row::role), list<Row>("follows", &Row::follows),
         text<Row>("join_reason", &Row::joinReason)}, {}, {}};
    return table;
}

const Table<Fact> &factTable()
{
    using Row = Fact;
    static const Table<Row> table{
        "facts", "One row per statement and source", wkbNone,
        {text<Row>("id", &Row::id), text<Row>("subject", &Row::subject), text<Row>("attribute", &Row::attribute),
         text<Row>("value", &Row::value), text<Row>("unit", &Row::unit), text<Row>("as_of", &Row::asOf),
         text<Row>("claimed_by", &Row::claimedBy), list<Row>("source", &Row::sources), text<Row>("note", &Row::note)},
        {}, {}};
    return table;
}

const Table<Name> &nameTable()
{
    using Row = Name;
    static const Table<Row> table{
        "names", "Names with who uses and who avoids them", wkbNone,
        {text<Row>("subject", &Row::subject), text<Row>("language", &Row::language), text<Row>("name", &Row::name),
         text<Row>("policy", &Row::policy), text<Row>("used_by", &Row::usedBy), text<Row>("avoided_by", &Row::avoidedBy),
         text<Row>("from", &Row::from), text<Row>("source", &Row::source)}, {}, {}};
    return table;
}

const Table<Record> &recordTable()
{
    using Row = Record;
    static const Table<Row> table{
        "records", "Articles and pages cited", wkbNone,
        {text<Row>("id", &Row::id), shown<Row>("citation", OFTString, [](const Row &r) { return r.citation(); }),
         shown<Row>("url", OFTString, [](const Row &r) { return r.url().toString(); }), cslColumn()}, {}, {}};
    return table;
}

const Table<Passage> &passageTable()
{
    using Row = Passage;
    static const Table<Row> table{
        "passages", "Passages of the articles: anchors, digests and paraphrases", wkbNone,
        {text<Row>("id", &Row::id), text<Row>("record", &Row::record), integer<Row>("paragraph", &Row::paragraph),
         text<Row>("first_words", &Row::firstWords), text<Row>("last_words", &Row::lastWords),
         integer<Row>("word_count", &Row::wordCount), text<Row>("sha256", &Row::sha256),
         integer<Row>("normalisation", &Row::normalisation), text<Row>("paraphrase", &Row::paraphrase),
         word<Claim, Row>("claim", &Row::claim), text<Row>("refers_to", &Row::refersTo), subjectsColumn(),
         list<Row>("contradicted_by", &Row::contradictedBy)}, {}, {}};
    return table;
}

const Table<Contradiction> &contradictionTable()
{
    using Row = Contradiction;
    static const Table<Row> table{
        "contradictions", "Claims that other sources contradict or qualify", wkbNone,
        {text<Row>("id", &Row::id), text<Row>("statement", &Row::statement), list<Row>("sources", &Row::sources)}, {}, {}};
    return table;
}

const Table<DisputedStretch> &disputedTable()
{
    using Row = DisputedStretch;
    static const Table<Row> table{
        "disputed", "Stretches of the borders that a cited source calls disputed", wkbNone,
        {text<Row>("id", &Row::id), text<Row>("stretch", &Row::stretch), text<Row>("parties", &Row::parties),
         text<Row>("viewpoint", &Row::viewpoint), text<Row>("source", &Row::source)}, {}, {}};
    return table;
}

#undef CA_IN

} // namespace ca::columns
