// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/LayerList.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QPushButton;
class QSlider;

namespace ca {

/// How one of the user's layers looks: each change shows on the map at once, Cancel takes them all back. Closes when the
/// layer is removed.
class LayerStyleDialog : public QDialog {
    Q_OBJECT
public:
    /// @p layers must outlive the dialog.
    LayerStyleDialog(LayerList &layers, const QString &id, QWidget *parent = nullptr);

    void reject() override;

private:
    void addColor(QFormLayout &form);
    void addSizes(QFormLayout &form, const LayerList::Entry &entry);
    void addOpacity(QFormLayout &form);
    void addLabels(QFormLayout &form, const QStringList &columns);
    QDoubleSpinBox *addSize(QFormLayout &form, const QString &title, double value, const std::function<void(double)> &set);
    void chooseColor();
    void showColor();
    void apply();

    LayerList &m_layers;
    QString m_id;
    LayerStyle m_before;
    LayerStyle m_style;
    QPushButton *m_color = nullptr;
};

} // namespace ca
