// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/JsonFiles.h"

#include "store/JsonText.h"
#include "store/TextTables.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <map>
#include <optional>

namespace ca::jsonfiles {

namespace {

struct JsonFile {
    QByteArray bytes;
    QJsonDocument document;
};

/// The parsed file with its bytes, for line numbers; nullopt after an error in @p errors.
std::optional<JsonFile> readJson(const QString &file, std::vector<Error> &errors)
{
    const std::optional<QByteArray> bytes = texttables::readFile(file, errors);
    if (!bytes)
        return std::nullopt;
    const Result<QJsonDocument> document = jsontext::parse(*bytes, file);
    if (!document) {
        errors.push_back(document.error());
        return std::nullopt;
    }
    return JsonFile{*bytes, *document};
}

using Place = AtlasSource::Place;

/// One JSON object of a file, with conversions that report what they cannot read.
class Members {
public:
    Members(QJsonObject object, Place place, std::vector<Error> &errors)
        : m_object(std::move(object)), m_place(std::move(place)), m_errors(errors) {}

    /// Objects to members that are missing (of @p required) or unknown (in neither list); space separated.
    void expect(const char *required, const char *optional)
    {
        const QStringList must = QString::fromLatin1(required).split(u' ', Qt::SkipEmptyParts);
        const QStringList may = QString::fromLatin1(optional).split(u' ', Qt::SkipEmptyParts);
        for (const QString &key : must) {
            if (!m_object.contains(key))
                fail(QStringLiteral("missing member: %1").arg(key));
        }
        for (const QString &key : m_object.keys()) {
            if (!must.contains(key) && !may.contains(key))
                fail(QStringLiteral("unknown member: %1").arg(key));
        }
    }

    [[nodiscard]] QString text(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (!value.isString() && !value.isUndefined())
            fail(QStringLiteral("%1 is not a text").arg(QLatin1String(key)));
        return value.toString();
    }

    template <class E>
    [[nodiscard]] E word(const char *key, E otherwise)
    {
        const QString id = text(key);
        if (const auto value = fromId<E>(id))
            return *value;
        fail(QStringLiteral("unknown %1: %2").arg(QLatin1String(key), id));
        return otherwise;
    }

    [[nodiscard]] std::optional<double> number(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isDouble())
            return value.toDouble();
        if (!value.isNull() && !value.isUndefined())
            fail(QStringLiteral("%1 is not a number").arg(QLatin1String(key)));
        return std::nullopt;
    }

    [[nodiscard]] Members object(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (!value.isObject())
            fail(QStringLiteral("%1 is not an object").arg(QLatin1String(key)));
        return {value.toObject(), m_place, m_errors};
    }

    [[nodiscard]] bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }

    /// All members, each a text.
    [[nodiscard]] std::map<QString, QString> texts()
    {
        std::map<QString, QString> all;
        for (const QString &key : m_object.keys())
            all[key] = text(key.toUtf8().constData());
        return all;
    }

    [[nodiscard]] QJsonArray array(const char *key)
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (!value.isArray())
            fail(QStringLiteral("%1 is not an array").arg(QLatin1String(key)));
        return value.toArray();
    }

    void fail(const QString &message) { m_errors.push_back({message, m_place.file, m_place.line}); }

private:
    QJsonObject m_object;
    Place m_place;
    std::vector<Error> &m_errors;
};

/// [longitude, latitude]; anything else is reported and undefined.
LatLon position(const QJsonArray &pair, Members &feature)
{
    if (pair.size() == 2 && pair[0].isDouble() && pair[1].isDouble())
        return {pair[1].toDouble(), pair[0].toDouble()};
    feature.fail(QStringLiteral("a position is an array of longitude and latitude"));
    return {};
}

Leg readLeg(Members &feature, Members &properties)
{
    properties.expect("feature precision provenance refs", "error_m note");
    Members geometry = feature.object("geometry");
    geometry.expect("type coordinates", "");
    if (geometry.text("type") != QLatin1String("LineString"))
        feature.fail(QStringLiteral("a leg is a LineString"));
    Leg leg;
    for (const QJsonValue &pair : geometry.array("coordinates"))
        leg.line.push_back(position(pair.toArray(), feature));
    leg.precision = properties.word("precision", Precision::Schematic);
    leg.provenance = properties.text("provenance");
    leg.refs = properties.text("refs");
    leg.errorMetres = properties.number("error_m");
    leg.note = properties.text("note");
    return leg;
}

Waypoint readWaypoint(Members &feature, Members &properties)
{
    properties.expect("feature kind name provenance ref", "name_local country names");
    Members geometry = feature.object("geometry");
    geometry.expect("type coordinates", "");
    if (geometry.text("type") != QLatin1String("Point"))
        feature.fail(QStringLiteral("a waypoint is a Point"));
    Waypoint waypoint;
    waypoint.position = position(geometry.array("coordinates"), feature);
    waypoint.kind = properties.word("kind", WaypointKind::Station);
    waypoint.name = properties.text("name");
    waypoint.nameLocal = properties.text("name_local");
    waypoint.country = properties.text("country");
    waypoint.provenance = properties.text("provenance");
    waypoint.ref = properties.text("ref");
    if (properties.has("names"))
        waypoint.names = properties.object("names").texts();
    return waypoint;
}

