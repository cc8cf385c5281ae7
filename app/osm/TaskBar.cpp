// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/TaskBar.h"

#include "osm/OsmTask.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace ca {

TaskBar::TaskBar(QWidget *parent) : QWidget(parent), m_label(new QLabel(this)), m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("taskBar"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(140);
    m_progress->setMaximumHeight(12);
    auto *stop = new QToolButton(this);
    stop->setObjectName(QStringLiteral("stopTask"));
    stop->setText(tr("Stop"));
    stop->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_label, m_progress, stop})
        layout->addWidget(part);
    connect(stop, &QToolButton::clicked, this, [this] {
        m_label->setText(tr("Stopping …"));
        Q_EMIT stopRequested();
    });
    hide();
}

void TaskBar::show(OsmTask &task)
{
    m_label->setText(task.title());
    m_progress->setAccessibleName(task.title());
    m_progress->setValue(0);
    setVisible(true);
    connect(&task, &OsmTask::progressed, this, [this, title = task.title(), &task](double share, const QString &what) {
        m_progress->setValue(static_cast<int>(share * 1000));
        if (!task.cancelled())
            m_label->setText(what.isEmpty() ? title : QStringLiteral("%1: %2").arg(title, what));
    });
    m_shown = &task;
    connect(&task, &OsmTask::finished, this, [this, &task] {
        if (m_shown == &task)   // else the next one has begun by now
            hide();
    });
}

} // namespace ca
