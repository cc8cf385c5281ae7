// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/InspectorSection.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace ca {

class Session;

/// What the figure's map says: date, language and policy of names, graticule.
class MapSection : public InspectorSection {
    Q_OBJECT
public:
    /// @p session must outlive the section.
    MapSection(FigureDocument &document, const Session &session, QWidget *parent = nullptr);

protected:
    void display(const FigureView &view) override;

private:
    void addDate(const Session &session);
    void addNames();
    void addGraticule();
    void changeDate(const QString &typed);

    QLineEdit *m_date;
    QLabel *m_problem;
    QComboBox *m_language;
    QComboBox *m_names;
    QCheckBox *m_graticule;
};

} // namespace ca
