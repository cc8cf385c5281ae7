// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureEvidence.h"

#include "base/Tr.h"
#include "citation/WellFormed.h"
#include "figure/CitedMatter.h"
#include "figure/FigureMetadata.h"
#include "geo/Projection.h"
#include "map/Scene.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace ca {

namespace {

const QLatin1String versionMember("corridor-atlas"), sourcesMember("sources"), passagesMember("passages"), dataMember("data"), viewMember("view");

QJsonObject dataOf(const FigureComposition &figure, const CitedMatter &cited)
{
    const AtlasData &atlas = figure.map.scene->atlas().data();
    const FigureMetadata metadata = FigureMetadata::of(figure);
    const Projection &projection = *figure.map.view.projection;
    return {{QStringLiteral("atlas"), QJsonObject{{QStringLiteral("title"), atlas.title},
                                                  {QStringLiteral("version"), atlas.version},
                                                  {QStringLiteral("date"), atlas.date}}},
            {QStringLiteral("title"), metadata.title},
            {QStringLiteral("as_of"), metadata.asOf},
            {QStringLiteral("credits"), QJsonArray::fromStringList(figure.credits.lines)},
            {QStringLiteral("licences"), QJsonArray::fromStringList(figure.credits.licences)},
            {QStringLiteral("software"), metadata.software},
            {QStringLiteral("projection"), QJsonObject{{QStringLiteral("title"), projection.title()},
                                                       {QStringLiteral("definition"), projection.definition()}}},
            {QStringLiteral("facts"), cited.facts()},
            {QStringLiteral("contradictions"), cited.contradictions()}};
}

/// What @p member holds when it may be left out; fails where it is something else than @p type.
Result<QJsonValue> part(const QJsonObject &object, QLatin1String member, QJsonValue::Type type)
{
    const QJsonValue value = object.value(member);
    if (value.isUndefined())
        return QJsonValue(type);
    if (value.type() != type)
        return Error::of(tr("the evidence is damaged: its \"%1\" is not what it should be").arg(member));
    return value;
}

std::optional<Error> objectionToVersion(const QJsonValue &value)
{
    constexpr double version = 1;
    if (!value.isDouble())
        return Error::of(tr("this is no evidence of a figure"));
    if (value.toDouble() > version)
        return Error::of(tr("the evidence was written by a newer version of this program; it cannot be read by this one"));
    if (value.toDouble() != version)
        return Error::of(tr("the evidence is damaged: its version is %1").arg(value.toDouble()));
    return std::nullopt;
}

QJsonObject osmLine(const QString &segment, const Leg &leg)
{
    QJsonObject line{{QStringLiteral("segment"), segment},
                     {QStringLiteral("extract_date"), leg.dataDate},
                     {QStringLiteral("objects"), QJsonArray::fromStringList(leg.refs.split(QStringLiteral("; "), Qt::SkipEmptyParts))},
                     {QStringLiteral("licence"), QStringLiteral("ODbL-1.0")}};
    if (leg.status)
        line.insert(QStringLiteral("status"), toId(*leg.status));
    return line;
}

/// The lines drawn that the user has found in OpenStreetMap, and the objects they are made of.
QJsonArray osmLines(const FigureComposition &figure)
{
    QJsonArray lines;
    for (const QString &id : figure.drawn.segments) {
        const Segment *segment = figure.map.scene->atlas().segment(id);
        for (const Leg &leg : segment ? segment->legs : std::vector<Leg>()) {
            if (!leg.dataDate.isEmpty())
                lines.append(osmLine(id, leg));
        }
    }
    return lines;
}

} // namespace

FigureEvidence FigureEvidence::of(const FigureComposition &figure, const std::optional<FigureView> &view)
{
    const CitedMatter cited(figure);
    FigureEvidence evidence;
    evidence.sources = cited.sources();
    evidence.passages = cited.passages();
    evidence.data = dataOf(figure, cited);
    if (const QJsonArray lines = osmLines(figure); !lines.isEmpty())
        evidence.data.insert(QStringLiteral("osm_lines"), lines);
    evidence.view = view;
    if (evidence.view) {  // where the user keeps them is nobody's business
        for (FigureLayer &layer : evidence.view->layers)
            layer.file = QFileInfo(layer.file).fileName();
    }
    return evidence;
}

QByteArray FigureEvidence::toJson() const
{
    QJsonObject json{{versionMember, 1}, {sourcesMember, sources}, {passagesMember, passages}, {dataMember, data}};
    if (view)
        json.insert(viewMember, view->toJson());
    QByteArray bytes = QJsonDocument(wellFormed(QJsonValue(json)).toObject()).toJson(QJsonDocument::Compact);
    // JSON may hold these two characters, XML may not; as escapes both can.
    return bytes.replace("\xef\xbf\xbe", "\\ufffe").replace("\xef\xbf\xbf", "\\uffff");
}

Result<FigureEvidence> FigureEvidence::fromJson(const QByteArray &json)
{
    if (json.size() > maxBytes)
        return Error::of(tr("the evidence has %1 MB, more than the %2 that are read").arg(json.size() >> 20).arg(maxBytes >> 20));
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (document.isNull())
        return Error::of(tr("the evidence is damaged at byte %1: %2").arg(fault.offset).arg(fault.errorString()));
    const QJsonObject object = document.object();
    if (const std::optional<Error> error = objectionToVersion(object.value(versionMember)))
        return *error;
    const Result<QJsonValue> sources = part(object, sourcesMember, QJsonValue::Array);
    const Result<QJsonValue> passages = part(object, passagesMember, QJsonValue::Array);
    const Result<QJsonValue> data = part(object, dataMember, QJsonValue::Object);
    for (const Result<QJsonValue> *one : {&sources, &passages, &data}) {
        if (!*one)
            return one->error();
    }
    FigureEvidence evidence{sources->toArray(), passages->toArray(), data->toObject(), std::nullopt};
    const QJsonValue kept = object.value(viewMember);
    if (kept.isUndefined() || kept.isNull())
        return evidence;
    Result<FigureView> view = FigureView::fromJson(kept.toObject());
    if (!view)
        return view.error();
    evidence.view = *view;
    return Result<FigureEvidence>(std::move(evidence)).warn(view.warnings());
}

} // namespace ca
