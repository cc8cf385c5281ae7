// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LiveMap.h"

#include <algorithm>

namespace ca {
namespace {

/// Whether a picture of @p made is a step on the way to one of @p wanted: another view, much of it the same at about its scale.
bool onTheWay(const MapView &made, const MapView &wanted)
{
    constexpr double mostScale = 2, leastShare = 0.5;
    const double scale = made.metresPerPixel / wanted.metresPerPixel;
    if (made == wanted || made.projection != wanted.projection || scale > mostScale || scale < 1 / mostScale)
        return false;
    const Box a = made.box(), b = wanted.box();
    const double width = std::min(a.maxX, b.maxX) - std::max(a.minX, b.minX);
    const double height = std::min(a.maxY, b.maxY) - std::max(a.minY, b.minY);
    const double smaller = std::min(a.width() * a.height(), b.width() * b.height());
    return width > 0 && height > 0 && width * height >= leastShare * smaller;
}

} // namespace

LiveMap::LiveMap(QObject *parent) : QObject(parent)
{
    connect(&m_job, &RenderJob::finished, this, &LiveMap::take);
}

void LiveMap::want(const RenderRequest &request)
{
    m_backdrop.pause();
    const bool goesOn = m_job.running() && onTheWay(m_running, request.view);
    if (!goesOn)
        m_running = request.view;
    m_latest = request.view;
    if (goesOn)
        m_job.queue(request);
    else
        m_job.start(request);
}

void LiveMap::take(const QImage &image, const RenderRequest &request, const DrawnSummary &summary)
{
    m_picture = {image, request.view};
    m_summary = summary;
    if (m_job.running())
        m_running = m_latest;
    else
        m_backdrop.follow(request);
    Q_EMIT pictureChanged();
}

void LiveMap::paint(QPainter &painter, const MapView &now) const
{
    m_backdrop.paint(painter, m_picture, now);
    m_picture.paint(painter, now);
}

} // namespace ca
