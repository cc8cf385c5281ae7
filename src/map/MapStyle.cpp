// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapStyle.h"

#include "base/Logging.h"
#include "map/Contrast.h"
#include "map/StyleParser.h"
#include "map/StyleProperties.h"


#include <mutex>

namespace ca {
namespace {

constexpr double dashReferenceWidth = 3;  // the width that dash lengths are written for
constexpr double textContrast = 4.5;      // WCAG 2, level AA

QColor mixed(const QColor &a, const QColor &b)
{
    return QColor::fromRgbF((a.redF() + b.redF()) / 2, (a.greenF() + b.greenF()) / 2, (a.blueF() + b.blueF()) / 2,
                            (a.alphaF() + b.alphaF()) / 2);
}

QString defaultRule(GeometryKind kind)
{
    switch (kind) {
    case GeometryKind::Point: return QStringLiteral("layer-point");
    case GeometryKind::Line: return QStringLiteral("layer-line");
    case GeometryKind::Polygon: return QStringLiteral("layer-area");
    }
    return {};
}

std::shared_ptr<const MapStyle> readBundled(const QString &name)
{
    const auto style = MapStyle::read(MapStyle::bundledPath(name));
    if (!style) {
        qCCritical(logRender).noquote() << style.error().text();
        return nullptr;
    }
    return *style;
}

} // namespace

QColor MapStyle::corridorColor(const QString &corridor) const
{
    return corridors.value(corridor, corridorFallback);
}

QColor MapStyle::corridorTextColor(const QString &corridor) const
{
    const QColor halo = text(QStringLiteral("corridor")).halo;
    return readableOn(corridorColor(corridor), QColor(halo.rgb()), textContrast);
}

LineStyle MapStyle::segmentLine(const QString &corridor, Mode mode, Status status) const
{
    LineStyle line = lines.value(QStringLiteral("mode-") + toId(mode));
    const LineStyle state = lines.value(QStringLiteral("status-") + toId(status));
    line.color = corridorColor(corridor);
    if (state.color.isValid())
        line.color = mixed(line.color, state.color);
    for (const qreal dash : state.dashes)
        line.dashes.push_back(dash * line.width / dashReferenceWidth);
    line.width *= state.width;
    line.stateMark = state.mark;
    return line;
}

LayerStyle MapStyle::layer(const QString &layerName, GeometryKind kind) const
{
    LayerStyle style;
    const QString rule = defaultRule(kind);
    for (const QString &property : layers.value(rule) + (layerName == rule ? QStringList() : layers.value(layerName)))
        (void)styleproperties::set(style, property);  // checked when the file was read
    return style;
}

Result<std::shared_ptr<const MapStyle>> MapStyle::parse(const QString &text, const QString &fileName)
{
    return StyleParser(text, fileName).parse();
}

Result<std::shared_ptr<const MapStyle>> MapStyle::read(const QString &path)
{
    return StyleParser::read(path, {});
}

const QStringList &MapStyle::bundledNames()
{
    static const QStringList names = QStringLiteral("light dark grey contrast bench").split(u' ');
    return names;
}

QString MapStyle::bundledPath(const QString &name)
{
    return bundledNames().contains(name) ? QStringLiteral(":/styles/%1.style").arg(name) : QString();
}

std::shared_ptr<const MapStyle> MapStyle::bundled(const QString &name)
{
    static std::mutex mutex;
    static QHash<QString, std::shared_ptr<const MapStyle>> known;
    const QString wanted = bundledNames().contains(name) ? name : bundledNames().front();
    const std::scoped_lock lock(mutex);
    auto &style = known[wanted];
    if (!style)
        style = readBundled(wanted);
    return style;
}

} // namespace ca
