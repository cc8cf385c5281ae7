// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureElement.h"

#include <QPlainTextEdit>

#include <optional>

namespace ca {

class FigureDocument;

/// Editing a text of the page where it stands. Enter keeps it, so does going elsewhere; Escape leaves it as it was.
class TextInPlace : public QPlainTextEdit {
    Q_OBJECT
public:
    /// Whether @p element is a text that can be edited.
    [[nodiscard]] static bool edits(FigureElement element);

    TextInPlace(FigureDocument &document, QWidget *page);

    /// @param text as it is printed; @param font in widget pixels; @param place on the parent
    void begin(FigureElement element, const QString &text, const QFont &font, const QRect &place);
    void commit();
    void cancel();
    [[nodiscard]] bool active() const { return m_element.has_value(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void fitHeight();
    void end();

    FigureDocument &m_document;
    std::optional<FigureElement> m_element;
    QString m_before;
    QRect m_place;
};

} // namespace ca
