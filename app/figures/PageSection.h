// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/InspectorSection.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;

namespace ca {

class StyleLibrary;

/// The paper: preset or own size, theme, transparency.
class PageSection : public InspectorSection {
    Q_OBJECT
public:
    /// @p styles must outlive the section.
    PageSection(FigureDocument &document, StyleLibrary &styles, QWidget *parent = nullptr);

protected:
    void display(const FigureView &view) override;

private:
    void addSizes();
    void addLook();
    void fillThemes();
    void showTheme(const QString &theme);
    void showSize(QSizeF page);
    void changeSize();
    void takePreset(const QString &id);
    [[nodiscard]] double pixelsPerUnit() const;

    StyleLibrary &m_styles;
    QComboBox *m_preset;
    QDoubleSpinBox *m_width;
    QDoubleSpinBox *m_height;
    QComboBox *m_unit;
    QComboBox *m_theme;
    QCheckBox *m_transparent;
};

} // namespace ca
