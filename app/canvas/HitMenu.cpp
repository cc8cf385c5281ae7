// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/HitMenu.h"

#include "canvas/MapCanvas.h"
#include "map/MapPainter.h"
#include "window/Session.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace ca {

namespace {

QIcon sampleIcon(const Session &session, const Hit &hit, double pixelRatio)
{
    const QSizeF size(28, 16);
    QPixmap pixmap((size * pixelRatio).toSize());
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto style = session.style();
    const Segment *segment = session.atlas()->segment(hit.id);
    const Subject *subject = session.atlas()->subject(hit.id);
    if (style && segment)
        MapPainter::paintLineSample(painter, QRectF(QPointF(0, 0), size), *style, hit.corridor, segment->mainMode(),
                                    session.atlas()->status(hit.id).status);
    else if (style && subject)
        MapPainter::paintSubjectSymbol(painter, QPointF(14, 8), 12, *style, subject->kind);
    return pixmap;
}

} // namespace

std::vector<Hit> choicesOf(const std::vector<Hit> &hits)
{
    std::vector<Hit> choices;
    for (const Hit &hit : hits) {
        if (hit.kind == Hit::Kind::Place || hit.id.isEmpty())
            continue;
        const bool known = std::any_of(choices.begin(), choices.end(), [&hit](const Hit &choice) {
            return choice.id == hit.id && choice.corridor == hit.corridor;
        });
        if (!known)
            choices.push_back(hit);
    }
    return choices;
}

QString choiceText(const Session &session, const Hit &hit)
{
    const QString name = session.nameOf(hit.id);
    return hit.corridor.isEmpty() ? name
                                  : QStringLiteral("%1 · %2").arg(name, session.nameOf(hit.corridor));
}

QMenu *showHitMenu(const Session &session, MapCanvas &canvas, const std::vector<Hit> &choices, QPoint at,
                   std::function<void(const Hit &)> chosen)
{
    auto *menu = new QMenu(&canvas);
    menu->setObjectName(QStringLiteral("hitMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *title = menu->addAction(QCoreApplication::translate("HitMenu", "Here lie several lines:"));
    title->setEnabled(false);
    for (const Hit &hit : choices) {
        QString text = choiceText(session, hit);
        text.replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction *action = menu->addAction(sampleIcon(session, hit, canvas.devicePixelRatioF()), text);
        action->setData(hit.id);
        QObject::connect(action, &QAction::triggered, &canvas, [hit, chosen] { chosen(hit); });
    }
    menu->popup(canvas.mapToGlobal(at));
    return menu;
}

} // namespace ca
