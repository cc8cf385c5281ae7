// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureView.h"

#include <QGroupBox>

#include <functional>

class QFormLayout;

namespace ca {

class FigureDocument;

/// A part of the figure's inspector: fields that show something of the document and edit it. Undo and redo of its fields are
/// the document's.
class InspectorSection : public QGroupBox {
    Q_OBJECT
public:
    /// @p document must outlive the section.
    InspectorSection(const QString &title, FigureDocument &document, QWidget *parent = nullptr);

protected:
    /// Brings the fields to what @p view says. Called at once by follow() and with every change.
    virtual void display(const FigureView &view) = 0;
    /// To be called once the fields are there.
    void follow();
    /// FigureDocument::edit(), except while fields are being brought to what the document says.
    void edit(const QString &text, const std::function<void(FigureView &)> &change, const QString &mergeKey = {});
    /// Key under which edits of @p field are one step until the field is left.
    [[nodiscard]] QString typing(const QWidget &field) const;
    /// Gives @p field a name for tests and screen readers and makes undo and redo act on the document.
    void prepare(QWidget &field, const char *name, const QString &spokenName);

    [[nodiscard]] FigureDocument &document() const { return m_document; }
    [[nodiscard]] QFormLayout &form() { return *m_form; }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FigureDocument &m_document;
    QFormLayout *m_form;
    int m_run = 0;              ///< how often a field was left
    bool m_displaying = false;
};

} // namespace ca
