// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/BatchJob.h"
#include "figures/BatchPlan.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace ca {

/// Asks for many figures at once, makes them on a worker and lists how each ended. Can be cancelled; what was written stays.
class BatchDialog : public QDialog {
    Q_OBJECT
public:
    /// @p folder is proposed; empty = the user's pictures.
    explicit BatchDialog(BatchSource source, const QString &folder = {}, QWidget *parent = nullptr);
    ~BatchDialog() override;

    /// As chosen in the fields.
    [[nodiscard]] BatchPlan plan() const;
    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }
    /// Makes what is chosen; nothing while running or when nothing can be made.
    void start();
    /// Cancels what is running, closes otherwise.
    void reject() override;

Q_SIGNALS:
    /// Exactly once after each start().
    void finished(int written, int failed, bool cancelled);

private:
    void buildForm();
    void addSubjects(QFormLayout &form);
    void addPage(QFormLayout &form);
    void addNames(QFormLayout &form);
    void addFolder(QFormLayout &form);
    void buildResults();
    void takePreset();
    void chooseFolder();
    void refresh();
    void setRunning(bool running);
    void add(int done, const FigureOutcome &outcome);
    void conclude(bool cancelled);

    BatchSource m_source;
    QWidget *m_form;
    QComboBox *m_what;
    QComboBox *m_corridor;
    QComboBox *m_preset;
    QSpinBox *m_dpi;
    std::vector<QCheckBox *> m_formats;     ///< in the order of figureFormats()
    std::vector<QCheckBox *> m_languages;   ///< in the order of their codes in the source file
    QComboBox *m_policy;
    QLineEdit *m_folder;
    QLabel *m_count;
    QProgressBar *m_progress;
    QTreeWidget *m_results;
    QPushButton *m_start;
    QPushButton *m_close;
    QPushButton *m_open;
    std::unique_ptr<BatchJob> m_job;        ///< null = nothing is running
    int m_written = 0, m_failed = 0;        ///< files; figures with errors
};

} // namespace ca
