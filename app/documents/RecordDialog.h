// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Document.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace ca {

/// Edits the bibliographic record of a document. Members it does not show stay as they are.
class RecordDialog : public QDialog {
    Q_OBJECT
public:
    explicit RecordDialog(const Document &document, QWidget *parent = nullptr);
    /// The CSL-JSON item as edited.
    [[nodiscard]] QJsonObject csl() const;

private:
    struct Field {
        const char *member;
        QLineEdit *line;
    };
    void addField(const char *member, const QString &name);
    void buildLayout(const Document &document);
    void check();

    QJsonObject m_csl;
    QComboBox *m_type;
    QPlainTextEdit *m_authors;
    QLineEdit *m_issued;
    QLineEdit *m_accessed;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
    std::vector<std::pair<QString, Field>> m_fields;
};

} // namespace ca
