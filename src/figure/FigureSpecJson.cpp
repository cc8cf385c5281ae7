// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Tr.h"
#include "figure/FigureSpec.h"
#include "figure/JsonMembers.h"

#include <QJsonArray>

namespace ca {

namespace {

constexpr double leastPage = 1, mostPage = 100000;  ///< logical pixels: 26 m of paper

QJsonArray pairOf(QSizeF size)
{
    return {size.width(), size.height()};
}

QJsonArray idsOf(const std::set<FigureElement> &elements)
{
    QJsonArray ids;
    for (const FigureElement element : elements)
        ids << figureElementId(element);
    return ids;
}

QJsonObject rectsOf(const std::map<FigureElement, QRectF> &placed)
{
    QJsonObject rects;
    for (const auto &[element, rect] : placed)
        rects.insert(figureElementId(element), QJsonArray{rect.x(), rect.y(), rect.width(), rect.height()});
    return rects;
}

/// None where it is no rectangle of the page.
std::optional<QRectF> shareIn(const QJsonValue &json)
{
    const QJsonArray numbers = json.toArray();
    double share[4] = {};
    for (int i = 0; i < 4; ++i) {
        const std::optional<double> number = boundedNumber(numbers.at(i), 0, 1);
        if (!number)
            return std::nullopt;
        share[i] = *number;
    }
    constexpr double rounding = 1e-6;
    const bool inside = share[0] + share[2] <= 1 + rounding && share[1] + share[3] <= 1 + rounding;
    return numbers.size() == 4 && inside ? std::optional(QRectF(share[0], share[1], share[2], share[3])) : std::nullopt;
}

QString unknownElement(const JsonMembers &members, const QString &list, const QString &id)
{
    return tr("%1 names an element that is unknown to this version: %2").arg(members.nameOf(list), id.left(80));
}

void readHidden(JsonMembers &members, std::set<FigureElement> &hidden)
{
    const QString name = QStringLiteral("hidden");
    QStringList ids;
    for (const FigureElement element : hidden)
        ids << figureElementId(element);
    members.read(name, ids);
    hidden.clear();
    for (const QString &id : ids) {
        const std::optional<FigureElement> element = figureElementFromId(id);
        if (!element)
            members.warn({unknownElement(members, name, id)});
        else if (*element == FigureElement::Map)
            members.warn({tr("the map cannot be switched off; %1 names it").arg(members.nameOf(name))});
        else
            hidden.insert(*element);
    }
}

void readPlaced(JsonMembers &members, std::map<FigureElement, QRectF> &placed)
{
    const QString name = QStringLiteral("placed");
    const QJsonValue json = members.take(name);
    if (json.isUndefined())
        return;
    if (!json.isObject())
        return members.fail(name, tr("an object of rectangles"));
    const QJsonObject rects = json.toObject();
    for (auto rect = rects.begin(); rect != rects.end(); ++rect) {
        const std::optional<FigureElement> element = figureElementFromId(rect.key());
        const std::optional<QRectF> share = shareIn(rect.value());
        if (!element)
            members.warn({unknownElement(members, name, rect.key())});
        else if (!share)
            members.fail(name + u'.' + rect.key(), tr("left, top, width and height within the page, as shares from 0 to 1"));
        else
            placed[*element] = *share;
    }
}

void readDisclaimer(JsonMembers &members, std::optional<QString> &disclaimer)
{
    const QString name = QStringLiteral("disclaimer");
    if (!members.has(name))
        return;
    disclaimer = QString();
    members.read(name, *disclaimer);
}

} // namespace

QJsonObject FigureSpec::toJson() const
{
    static const FigureSpec standard;
    QJsonObject json;
    const auto keep = [&json](const char *name, bool differs, const QJsonValue &value) {
        if (differs)
            json.insert(QLatin1String(name), value);
    };
    keep("preset", preset != standard.preset, preset);
    keep("page", page != standard.page, pairOf(page));
    keep("scale", scale != standard.scale, scale);
    keep("title", title != standard.title, title);
    keep("subtitle", subtitle != standard.subtitle, subtitle);
    keep("disclaimer", disclaimer.has_value(), disclaimer.value_or(QString()));
    keep("theme", theme != standard.theme, theme);
    keep("transparent", transparent, true);
    keep("hidden", hidden != standard.hidden, idsOf(hidden));
    keep("placed", !placed.empty(), rectsOf(placed));
    keep("noteSubjects", !noteSubjects.isEmpty(), QJsonArray::fromStringList(noteSubjects));
    keep("notePassages", !notePassages.isEmpty(), QJsonArray::fromStringList(notePassages));
    return json;
}

Result<FigureSpec> FigureSpec::fromJson(const QJsonObject &json)
{
    JsonMembers members(json, QStringLiteral("figure."));
    FigureSpec spec;
    members.read(QStringLiteral("preset"), spec.preset, 80);
    members.read(QStringLiteral("page"), spec.page, leastPage, mostPage);
    members.read(QStringLiteral("scale"), spec.scale, 0, 1000);
    members.read(QStringLiteral("title"), spec.title);
    members.read(QStringLiteral("subtitle"), spec.subtitle);
    readDisclaimer(members, spec.disclaimer);
    members.read(QStringLiteral("theme"), spec.theme, 80);
    members.read(QStringLiteral("transparent"), spec.transparent);
    readHidden(members, spec.hidden);
    readPlaced(members, spec.placed);
    members.read(QStringLiteral("noteSubjects"), spec.noteSubjects);
    members.read(QStringLiteral("notePassages"), spec.notePassages);
    if (members.error())
        return *members.error();
    return Result<FigureSpec>(spec).warn(members.warnings());
}

} // namespace ca
