// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/InspectorSection.h"

#include "figures/FigureDocument.h"

#include <QFormLayout>
#include <QKeyEvent>

#include <utility>

namespace ca {

InspectorSection::InspectorSection(const QString &title, FigureDocument &document, QWidget *parent)
    : QGroupBox(title, parent), m_document(document), m_form(new QFormLayout(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
}

void InspectorSection::follow()
{
    const auto show = [this] {
        const bool before = std::exchange(m_displaying, true);
        display(m_document.view());
        m_displaying = before;
    };
    connect(&m_document, &FigureDocument::changed, this, show);
    show();
}

void InspectorSection::edit(const QString &text, const std::function<void(FigureView &)> &change, const QString &mergeKey)
{
    if (!m_displaying)
        m_document.edit(text, change, mergeKey);
}

QString InspectorSection::typing(const QWidget &field) const
{
    return QStringLiteral("inspector/%1/%2").arg(field.objectName()).arg(m_run);
}

void InspectorSection::prepare(QWidget &field, const char *name, const QString &spokenName)
{
    field.setObjectName(QLatin1String(name));
    field.setAccessibleName(spokenName);
    field.installEventFilter(this);
}

bool InspectorSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        ++m_run;
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();  // a field's own history would end with the first change that comes from elsewhere
            return true;
        }
    }
    return QGroupBox::eventFilter(watched, event);
}

} // namespace ca
