// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/CheckPanel.h"

#include "figures/FigureDocument.h"
#include "figures/FindingRow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ca {

namespace {

bool sameWords(const std::vector<Finding> &one, const std::vector<Finding> &other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const Finding &a, const Finding &b) { return a.says(b); });
}

/// The eyes that a finding on colours speaks of.
std::optional<ColourVision> visionOf(const Finding &finding)
{
    const QString prefix = QStringLiteral("colours-");
    return finding.id.startsWith(prefix) ? colourVisionFromId(finding.id.mid(prefix.size())) : std::nullopt;
}

} // namespace

CheckPanel::CheckPanel(FigureDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_summary(new QLabel(this)), m_visions(new QComboBox(this)), m_scroll(new QScrollArea(this)), m_list(new QWidget),
      m_listLayout(new QVBoxLayout(m_list))
{
    setObjectName(QStringLiteral("checkPanel"));
    addVisions();
    m_summary->setWordWrap(true);
    m_listLayout->setContentsMargins(0, 0, 0, 0);
    m_listLayout->setSpacing(0);
    m_listLayout->addStretch(1);
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);  // its rows take it
    m_scroll->setAccessibleName(tr("Findings"));

    auto *seeAs = new QLabel(tr("See &as:"), this);
    seeAs->setBuddy(m_visions);
    auto *eyes = new QHBoxLayout;
    eyes->addWidget(seeAs);
    eyes->addWidget(m_visions, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(eyes);
    summarise();
}

void CheckPanel::addVisions()
{
    for (const ColourVision vision : allColourVisions)
        m_visions->addItem(colourVisionTitle(vision), int(vision));
    m_visions->setToolTip(tr("Shows the page as these readers see it, or as it is printed without colour. Files are not changed."));
    m_visions->setAccessibleName(tr("See the page as"));
    connect(m_visions, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT visionChanged(vision()); });
}

ColourVision CheckPanel::vision() const
{
    return ColourVision(m_visions->currentData().toInt());
}

void CheckPanel::setVision(ColourVision vision)
{
    m_visions->setCurrentIndex(m_visions->findData(int(vision)));
}

void CheckPanel::setFindings(std::vector<Finding> findings)
{
    const bool known = sameWords(findings, m_findings);
    m_findings = std::move(findings);  // even so: what a fix does may be new
    if (known)
        return enableFixes();
    rebuild();
    summarise();
    if (const int count = FigureCheck::objections(m_findings); count != m_objections) {
        m_objections = count;
        Q_EMIT objectionsChanged(count);
    }
}

/// Who works through the list by keyboard stays where they were.
void CheckPanel::rebuild()
{
    const int focused = focusedRow();
    for (FindingRow *row : m_rows) {
        m_listLayout->removeWidget(row);
        row->hide();
        row->deleteLater();  // its button may be what brought us here
    }
    m_rows.clear();
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        auto *row = new FindingRow(m_findings[i], m_list);
        connect(row, &FindingRow::activated, this, [this, i] { activate(i); });
        connect(row, &FindingRow::fixWanted, this, [this, i] { applyFix(i); });
        connect(row, &FindingRow::stepWanted, this, [this, i](int by) { step(i, by); });
        m_listLayout->insertWidget(int(i), row);
        row->show();
        m_rows.push_back(row);
    }
    if (focused >= 0 && !m_rows.empty())
        m_rows[std::min(std::size_t(focused), m_rows.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

void CheckPanel::enableFixes()
{
    for (FindingRow *row : m_rows) {
        if (row->fixButton())
            row->fixButton()->setEnabled(true);
    }
}

void CheckPanel::summarise()
{
    const int objections = FigureCheck::objections(m_findings), remarks = int(m_findings.size()) - objections;
    const QString objected = objections == 1 ? tr("1 objection") : tr("%n objections", nullptr, objections);
    const QString remarked = remarks == 1 ? tr("1 remark") : tr("%n remarks", nullptr, remarks);
    m_summary->setText(m_findings.empty() ? tr("Nothing to object to.") : remarks == 0 ? objected : objections == 0 ? remarked : tr("%1, %2").arg(objected, remarked));
}

void CheckPanel::activate(std::size_t index)
{
    const Finding finding = m_findings[index];  // a listener may bring new ones
    if (const std::optional<ColourVision> eyes = visionOf(finding))
        setVision(*eyes);
    if (finding.element)
        Q_EMIT elementActivated(*finding.element);
    if (!finding.subject.isEmpty())
        Q_EMIT subjectActivated(finding.subject);
}

/// The list stays until the figure is drawn again: a second press would mean nothing.
void CheckPanel::applyFix(std::size_t index)
{
    const FigureFix fix = *m_findings[index].fix;
    m_rows[index]->setFocus(Qt::OtherFocusReason);
    m_rows[index]->fixButton()->setEnabled(false);
    m_document.edit(fix.title, fix.change);
}

void CheckPanel::step(std::size_t from, int by)
{
    const int to = int(from) + by;
    if (to < 0 || to >= int(m_rows.size()))
        return;
    m_rows[std::size_t(to)]->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(m_rows[std::size_t(to)]);
}

int CheckPanel::focusedRow() const
{
    const QWidget *focused = focusWidget();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (focused && (m_rows[i] == focused || m_rows[i]->isAncestorOf(focused)) && focused->hasFocus())
            return int(i);
    }
    return -1;
}

} // namespace ca
