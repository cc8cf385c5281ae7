// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/TextSection.h"

#include "figure/FigureText.h"
#include "figures/FigureDocument.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace ca {

namespace {

constexpr int longest = 500;  ///< of a title; one that is longer is no title

/// Brings @p field to @p text; a caret that stands in it stays.
void showText(QLineEdit &field, const QString &text)
{
    if (field.text() == text)
        return;
    const int caret = field.cursorPosition();
    field.setText(text);
    field.setCursorPosition(field.hasFocus() ? std::min(caret, int(text.size())) : 0);
}

} // namespace

TextSection::TextSection(FigureDocument &document, QWidget *parent)
    : InspectorSection(tr("Texts"), document, parent),
      m_title(addLine("figureTitle", tr("T&itle"), tr("edit title"), &FigureSpec::title, FigureElement::Title)),
      m_subtitle(addLine("figureSubtitle", tr("Su&btitle"), tr("edit subtitle"), &FigureSpec::subtitle, FigureElement::Subtitle)),
      m_disclaimer(new QPlainTextEdit(this)), m_usual(new QToolButton(this))
{
    m_title->setPlaceholderText(tr("No title"));
    addDisclaimer();
    follow();
}

QLineEdit *TextSection::addLine(const char *name, const QString &label, const QString &step, QString FigureSpec::*text, FigureElement element)
{
    auto *line = new QLineEdit(this);
    prepare(*line, name, QString(label).remove(u'&'));
    line->setMaxLength(longest);
    connect(line, &QLineEdit::textEdited, this, [this, line, step, text, element](const QString &typed) {
        edit(step, [&](FigureView &view) {
            view.figure.*text = typed;
            view.figure.setShown(element, true);  // a text that is written is meant to be seen
        }, typing(*line));
    });
    form().addRow(label, line);
    return line;
}

void TextSection::addDisclaimer()
{
    prepare(*m_disclaimer, "figureDisclaimer", tr("Disclaimer"));
    m_disclaimer->setTabChangesFocus(true);
    m_disclaimer->setFixedHeight(fontMetrics().lineSpacing() * 4 + 2 * m_disclaimer->frameWidth() + 8);
    connect(m_disclaimer, &QPlainTextEdit::textChanged, this, &TextSection::changeDisclaimer);
    m_usual->setText(tr("&Usual words"));
    m_usual->setObjectName(QStringLiteral("usualDisclaimer"));
    m_usual->setToolTip(tr("Put the disclaimer back to the words it has at first"));
    connect(m_usual, &QToolButton::clicked, this, [this] {
        edit(tr("usual disclaimer"), [](FigureView &view) { view.figure.disclaimer.reset(); });
    });
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(m_disclaimer);
    column->addWidget(m_usual, 0, Qt::AlignRight);
    auto *label = new QLabel(tr("&Disclaimer"), this);
    label->setBuddy(m_disclaimer);
    form().addRow(label, column);
}

void TextSection::changeDisclaimer()
{
    const QString typed = m_disclaimer->toPlainText();
    edit(tr("edit disclaimer"), [&](FigureView &view) {
        if (typed == FigureSpec::defaultDisclaimer())
            view.figure.disclaimer.reset();
        else
            view.figure.disclaimer = typed;
        view.figure.setShown(FigureElement::Disclaimer, true);
    }, typing(*m_disclaimer));
}

void TextSection::display(const FigureView &view)
{
    showText(*m_title, view.figure.title);
    showText(*m_subtitle, view.figure.subtitle);
    m_subtitle->setPlaceholderText(view.asOf.isEmpty() ? tr("As of the atlas’ date") : figuretext::asOf(view.asOf));
    if (m_disclaimer->toPlainText() != view.figure.disclaimerText())
        m_disclaimer->setPlainText(view.figure.disclaimerText());
    m_usual->setEnabled(view.figure.disclaimer.has_value());
}

} // namespace ca
