// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/Icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

// Resources of a static library are only linked in when something names them.
static void loadResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace ca {

QIcon icon(const QString &name, const QColor &color)
{
    loadResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    // Qt's renderer does not know currentColor.
    svg.replace("currentColor", color.name().toUtf8());
    QSvgRenderer renderer(svg);
    QIcon result;
    constexpr int logicalSize = 20;
    for (int ratio = 1; ratio <= 3; ++ratio) {
        QPixmap pixmap(logicalSize * ratio, logicalSize * ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        pixmap.setDevicePixelRatio(ratio);
        result.addPixmap(pixmap);
    }
    return result;
}

} // namespace ca
