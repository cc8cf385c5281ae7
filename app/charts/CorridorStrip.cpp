// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/CorridorStrip.h"

#include "charts/StripPlot.h"
#include "panels/Describe.h"
#include "panels/ElidedLabel.h"
#include "window/Session.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ca {

CorridorStrip::CorridorStrip(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_chooser(new QComboBox(this)), m_info(new ElidedLabel(this)),
      m_plot(new StripPlot(this))
{
    m_chooser->setObjectName(QStringLiteral("corridorChooser"));
    m_chooser->setAccessibleName(tr("Corridor"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_info->setForegroundRole(QPalette::PlaceholderText);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 10, 0);
    head->setSpacing(12);
    head->addWidget(m_chooser);
    head->addWidget(m_info, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_plot, 1);

    connect(m_chooser, &QComboBox::activated, this, [this](int row) {
        m_session.selection().selectSubject(m_chooser->itemData(row).toString());
        m_session.setCorridor(m_chooser->itemData(row).toString());
    });
    connect(m_plot, &StripPlot::segmentClicked, &session.selection(), &Selection::selectSubject);
    connect(m_plot, &StripPlot::segmentHovered, &session.selection(), &Selection::hover);
    connect(&session, &Session::atlasLoaded, this, &CorridorStrip::fillChooser);
    connect(&session, &Session::lookChanged, this, &CorridorStrip::fillChooser);
    connect(&session, &Session::corridorChanged, this, &CorridorStrip::followCorridor);
    connect(&session.selection(), &Selection::subjectChanged, this, &CorridorStrip::followEmphasis);
    connect(&session.selection(), &Selection::hoverChanged, this, &CorridorStrip::followEmphasis);
    fillChooser();
}

void CorridorStrip::fillChooser()
{
    const QSignalBlocker blocker(m_chooser);
    m_chooser->clear();
    if (m_session.atlas())
        for (const Subject *corridor : m_session.atlas()->corridors())
            if (!m_session.atlas()->members(corridor->id).empty())
                m_chooser->addItem(m_session.nameOf(corridor->id), corridor->id);
    followCorridor();
}

void CorridorStrip::followCorridor()
{
    if (!m_session.atlas())
        return;
    const QSignalBlocker blocker(m_chooser);
    m_chooser->setCurrentIndex(m_chooser->findData(m_session.corridor()));
    m_plot->setStrip(buildStrip(*m_session.atlas(), m_session.corridor()));
    followEmphasis();
}

void CorridorStrip::followEmphasis()
{
    const Selection &selection = m_session.selection();
    m_plot->setEmphasis(selection.subject(), selection.hovered());
    const QString shown = m_plot->strip().part(selection.hovered()) ? selection.hovered() : selection.subject();
    m_info->showText(summary(shown));
}

QString CorridorStrip::summary(const QString &segment) const
{
    const Strip &strip = m_plot->strip();
    const Strip::Part *part = strip.part(segment);
    if (!part)
        return tr("Main line, %1 as drawn. Bars: passages of articles that name the segment.")
            .arg(describe::kilometres(strip.totalKm() * 1000));
    return tr("%1 · %2 · km %3 to %4 · %5")
        .arg(m_session.nameOf(segment), title(part->status), QString::number(part->startKm, 'f', 0),
             QString::number(part->endKm, 'f', 0), describe::passageCount(part->passages));
}

} // namespace ca
