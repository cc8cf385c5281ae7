// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureView.h"

#include "base/Tr.h"
#include "figure/JsonMembers.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace ca {

namespace {

/// Sorted, so that the same view is always the same text.
QJsonArray sorted(const QSet<QString> &ids)
{
    QStringList list(ids.begin(), ids.end());
    std::sort(list.begin(), list.end());
    return QJsonArray::fromStringList(list);
}

QJsonObject jsonOf(const Visibility &visibility)
{
    static const Visibility standard;
    QJsonObject json;
    if (visibility.hiddenLayers != standard.hiddenLayers)
        json.insert(QStringLiteral("hiddenLayers"), sorted(visibility.hiddenLayers));
    if (!visibility.hiddenCorridors.isEmpty())
        json.insert(QStringLiteral("hiddenCorridors"), sorted(visibility.hiddenCorridors));
    if (!visibility.hiddenSegments.isEmpty())
        json.insert(QStringLiteral("hiddenSegments"), sorted(visibility.hiddenSegments));
    return json;
}

QJsonArray jsonOf(const std::vector<FigureLayer> &layers)
{
    QJsonArray json;
    for (const FigureLayer &layer : layers)
        json.append(layer.toJson());
    return json;
}

QJsonObject objectAt(JsonMembers &members, const QString &name)
{
    const QJsonValue json = members.take(name);
    if (!json.isUndefined() && !json.isObject())
        members.fail(name, tr("an object"));
    return json.toObject();
}

void readSet(JsonMembers &members, const QString &name, QSet<QString> &ids)
{
    QStringList list(ids.begin(), ids.end());
    members.read(name, list);
    ids = QSet<QString>(list.begin(), list.end());
}

/// Passes on what @p inner, a part of @p outer, has to say.
void report(JsonMembers &outer, const JsonMembers &inner, std::optional<Error> &error)
{
    outer.warn(inner.warnings());
    if (!error)
        error = inner.error();
}

void readVisibility(JsonMembers &outer, Visibility &visibility, std::optional<Error> &error)
{
    JsonMembers members(objectAt(outer, QStringLiteral("visibility")), QStringLiteral("visibility."));
    readSet(members, QStringLiteral("hiddenLayers"), visibility.hiddenLayers);
    readSet(members, QStringLiteral("hiddenCorridors"), visibility.hiddenCorridors);
    readSet(members, QStringLiteral("hiddenSegments"), visibility.hiddenSegments);
    report(outer, members, error);
}

void readLayers(JsonMembers &members, std::vector<FigureLayer> &layers)
{
    constexpr qsizetype most = 1000;
    const QJsonValue json = members.take(QStringLiteral("layers"));
    const QJsonArray array = json.toArray();
    for (const QJsonValue &value : array) {
        if (std::optional<FigureLayer> layer = FigureLayer::fromJson(value))
            layers.push_back(*std::move(layer));
    }
    if (!json.isUndefined() && (!json.isArray() || array.size() > most || qsizetype(layers.size()) != array.size()))
        members.fail(QStringLiteral("layers"), tr("a list of at most %1 files or layers of them").arg(most));
}

void readCentre(JsonMembers &outer, LatLon &centre, std::optional<Error> &error)
{
    JsonMembers members(objectAt(outer, QStringLiteral("centre")), QStringLiteral("centre."));
    members.read(QStringLiteral("lat"), centre.lat, -90, 90);
    members.read(QStringLiteral("lon"), centre.lon, -180, 180);
    report(outer, members, error);
}

void readWords(JsonMembers &members, FigureView &view)
{
    static const QRegularExpression date(QStringLiteral("^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"));
    static const QRegularExpression language(QStringLiteral("^[a-z]{2,3}$"));
    members.read(QStringLiteral("asOf"), view.asOf, 10);
    if (!date.match(view.asOf).hasMatch())
        members.fail(QStringLiteral("asOf"), tr("a date such as 2025, 2025-08 or 2025-08-08"));
    members.read(QStringLiteral("language"), view.language, 3);
    if (!language.match(view.language).hasMatch())
        members.fail(QStringLiteral("language"), tr("a code such as en or hy"));
    QString policy = toId(view.namePolicy);
    members.read(QStringLiteral("namePolicy"), policy, 40);
    if (const std::optional<NamePolicy> known = fromId<NamePolicy>(policy))
        view.namePolicy = *known;
    else
        members.fail(QStringLiteral("namePolicy"), tr("one of %1").arg(allIds<NamePolicy>().join(QStringLiteral(", "))));
}

std::optional<Error> wrongVersion(JsonMembers &members)
{
    const QJsonValue version = members.take(QStringLiteral("version"));
    if (!version.isDouble() || version.toDouble() < 1)
        return Error{tr("this is no view of a figure: it has no version"), {}, 0};
    if (version.toDouble() > FigureView::version)
        return Error{tr("the view was made by a newer version of Corridor Atlas (version %1 of views, this one knows %2)")
                         .arg(version.toDouble()).arg(FigureView::version), {}, 0};
    return std::nullopt;
}

} // namespace

QJsonObject FigureView::toJson() const
{
    QJsonObject json{{QStringLiteral("version"), version},
                     {QStringLiteral("crs"), crs},
                     {QStringLiteral("metresPerPixel"), metresPerPixel},
                     {QStringLiteral("size"), QJsonArray{size.width(), size.height()}},
                     {QStringLiteral("language"), language},
                     {QStringLiteral("namePolicy"), toId(namePolicy)}};
    const auto keep = [&json](const char *member, const QJsonValue &value, bool empty) {
        if (!empty)
            json.insert(QLatin1String(member), value);
    };
    const QJsonObject seen = jsonOf(visibility), spec = figure.toJson();
    keep("name", name, name.isEmpty());
    keep("centre", QJsonObject{{QStringLiteral("lat"), centre.lat}, {QStringLiteral("lon"), centre.lon}}, !centre.valid());
    keep("visibility", seen, seen.isEmpty());
    keep("selection", selection, selection.isEmpty());
    keep("asOf", asOf, asOf.isEmpty());
    keep("layers", jsonOf(layers), layers.empty());
    keep("figure", spec, spec.isEmpty());
    return json;
}

Result<FigureView> FigureView::fromJson(const QJsonObject &json)
{
    JsonMembers members(json, {});
    if (const std::optional<Error> error = wrongVersion(members))
        return *error;
    FigureView view;
    std::optional<Error> inner;
    members.read(QStringLiteral("name"), view.name, 1000);
    members.read(QStringLiteral("crs"), view.crs, 100000);
    readCentre(members, view.centre, inner);
    members.read(QStringLiteral("metresPerPixel"), view.metresPerPixel, 1e-3, 1e8);
    members.read(QStringLiteral("size"), view.size, 1, 100000);
    readVisibility(members, view.visibility, inner);
    members.read(QStringLiteral("selection"), view.selection, 1000);
    readWords(members, view);
    readLayers(members, view.layers);
    const Result<FigureSpec> spec = FigureSpec::fromJson(objectAt(members, QStringLiteral("figure")));
    if (members.error())
        return *members.error();
    if (inner)
        return *inner;
    if (!spec)
        return spec.error();
    view.figure = *spec;
    return Result<FigureView>(view).warn(members.warnings() + spec.warnings());
}

} // namespace ca
