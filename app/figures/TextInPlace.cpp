// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/TextInPlace.h"

#include "figures/FigureDocument.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>

namespace ca {

namespace {

constexpr int leastWidth = 120;

void put(FigureView &view, FigureElement element, const QString &text)
{
    FigureSpec &figure = view.figure;
    if (element == FigureElement::Title)
        figure.title = text;
    else if (element == FigureElement::Subtitle)
        figure.subtitle = text;   // empty = the date again
    else if (!text.isEmpty())
        figure.disclaimer = text;
    else
        figure.disclaimer.reset();
    // A disclaimer without words is one that is switched off; a text that is written is meant to be seen.
    figure.setShown(element, element != FigureElement::Disclaimer || !text.isEmpty());
}

} // namespace

bool TextInPlace::edits(FigureElement element)
{
    return element == FigureElement::Title || element == FigureElement::Subtitle || element == FigureElement::Disclaimer;
}

TextInPlace::TextInPlace(FigureDocument &document, QWidget *page) : QPlainTextEdit(page), m_document(document)
{
    setObjectName(QStringLiteral("textInPlace"));
    setFrameShape(QFrame::Box);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    QPalette paper = palette();  // black on white as on the page, whatever the window looks like
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    setPalette(paper);
    connect(this, &QPlainTextEdit::textChanged, this, &TextInPlace::fitHeight);
    hide();
}

void TextInPlace::begin(FigureElement element, const QString &text, const QFont &font, const QRect &place)
{
    commit();
    m_element = element;
    m_before = text;
    m_place = place;
    setAccessibleName(figureElementTitle(element));
    setFont(font);
    const int edge = frameWidth() + int(document()->documentMargin());
    move(place.topLeft() - QPoint(edge, edge));
    resize(std::max(place.width(), leastWidth) + 2 * edge, place.height() + 2 * edge);
    setPlainText(text);
    selectAll();
    fitHeight();
    show();
    setFocus(Qt::OtherFocusReason);
}

void TextInPlace::fitHeight()
{
    if (!m_element)
        return;
    const int lines = std::max(1, int(document()->documentLayout()->documentSize().height()));
    const int edge = frameWidth() + int(document()->documentMargin());
    resize(width(), std::max(m_place.height(), lines * fontMetrics().lineSpacing()) + 2 * edge);
}

void TextInPlace::commit()
{
    if (!m_element)
        return;
    const FigureElement element = *m_element;
    const QString text = toPlainText().simplified();
    end();
    if (text == m_before.simplified())
        return;
    m_document.edit(tr("edit %1").arg(figureElementTitle(element).toLower()),
                    [&](FigureView &view) { put(view, element, text); });
}

void TextInPlace::cancel()
{
    end();
}

void TextInPlace::end()
{
    m_element.reset();
    const bool had = hasFocus();
    hide();
    if (had)
        parentWidget()->setFocus(Qt::OtherFocusReason);
}

void TextInPlace::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return commit();
    if (event->key() == Qt::Key_Escape)
        return cancel();
    QPlainTextEdit::keyPressEvent(event);
}

void TextInPlace::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        commit();
}

void TextInPlace::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().simplified());  // the page breaks lines itself
}

} // namespace ca
