// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/Reader.h"

#include "panels/HtmlWriter.h"
#include "window/LinkHandler.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextEdit>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ca {

namespace {

/// Room between lines and paragraphs; the text itself stays as it is, so that offsets hold.
void setReadingLayout(QTextEdit &edit)
{
    QTextBlockFormat format;
    format.setLineHeight(122, QTextBlockFormat::ProportionalHeight);
    format.setBottomMargin(8);
    QTextCursor cursor(edit.document());
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
}

} // namespace

Reader::Reader(Session &session, LinkHandler &links, QWidget *parent)
    : QWidget(parent), m_session(session), m_links(links), m_title(new QLabel(this)), m_verdict(new QLabel(this)),
      m_previous(new QToolButton(this)), m_next(new QToolButton(this)), m_text(new QTextEdit(this))
{
    buildLayout();
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(&session.selection(), &Selection::passageChanged, this, &Reader::followPassage);
    connect(&session.sources(), &SourceLibrary::changed, this, &Reader::reload);
    showNothing();
}

void Reader::buildLayout()
{
    setObjectName(QStringLiteral("reader"));
    QFont heading = font();
    heading.setBold(true);
    m_title->setFont(heading);
    m_title->setWordWrap(true);
    m_verdict->setWordWrap(true);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_previous->setArrowType(Qt::UpArrow);
    m_previous->setToolTip(tr("Previous passage"));
    m_previous->setAccessibleName(m_previous->toolTip());
    m_next->setArrowType(Qt::DownArrow);
    m_next->setToolTip(tr("Next passage"));
    m_next->setAccessibleName(m_next->toolTip());
    m_text->setReadOnly(true);
    m_text->setAcceptRichText(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(14);
    m_text->setAccessibleName(tr("Text of the article"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->viewport()->installEventFilter(this);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 8, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_previous, 0, Qt::AlignTop);
    head->addWidget(m_next, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    m_verdict->setContentsMargins(12, 0, 8, 4);
    layout->addWidget(m_verdict);
    layout->addWidget(m_text, 1);
}

void Reader::showNothing()
{
    m_article.reset();
    m_marks.clear();
    m_text->setExtraSelections({});
    m_text->clear();
    m_title->setText(tr("No article open"));
    m_verdict->setText(tr("Add your own copies of the articles with File ▸ Add sources, or drop them on the window. "
                          "A click on a passage then opens its article here, at the passage."));
    m_previous->setEnabled(false);
    m_next->setEnabled(false);
}

void Reader::read(const QString &passageId)
{
    const Passage *passage = m_session.atlas() ? m_session.atlas()->passage(passageId) : nullptr;
    if (!passage)
        return;
    if (passage->record != m_record || !m_article)
        load(passage->record);
    highlight();
}

void Reader::reload()
{
    if (m_record.isEmpty())
        return;
    load(m_record);
    highlight();
}

void Reader::load(const QString &record)
{
    m_record = record;
    showNothing();
    const Record *known = m_session.atlas()->record(record);
    m_article = m_session.sources().articleText(record);
    if (!known)
        return;
    m_title->setText(known->shortCitation());
    m_title->setToolTip(known->citation());
    if (!m_article) {
        m_verdict->setText(tr("This article is not in your library. Add your copy with File ▸ Add sources."));
        return;
    }
    m_text->setPlainText(m_article->text);
    setReadingLayout(*m_text);
    findMarks(*m_article);
}

void Reader::findMarks(const ArticleText &article)
{
    for (const Passage &passage : m_session.atlas()->data().passages)
        if (passage.record == m_record)
            m_marks.push_back({&passage, findPassage(article, passage)});
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const Mark &a, const Mark &b) { return a.found.start < b.found.start; });
    m_previous->setEnabled(m_marks.size() > 1);
    m_next->setEnabled(m_marks.size() > 1);
}

void Reader::followPassage(const QString &id)
{
    const Passage *passage = m_session.atlas() ? m_session.atlas()->passage(id) : nullptr;
    // Never opens another article by itself: that is what a click on the passage asks for.
    if (passage && passage->record == m_record)
        highlight();
    else if (m_article)
        highlight();
}

void Reader::highlight()
{
    if (!m_article)
        return;
    const QColor base = m_text->palette().color(QPalette::Base);
    const QColor accent(0xe6, 0x9f, 0x00);
    const Mark *chosen = mark(m_session.selection().passage());
    QList<QTextEdit::ExtraSelection> selections;
    const auto paint = [&](const Mark &marked, double strength) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(m_text->document());
        selection.cursor.setPosition(marked.found.start);
        selection.cursor.setPosition(marked.found.start + marked.found.length, QTextCursor::KeepAnchor);
        selection.format.setBackground(HtmlWriter::mixed(accent, base, strength));
        selections << selection;
    };
    for (const Mark &marked : m_marks)
        if (marked.found.verdict != Verdict::Orphan && &marked != chosen)
            paint(marked, 0.12);
    if (chosen && chosen->found.verdict != Verdict::Orphan) {
        paint(*chosen, 0.45);
        QTextCursor cursor(m_text->document());
        cursor.setPosition(chosen->found.start);
        m_text->setTextCursor(cursor);
        // Later: a tab just raised has not got its width yet, and lines break anew when it has.
        QTimer::singleShot(0, this, &Reader::scrollToChosen);
    }
    m_text->setExtraSelections(selections);
    describeChosen();
}

