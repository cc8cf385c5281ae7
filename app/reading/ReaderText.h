// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

#include <functional>

namespace ca {

/// The page of the reader: plain text set for reading, in a column no wider than the eye likes.
class ReaderText : public QTextEdit {
    Q_OBJECT
public:
    explicit ReaderText(QWidget *parent = nullptr);

    /// Sets @p text; offsets of the document are those of the text.
    void setArticle(const QString &text);
    /// Puts @p offset (UTF-16) a quarter down the page, so that what leads to it can be read, too.
    void scrollTo(int offset);
    /// Selects the word at @p offset and brings it into view.
    void showWord(int offset);
    /// What words that are dragged out carry; may give null. Copied words are plain text whatever this gives.
    void setDragged(std::function<QMimeData *()> dragged) { m_dragged = std::move(dragged); }
    /// The selection widened to whole words, without white space at its ends; UTF-16.
    [[nodiscard]] std::pair<int, int> selectedRange() const;

Q_SIGNALS:
    /// A click that selected nothing, with the place in the text.
    void clicked(int offset);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void setColumn();

    std::function<QMimeData *()> m_dragged;
    bool m_moving = false;   ///< a drag begins while the mouse moves, and only then
};

} // namespace ca
