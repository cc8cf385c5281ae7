// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/HitMenu.h"

#include "base/Tr.h"
#include "canvas/MapCanvas.h"
#include "map/MapPainter.h"
#include "window/Session.h"

#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <iterator>

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

template <class Same>
void addOnce(std::vector<Hit> &to, const Hit &hit, Same same)
{
    if (std::none_of(to.begin(), to.end(), [&](const Hit &known) { return same(known, hit); }))
        to.push_back(hit);
}

bool allLines(const std::vector<Hit> &hits)
{
    return std::all_of(hits.begin(), hits.end(), [](const Hit &hit) { return hit.kind == Hit::Kind::Strand; });
}

} // namespace

bool sameTarget(const Hit &a, const Hit &b)
{
    return a.kind == b.kind && a.id == b.id && a.corridor == b.corridor && a.feature == b.feature;
}

std::vector<Hit> choicesOf(const std::vector<Hit> &hits)
{
    std::vector<Hit> choices;
    for (Hit hit : hits) {
        if (hit.kind == Hit::Kind::Place || hit.kind == Hit::Kind::Feature || hit.id.isEmpty())
            continue;
        if (hit.kind == Hit::Kind::Waypoint)
            hit.kind = Hit::Kind::Strand;
        addOnce(choices, hit, [](const Hit &a, const Hit &b) { return a.id == b.id && a.corridor == b.corridor; });
    }
    return choices;
}

std::vector<Hit> featuresOf(const std::vector<Hit> &hits)
{
    std::vector<Hit> features;
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(features),
                 [](const Hit &hit) { return hit.kind == Hit::Kind::Feature; });
    return features;
}

std::vector<Hit> listedOf(const std::vector<Hit> &hits)
{
    std::vector<Hit> listed;
    for (const Hit &hit : hits) {
        if (!hit.id.isEmpty() || !hit.name.isEmpty())
            addOnce(listed, hit, [](const Hit &a, const Hit &b) { return sameTarget(a, b) && a.name == b.name; });
    }
    return listed;
}

QString layerTitle(const Session &session, const QString &layer)
{
    const LayerList::Entry *entry = session.layers().entry(layer);
    return entry ? entry->data->title : QString();
}

QString choiceText(const Session &session, const Hit &hit)
{
    const auto pair = [](const QString &first, const char *mark, const QString &second) {
        return second.isEmpty() || first == second ? first : first + QString::fromUtf8(mark) + second;
    };
    switch (hit.kind) {
    case Hit::Kind::Place: return hit.name;
    case Hit::Kind::Feature: return pair(hit.name, " — ", layerTitle(session, hit.id));
    case Hit::Kind::Waypoint: return pair(hit.name, " · ", session.nameOf(hit.id));
    case Hit::Kind::Strand:
    case Hit::Kind::Subject: break;
    }
    return pair(session.nameOf(hit.id), " · ", hit.corridor.isEmpty() ? QString() : session.nameOf(hit.corridor));
}

QMenu *showHitMenu(const Session &session, MapCanvas &canvas, const std::vector<Hit> &choices, QPoint at,
                   std::function<void(const Hit &)> chosen)
{
    auto *menu = new QMenu(&canvas);
    menu->setObjectName(QStringLiteral("hitMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *title = menu->addAction(allLines(choices) && choices.size() > 1
                                         ? tr("Here lie several lines:")
                                         : tr("Found here:"));
    title->setEnabled(false);
    for (const Hit &hit : choices) {
        QString text = choiceText(session, hit);
        text.replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction *action = menu->addAction(sampleIcon(session, hit, canvas.devicePixelRatioF()), text);
        action->setData(hit.id);
        action->setEnabled(hit.kind != Hit::Kind::Place);
        QObject::connect(action, &QAction::triggered, &canvas, [hit, chosen] { chosen(hit); });
    }
    menu->popup(canvas.mapToGlobal(at));
    return menu;
}

} // namespace ca