void Reader::scrollToChosen()
{
    const Mark *chosen = mark(m_session.selection().passage());
    if (!m_article || !chosen || chosen->found.verdict == Verdict::Orphan)
        return;
    QTextCursor start(m_text->document());
    start.setPosition(chosen->found.start);
    QScrollBar *bar = m_text->verticalScrollBar();
    // A quarter down the page, so that what leads to the passage can be read too.
    bar->setValue(bar->value() + m_text->cursorRect(start).top() - m_text->viewport()->height() / 4);
}

void Reader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QTimer::singleShot(0, this, &Reader::scrollToChosen);
}

void Reader::describeChosen()
{
    const Mark *chosen = mark(m_session.selection().passage());
    if (!chosen) {
        m_verdict->setText(tr("%1 passages are marked. Click one to select it on the map and in the lists.")
                               .arg(m_marks.size()));
        return;
    }
    const auto place = std::find_if(m_marks.begin(), m_marks.end(), [chosen](const Mark &m) { return &m == chosen; });
    const int number = static_cast<int>(place - m_marks.begin()) + 1;
    QString text = tr("Passage %1 of %2 · %3").arg(number).arg(m_marks.size()).arg(verdictTitle(chosen->found.verdict));
    if (chosen->found.verdict != Verdict::Exact && !chosen->found.reason.isEmpty())
        text += QStringLiteral(": ") + chosen->found.reason;
    m_verdict->setText(text);
}

void Reader::step(int by)
{
    if (m_marks.empty())
        return;
    const Mark *chosen = mark(m_session.selection().passage());
    const int count = static_cast<int>(m_marks.size());
    const int at = chosen ? static_cast<int>(chosen - m_marks.data()) + by : (by > 0 ? 0 : count - 1);
    m_links.selectPassage(m_marks[static_cast<std::size_t>((at + count) % count)].passage->id);
}

const Reader::Mark *Reader::mark(const QString &passage) const
{
    const auto found = std::find_if(m_marks.begin(), m_marks.end(),
                                    [&passage](const Mark &m) { return m.passage->id == passage; });
    return found == m_marks.end() ? nullptr : &*found;
}

const Reader::Mark *Reader::markAt(int offset) const
{
    const Mark *best = nullptr;
    for (const Mark &marked : m_marks) {
        const FoundPassage &found = marked.found;
        const bool inside = found.verdict != Verdict::Orphan && offset >= found.start
            && offset < found.start + found.length;
        // Where passages lie in one another, the inner one is meant.
        if (inside && (!best || found.length < best->found.length))
            best = &marked;
    }
    return best;
}

FoundPassage Reader::chosen() const
{
    const Mark *marked = mark(m_session.selection().passage());
    return marked ? marked->found : FoundPassage();
}

void Reader::clickAt(const QPoint &at)
{
    if (m_text->textCursor().hasSelection())
        return;
    if (const Mark *marked = markAt(m_text->cursorForPosition(at).position()))
        m_links.selectPassage(marked->passage->id);
}

void Reader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        highlight();
}

bool Reader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton)
            clickAt(mouse->position().toPoint());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ca