class SegmentReader {
public:
    SegmentReader(const QString &file, AtlasCompiler::ReadResult &result) : m_file(file), m_result(result) {}

    void run()
    {
        const std::optional<JsonFile> json = readJson(m_file, m_result.errors);
        if (!json)
            return;
        m_lines = jsontext::objectLines(json->bytes, 2);
        Members collection(json->document.object(), {m_file, 0}, m_result.errors);
        readCollection(collection);
        m_result.source.places[QStringLiteral("segments")].push_back({m_file, 1});
        m_result.source.data.segments.push_back(std::move(m_segment));
    }

private:
    void readCollection(Members &collection)
    {
        collection.expect("type id from to modes features", "note");
        if (collection.text("type") != QLatin1String("FeatureCollection"))
            collection.fail(QStringLiteral("not a FeatureCollection"));
        m_segment.id = collection.text("id");
        m_segment.from = collection.text("from");
        m_segment.to = collection.text("to");
        m_segment.note = collection.text("note");
        if (m_segment.id != QFileInfo(m_file).completeBaseName())
            collection.fail(QStringLiteral("the id is not that of the file name: %1").arg(m_segment.id));
        for (const QJsonValue &mode : collection.array("modes"))
            readMode(mode.toString(), collection);
        std::size_t index = 0;
        for (const QJsonValue &feature : collection.array("features")) {
            const Place place{m_file, index < m_lines.size() ? m_lines[index] : 0};
            readFeature(Members(feature.toObject(), place, m_result.errors), place);
            ++index;
        }
    }

    void readMode(const QString &id, Members &collection)
    {
        if (const auto mode = fromId<Mode>(id))
            m_segment.modes.push_back(*mode);
        else
            collection.fail(QStringLiteral("unknown mode: %1").arg(id));
    }

    void readFeature(Members feature, const Place &place)
    {
        feature.expect("type properties geometry", "id");
        if (feature.text("type") != QLatin1String("Feature"))
            feature.fail(QStringLiteral("not a Feature"));
        Members properties = feature.object("properties");
        const QString kind = properties.text("feature");
        if (kind == QLatin1String("leg")) {
            m_segment.legs.push_back(readLeg(feature, properties));
            m_result.source.places[QStringLiteral("legs")].push_back(place);
        } else if (kind == QLatin1String("waypoint")) {
            m_segment.waypoints.push_back(readWaypoint(feature, properties));
            m_result.source.places[QStringLiteral("waypoints")].push_back(place);
        } else {
            feature.fail(QStringLiteral("a feature is a leg or a waypoint, not: %1").arg(kind));
        }
    }

    QString m_file;
    AtlasCompiler::ReadResult &m_result;
    std::vector<int> m_lines;
    Segment m_segment;
};

} // namespace

void readSegments(const QString &folder, AtlasCompiler::ReadResult &result)
{
    const QDir segments(folder + QStringLiteral("/segments"));
    const QStringList files = segments.entryList({QStringLiteral("*.geojson")}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        result.errors.push_back({QStringLiteral("no segments in this folder"), segments.path(), 0});
    for (const QString &file : files)
        SegmentReader(segments.filePath(file), result).run();
}

void readRecords(const QString &folder, AtlasCompiler::ReadResult &result)
{
    const QString file = folder + QStringLiteral("/records.json");
    const std::optional<JsonFile> json = readJson(file, result.errors);
    if (!json)
        return;
    if (!json->document.isArray())
        return result.errors.push_back({QStringLiteral("not an array of CSL-JSON items"), file, 1});
    const std::vector<int> lines = jsontext::objectLines(json->bytes, 1);
    std::size_t objects = 0;
    for (const QJsonValue &item : json->document.array()) {
        if (!item.isObject()) {
            result.errors.push_back({QStringLiteral("an item is not an object"), file, 0});
            continue;
        }
        result.source.data.records.push_back({item.toObject().value(QLatin1String("id")).toString(), item.toObject()});
        result.source.places[QStringLiteral("records")].push_back({file, lines[objects++]});
    }
}

void readAtlas(const QString &folder, AtlasCompiler::ReadResult &result)
{
    const QString file = folder + QStringLiteral("/atlas.json");
    const std::optional<JsonFile> json = readJson(file, result.errors);
    if (!json)
        return;
    Members atlas(json->document.object(), {file, 1}, result.errors);
    atlas.expect("title version date", "");
    AtlasData &data = result.source.data;
    data.title = atlas.text("title");
    data.version = atlas.text("version");
    data.date = atlas.text("date");
    result.source.places[QStringLiteral("atlas")].push_back({file, 1});
}

} // namespace ca::jsonfiles
