// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/Figure.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QSpinBox;

namespace ca {

class MapCanvas;
class Session;

/// Asks how the map on the canvas is to be written as a file, and writes it on a worker.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(Session &session, const MapCanvas &canvas, QWidget *parent = nullptr);

    /// The figure as chosen in the fields.
    [[nodiscard]] Figure figure() const;
    [[nodiscard]] double dpi() const;
    /// Writes to @p path and ends in written() or failed().
    void write(const QString &path);

    void reject() override;

Q_SIGNALS:
    void written(const QString &path);
    void failed(const QString &reason);

private:
    void buildForm();
    void addParts(QFormLayout &form);
    void addSizes();
    void takePreset(int row);
    void askAndWrite();
    void showResolution();
    void setBusy(bool busy);

    Session &m_session;
    const MapCanvas &m_canvas;
    QLineEdit *m_title;
    QComboBox *m_preset;
    QSpinBox *m_width;
    QSpinBox *m_height;
    QSpinBox *m_dpi;
    QComboBox *m_format;
    QCheckBox *m_legend;
    QCheckBox *m_scaleBar;
    QCheckBox *m_northArrow;
    QCheckBox *m_notes;
    QLabel *m_resolution;
    QLabel *m_problem;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    bool m_busy = false;
};

} // namespace ca
