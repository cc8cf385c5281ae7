// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/Backdrop.h"

#include <algorithm>

namespace ca {
namespace {

constexpr int idleMs = 200;
constexpr double wider = 2;                          // half a view more on each side
constexpr double leastWider = 1.5, mostWider = 4;    // between them a picture serves another view as well

RenderRequest widened(RenderRequest request)
{
    request.view.metresPerPixel *= wider;
    request.highlight = {};
    request.labels = false;
    request.cornerCredit = false;
    return request;
}

bool sameLook(const RenderRequest &a, const RenderRequest &b)
{
    return a.scene == b.scene && a.style == b.style && a.devicePixelRatio == b.devicePixelRatio && a.userLayers == b.userLayers
        && a.visibility == b.visibility;
}

/// Whether a picture of @p wide shows enough of what lies around @p view.
bool serves(const MapView &wide, const MapView &view)
{
    const double ratio = wide.metresPerPixel / view.metresPerPixel;
    const double around = (leastWider - 1) / 2 * std::min(view.size.width(), view.size.height()) * view.metresPerPixel;
    return ratio >= leastWider && ratio <= mostWider && wide.box().contains(view.box().grown(around));
}

} // namespace

Backdrop::Backdrop(QObject *parent) : QObject(parent)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMs);
    connect(&m_idle, &QTimer::timeout, this, [this] { m_job.start(m_next); });
    connect(&m_job, &RenderJob::finished, this, &Backdrop::take);
}

void Backdrop::follow(const RenderRequest &shown)
{
    pause();
    if (ready() && !sameLook(m_made, shown)) {
        m_picture = {};
        m_made = {};
    }
    if (ready() && serves(m_picture.view, shown.view))
        return;
    m_next = widened(shown);
    m_idle.start();
}

void Backdrop::pause()
{
    m_idle.stop();
    m_job.cancel();
}

void Backdrop::take(const QImage &image, const RenderRequest &request)
{
    if (image.isNull())
        return;
    m_made = request;
    m_picture = {image, request.view};
}

void Backdrop::paint(QPainter &painter, const MapPicture &top, const MapView &now) const
{
    const QRect seen(QPoint(), now.size.toSize());
    const QRegion bare = QRegion(seen) - top.covered(now);
    if (!ready() || bare.isEmpty())
        return;
    painter.save();
    painter.setClipRegion(bare, Qt::IntersectClip);
    m_picture.paint(painter, now);
    painter.restore();
}

} // namespace ca
