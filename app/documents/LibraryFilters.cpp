// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/LibraryFilters.h"

#include "atlas/Atlas.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>

namespace ca {

namespace {

/// As long as it takes, but no wider than the panel.
QComboBox *makeBox(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

QLineEdit *makeDate(const QString &name, QWidget *parent)
{
    static const QRegularExpression shape(QStringLiteral("\\d{4}(-\\d{2}(-\\d{2})?)?"));
    auto *line = new QLineEdit(parent);
    line->setPlaceholderText(QStringLiteral("2025-08"));
    line->setValidator(new QRegularExpressionValidator(shape, line));
    line->setAccessibleName(name);
    line->setToolTip(LibraryFilters::tr("%1: year, year-month or year-month-day").arg(name));
    return line;
}

void refill(QComboBox &box, const QString &chosen)
{
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

QString dateOf(const QLineEdit &line)
{
    return line.hasAcceptableInput() ? line.text() : QString();
}

} // namespace

LibraryFilters::LibraryFilters(QWidget *parent)
    : QWidget(parent), m_subject(makeBox(this)), m_claim(makeBox(this)), m_publisher(makeBox(this)),
      m_from(makeDate(tr("Published from"), this)), m_to(makeDate(tr("Published until"), this))
{
    m_subject->addItem(tr("anything"), QString());
    m_publisher->addItem(tr("any"), QString());
    m_claim->addItem(tr("any"), QString());
    for (const Claim claim : {Claim::Event, Claim::Figure, Claim::Plan, Claim::Forecast, Claim::Opinion})
        m_claim->addItem(title(claim), toId(claim));
    auto *dates = new QHBoxLayout;
    dates->addWidget(m_from);
    dates->addWidget(new QLabel(QStringLiteral("–"), this));
    dates->addWidget(m_to);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 8, 0);
    form->addRow(tr("&Speaks of"), m_subject);
    form->addRow(tr("&Claim"), m_claim);
    form->addRow(tr("&Publisher"), m_publisher);
    auto *published = new QLabel(tr("P&ublished"), this);
    published->setBuddy(m_from);
    form->addRow(published, dates);
    for (QComboBox *box : {m_subject, m_claim, m_publisher})
        connect(box, &QComboBox::currentIndexChanged, this, &LibraryFilters::changed);
    for (QLineEdit *line : {m_from, m_to})
        connect(line, &QLineEdit::textChanged, this, &LibraryFilters::changed);
}

void LibraryFilters::setAtlas(const Atlas &atlas)
{
    const QSignalBlocker quiet(m_subject);
    const QString chosen = m_subject->currentData().toString();
    m_subject->clear();
    m_subject->addItem(tr("anything"), QString());
    for (const Subject *corridor : atlas.corridors()) {
        m_subject->addItem(atlas.displayName(corridor->id, NamePolicy::Neutral, QStringLiteral("en")), corridor->id);
        for (const CorridorMember *member : atlas.members(corridor->id))
            m_subject->addItem(QStringLiteral("    ") + atlas.displayName(member->segment, NamePolicy::Neutral, QStringLiteral("en")),
                               member->segment);
    }
    refill(*m_subject, chosen);
}

void LibraryFilters::setPublishers(const QStringList &publishers)
{
    const QSignalBlocker quiet(m_publisher);
    const QString chosen = m_publisher->currentData().toString();
    m_publisher->clear();
    m_publisher->addItem(tr("any"), QString());
    for (const QString &publisher : publishers)
        m_publisher->addItem(publisher, publisher);
    refill(*m_publisher, chosen);
}

LibraryScope LibraryFilters::scope() const
{
    return {m_subject->currentData().toString(), fromId<Claim>(m_claim->currentData().toString()),
            m_publisher->currentData().toString(), dateOf(*m_from), dateOf(*m_to)};
}

void LibraryFilters::clear()
{
    if (scope().empty() && m_from->text().isEmpty() && m_to->text().isEmpty())
        return;
    {
        const QSignalBlocker quiet(this);   // one change, not five
        for (QComboBox *box : {m_subject, m_claim, m_publisher})
            box->setCurrentIndex(0);
        m_from->clear();
        m_to->clear();
    }
    Q_EMIT changed();
}

} // namespace ca
