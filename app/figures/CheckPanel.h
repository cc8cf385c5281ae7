// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/ColourVision.h"
#include "figure/FigureCheck.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ca {

class FigureDocument;
class FindingRow;

/// What a careful editor would say of the figure before it goes out, with buttons that mend it, and by whose eyes the page
/// is seen. Fixes are steps of the document that can be undone. Works by keyboard: up and down go from finding to finding, Enter
/// shows the place, Tab leads to the fix.
class CheckPanel : public QWidget {
    Q_OBJECT
public:
    /// @p document must outlive the panel.
    explicit CheckPanel(FigureDocument &document, QWidget *parent = nullptr);

    /// Of the newest picture: bring them after every edit.
    void setFindings(std::vector<Finding> findings);
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }
    [[nodiscard]] int objections() const { return m_objections; }
    [[nodiscard]] ColourVision vision() const;
    void setVision(ColourVision vision);

Q_SIGNALS:
    void objectionsChanged(int count);
    void elementActivated(ca::FigureElement element);
    void subjectActivated(const QString &id);         ///< segment, subject or passage that a finding is about
    void visionChanged(ca::ColourVision vision);      ///< what the page is to be shown in: see simulated()

private:
    void addVisions();
    void rebuild();
    void enableFixes();
    void summarise();
    void activate(std::size_t index);
    void applyFix(std::size_t index);
    void step(std::size_t from, int by);
    [[nodiscard]] int focusedRow() const;

    FigureDocument &m_document;
    std::vector<Finding> m_findings;
    std::vector<FindingRow *> m_rows;  ///< one a finding
    int m_objections = 0;
    QLabel *m_summary;
    QComboBox *m_visions;
    QScrollArea *m_scroll;
    QWidget *m_list;
    QVBoxLayout *m_listLayout;
};

} // namespace ca
