// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/ReaderText.h"

#include <QEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>

#include <algorithm>

namespace ca {

namespace {

constexpr int widestColumn = 72;   ///< average characters; typographers' rule of thumb is 45 to 75
constexpr int narrowestMargin = 14;

/// Room between lines and paragraphs; the text itself stays as it is, so that offsets hold.
void setReadingLayout(QTextDocument &document)
{
    QTextBlockFormat format;
    format.setLineHeight(132, QTextBlockFormat::ProportionalHeight);
    format.setBottomMargin(10);
    QTextCursor cursor(&document);
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
}

} // namespace

ReaderText::ReaderText(QWidget *parent) : QTextEdit(parent)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Text of the article"));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont reading = font();
    reading.setPointSizeF(reading.pointSizeF() * 1.08);
    document()->setDefaultFont(reading);
}

void ReaderText::setArticle(const QString &text)
{
    setPlainText(text);
    setReadingLayout(*document());
}

void ReaderText::scrollTo(int offset)
{
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(offset, 0, document()->characterCount() - 1));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(cursor).top() - viewport()->height() / 4);
}

void ReaderText::showWord(int offset)
{
    scrollTo(offset);
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

std::pair<int, int> ReaderText::selectedRange() const
{
    const QTextCursor cursor = textCursor();
    const QString text = toPlainText();
    int start = cursor.selectionStart();
    int end = cursor.selectionEnd();
    while (start < end && text[start].isSpace())
        ++start;
    while (end > start && text[end - 1].isSpace())
        --end;
    // A slip of the mouse must not cut a word in two.
    const auto inWord = [&text](int at) { return at > 0 && at < text.size() && text[at - 1].isLetterOrNumber() && text[at].isLetterOrNumber(); };
    while (start < end && inWord(start))
        --start;
    while (end > start && inWord(end))
        ++end;
    return {start, end};
}

void ReaderText::resizeEvent(QResizeEvent *event)
{
    setColumn();
    QTextEdit::resizeEvent(event);
}

void ReaderText::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setColumn();
}

void ReaderText::setColumn()
{
    const int widest = QFontMetrics(document()->defaultFont()).averageCharWidth() * widestColumn;
    const int margin = std::max(narrowestMargin, (viewport()->width() - widest) / 2);
    if (qRound(document()->documentMargin()) != margin)
        document()->setDocumentMargin(margin);
}

void ReaderText::mouseMoveEvent(QMouseEvent *event)
{
    const QScopedValueRollback moving(m_moving, true);
    QTextEdit::mouseMoveEvent(event);
}

QMimeData *ReaderText::createMimeDataFromSelection() const
{
    if (QMimeData *dragged = m_moving && m_dragged ? m_dragged() : nullptr)
        return dragged;
    auto *mime = new QMimeData;
    mime->setText(textCursor().selection().toPlainText());
    return mime;
}

void ReaderText::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
        Q_EMIT clicked(cursorForPosition(event->position().toPoint()).position());
}

} // namespace ca
