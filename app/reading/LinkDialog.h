// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"
#include "project/ProjectRecords.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;

namespace ca {

class Session;
class SubjectPicker;

/// Asks what a passage speaks of, what kind of claim it makes, and for a note.
class LinkDialog : public QDialog {
    Q_OBJECT
public:
    /// @p quotation is shown, not changed; @p remark below it, e.g. that it is very short.
    LinkDialog(Session &session, const QString &quotation, const QString &remark, QWidget *parent = nullptr);

    [[nodiscard]] SubjectPicker &picker() { return *m_picker; }
    void setClaim(std::optional<Claim> claim);
    void setNote(const QString &note);
    /// One link for each subject, without ids.
    [[nodiscard]] std::vector<ProjectLink> links() const;

private:
    void check();
    SubjectPicker *m_picker;
    QComboBox *m_claim;
    QPlainTextEdit *m_note;
    QDialogButtonBox *m_buttons;
};

} // namespace ca
