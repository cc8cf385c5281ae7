// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureLayer.h"

#include "figure/JsonMembers.h"

#include <QJsonArray>

namespace ca {

QJsonValue FigureLayer::toJson() const
{
    if (title.isEmpty() && look.isEmpty())
        return file;
    QJsonObject json{{QStringLiteral("file"), file}};
    if (!title.isEmpty())
        json.insert(QStringLiteral("title"), title);
    if (!look.isEmpty())
        json.insert(QStringLiteral("look"), QJsonArray::fromStringList(look));
    return json;
}

std::optional<FigureLayer> FigureLayer::fromJson(const QJsonValue &json)
{
    FigureLayer layer;
    JsonMembers members(json.isString() ? QJsonObject{{QStringLiteral("file"), json}} : json.toObject(), QStringLiteral("layers."));
    members.read(QStringLiteral("file"), layer.file);
    members.read(QStringLiteral("title"), layer.title);
    members.read(QStringLiteral("look"), layer.look);
    if (members.error() || layer.file.isEmpty())
        return std::nullopt;
    return layer;
}

} // namespace ca
