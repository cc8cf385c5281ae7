// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/InspectorSection.h"

class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace ca {

/// Title, subtitle and disclaimer.
class TextSection : public InspectorSection {
    Q_OBJECT
public:
    explicit TextSection(FigureDocument &document, QWidget *parent = nullptr);

protected:
    void display(const FigureView &view) override;

private:
    QLineEdit *addLine(const char *name, const QString &label, const QString &step, QString FigureSpec::*text, FigureElement element);
    void addDisclaimer();
    void changeDisclaimer();

    QLineEdit *m_title;
    QLineEdit *m_subtitle;
    QPlainTextEdit *m_disclaimer;
    QToolButton *m_usual;
};

} // namespace ca
