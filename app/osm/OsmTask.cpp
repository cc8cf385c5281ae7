// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmTask.h"

#include <QMetaObject>

namespace ca {

OsmTask::OsmTask(QString title, Work work, QObject *parent) : QObject(parent), m_title(std::move(title)), m_work(std::move(work))
{
}

OsmTask::~OsmTask()
{
    m_cancel.cancel();
    if (m_thread.joinable())
        m_thread.join();
}

/// No more often than it can be seen.
void OsmTask::tell(double share, const QString &what)
{
    const int thousandths = static_cast<int>(share * 1000);
    if (thousandths == m_told)
        return;
    m_told = thousandths;
    QMetaObject::invokeMethod(this, [this, share, what] { Q_EMIT progressed(share, what); }, Qt::QueuedConnection);
}

void OsmTask::start()
{
    Q_ASSERT(!m_thread.joinable());
    // What is posted to this object goes with it: a task that is deleted tells nothing more.
    m_thread = std::thread([this] {
        const std::function<void()> end = m_work(m_cancel, [this](double share, const QString &what) { tell(share, what); });
        QMetaObject::invokeMethod(this, [this, end] {
            end();
            Q_EMIT finished();
            deleteLater();
        }, Qt::QueuedConnection);
    });
}

} // namespace ca
