// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LiveMap.h"

#include <utility>

namespace ca {
namespace {
constexpr int newestWinsMs = 60;
}

LiveMap::LiveMap(QObject *parent) : QObject(parent)
{
    connect(&m_job, &RenderJob::finished, this, &LiveMap::take);
}

void LiveMap::want(const RenderRequest &request)
{
    m_wanted = request;
    if (!m_job.running() || m_clock.elapsed() < newestWinsMs)
        start();
}

void LiveMap::start()
{
    m_clock.start();
    m_job.start(*std::exchange(m_wanted, std::nullopt));
}

void LiveMap::take(const QImage &image, const RenderRequest &request, const DrawnSummary &summary)
{
    m_picture = {image, request.view};
    m_summary = summary;
    if (m_wanted)
        start();
    Q_EMIT pictureChanged();
}

} // namespace ca
