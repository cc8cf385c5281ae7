// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureCheck.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ca {

/// One finding: icon, word and sentence, and a button with the fix where there is one. Takes the focus as a whole.
class FindingRow : public QFrame {
    Q_OBJECT
public:
    explicit FindingRow(const Finding &finding, QWidget *parent = nullptr);

    /// Null where nothing can be done at a press.
    [[nodiscard]] QPushButton *fixButton() const { return m_fix; }

Q_SIGNALS:
    void activated();
    void fixWanted();
    void stepWanted(int by);  ///< to the row below (1) or above (-1)

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();
    QPushButton *madeButton(const FigureFix &fix);

    Finding::Severity m_severity;
    QLabel *m_icon;
    QPushButton *m_fix = nullptr;
};

} // namespace ca
