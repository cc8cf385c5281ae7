// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/ElementsSection.h"

#include "figures/FigureDocument.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QToolButton>

namespace ca {

ElementsSection::ElementsSection(FigureDocument &document, QWidget *parent) : InspectorSection(tr("Elements"), document, parent)
{
    form().setVerticalSpacing(2);
    for (const FigureElement element : allFigureElements)
        addRow(element);
    follow();
}

void ElementsSection::addRow(FigureElement element)
{
    const QString name = figureElementTitle(element);
    const Row row{element, makeSwitch(element, name), makeRestore(element, name)};
    auto *line = new QHBoxLayout;
    line->addWidget(row.shown, 1);
    line->addWidget(row.restore);
    form().addRow(line);
    m_rows.push_back(row);
}

QCheckBox *ElementsSection::makeSwitch(FigureElement element, const QString &name)
{
    auto *box = new QCheckBox(name, this);
    prepare(*box, "", name);
    box->setObjectName(QStringLiteral("show-") + figureElementId(element));
    box->setEnabled(element != FigureElement::Map);  // the map cannot be switched off
    connect(box, &QCheckBox::toggled, this, [this, element, name](bool on) {
        edit(on ? tr("switch on %1").arg(name.toLower()) : tr("switch off %1").arg(name.toLower()),
             [&](FigureView &view) { view.figure.setShown(element, on); });
    });
    return box;
}

QToolButton *ElementsSection::makeRestore(FigureElement element, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setText(tr("moved by hand ↺"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    prepare(*button, "", tr("%1 was moved by hand: restore its place").arg(name));
    button->setObjectName(QStringLiteral("restore-") + figureElementId(element));
    button->setToolTip(tr("Put it back where the layout wants it"));
    QSizePolicy policy = button->sizePolicy();
    policy.setRetainSizeWhenHidden(true);  // rows must not jump
    button->setSizePolicy(policy);
    connect(button, &QToolButton::clicked, this, [this, element, name] {
        edit(tr("restore place of %1").arg(name.toLower()), [&](FigureView &view) { view.figure.placed.erase(element); });
    });
    return button;
}

bool ElementsSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        for (const Row &row : m_rows) {
            if (watched == row.shown || watched == row.restore)
                Q_EMIT elementActivated(row.element);
        }
    }
    return InspectorSection::eventFilter(watched, event);
}

void ElementsSection::display(const FigureView &view)
{
    for (const Row &row : m_rows) {
        row.shown->setChecked(view.figure.shows(row.element));
        const bool moved = view.figure.placed.contains(row.element);
        if (!moved && row.restore->hasFocus())
            row.shown->setFocus(Qt::OtherFocusReason);  // the focus must not jump to another panel
        row.restore->setVisible(moved);
    }
}

} // namespace ca
