// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/InspectorSection.h"

#include <vector>

class QCheckBox;
class QToolButton;

namespace ca {

/// What stands on the page: switched on and off, and put back where the layout wants it.
class ElementsSection : public InspectorSection {
    Q_OBJECT
public:
    explicit ElementsSection(FigureDocument &document, QWidget *parent = nullptr);

Q_SIGNALS:
    void elementActivated(ca::FigureElement element);   ///< the row has the focus: the page may show which it is

protected:
    void display(const FigureView &view) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row {
        FigureElement element;
        QCheckBox *shown;
        QToolButton *restore;     ///< there when it was moved by hand
    };
    void addRow(FigureElement element);
    QCheckBox *makeSwitch(FigureElement element, const QString &name);
    QToolButton *makeRestore(FigureElement element, const QString &name);

    std::vector<Row> m_rows;
};

} // namespace ca
