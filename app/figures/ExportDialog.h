// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/ExportFormats.h"
#include "figures/FigureDocument.h"
#include "figures/FigureExport.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace ca {

class Session;

/// Asks how a figure is to be written, tells what will come out of it and what a careful editor would object to, and
/// writes it on a worker. The figure is that of the moment when the dialog was opened.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    enum class Page { Settled, Open };   ///< of a figure that its author has seen; of the map, to be chosen here

    ExportDialog(Session &session, const FigureView &view, FigureJob::Make make, Page page, QWidget *parent = nullptr);

    [[nodiscard]] const FigureView &view() const { return m_document.view(); }
    /// As chosen in the fields.
    [[nodiscard]] const FigureFormatWords &format() const;
    [[nodiscard]] WriteOptions options() const;
    /// Writes to @p path and ends in written(), or tells in the dialog what is wrong.
    void write(const QString &path);

    void reject() override;    ///< cancels what is being written; else closes

Q_SIGNALS:
    void written(const QString &path, const QStringList &warnings);
    void checkRequested();     ///< to see the objections

private:
    void addPage(QVBoxLayout &layout);
    void addFields(QFormLayout &form);
    void addObjections(QVBoxLayout &layout);
    void addOutcome(QVBoxLayout &layout);
    void connectExport();
    void restoreFields();
    void rememberFields(const QString &path) const;
    void refresh();
    void check();
    void showFindings(int objections, int all);
    void askAndWrite();
    void setBusy(bool busy);
    void tell(const QString &text);

    Session &m_session;
    FigureDocument m_document;
    FigureJob::Make m_make;
    FigureExport m_export;
    CancelToken m_checking;
    QComboBox *m_format;
    QSpinBox *m_dpi;
    QCheckBox *m_outlines;
    QCheckBox *m_worldFile;
    QLabel *m_result;
    QLabel *m_objections;
    QPushButton *m_showCheck;
    QLabel *m_problem;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    QPushButton *m_save;
    QWidget *m_fields;
};

} // namespace ca
