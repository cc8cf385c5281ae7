// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/MapStyle.h"

#include "base/Logging.h"
#include "map/StyleParser.h"

#include <QFile>

namespace ca {
namespace {

constexpr double dashReferenceWidth = 3;  // the width that dash lengths are written for

QColor mixed(const QColor &a, const QColor &b)
{
    return QColor::fromRgbF((a.redF() + b.redF()) / 2, (a.greenF() + b.greenF()) / 2, (a.blueF() + b.blueF()) / 2,
                            (a.alphaF() + b.alphaF()) / 2);
}

std::shared_ptr<const MapStyle> readBundled(const QString &name)
{
    const QString path = QStringLiteral(":/styles/%1.style").arg(name);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    auto style = MapStyle::parse(QString::fromUtf8(file.readAll()), path);
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
    return line;
}

Result<std::shared_ptr<const MapStyle>> MapStyle::parse(const QString &text, const QString &fileName)
{
    return StyleParser(text, fileName).parse();
}

std::shared_ptr<const MapStyle> MapStyle::bundled(const QString &name)
{
    auto style = readBundled(name);
    return style || name == QLatin1String("light") ? style : readBundled(QStringLiteral("light"));
}

} // namespace ca
