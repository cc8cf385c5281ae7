// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/Reader.h"

#include "panels/HtmlWriter.h"
#include "project/Project.h"
#include "reading/Linker.h"
#include "reading/MarkBook.h"
#include "reading/MarkPainter.h"
#include "reading/MarkText.h"
#include "reading/PassageClipboard.h"
#include "reading/ReaderText.h"
#include "reading/SuggestionBar.h"
#include "reading/SuggestionDesk.h"
#include "window/LinkHandler.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ca {

Reader::Reader(Session &session, LinkHandler &links, QWidget *parent)
    : QWidget(parent), m_session(session), m_project(session.project()), m_links(links),
      m_linker(new Linker(session, this)), m_suggestions(new SuggestionDesk(m_project, this)), m_bar(new QToolBar(this)),
      m_title(new QLabel(this)), m_verdict(new QLabel(this)),
      m_suggestionBar(new SuggestionBar(session, *m_suggestions, this)), m_text(new ReaderText(this))
{
    setObjectName(QStringLiteral("reader"));
    setFocusProxy(m_text);
    buildLayout();
    buildActions();
    connectParts();
    showNothing(tr("No article open"),
                tr("Add your own copies of the articles with File ▸ Add sources, or drop them on the window. "
                   "A click on a passage, or on a source in the library, then opens it here."));
}

void Reader::buildLayout()
{
    QFont heading = font();
    heading.setBold(true);
    heading.setPointSizeF(heading.pointSizeF() * 1.1);
    m_title->setFont(heading);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setContentsMargins(12, 8, 8, 0);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::RichText);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setContentsMargins(12, 0, 8, 4);
    m_bar->setIconSize(QSize(16, 16));
    m_text->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_verdict);
    layout->addWidget(m_bar);
    layout->addWidget(m_suggestionBar);
    layout->addWidget(m_text, 1);
}

QAction *Reader::addAct(const QString &text, const QString &tip, const QKeySequence &key, void (Reader::*act)())
{
    auto *action = new QAction(text, this);
    action->setToolTip(tip);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(key == QKeySequence(Qt::Key_N) || key == QKeySequence(Qt::Key_P));   // deciding takes a key each
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    return action;
}

void Reader::buildActions()
{
    m_previous = addAct(tr("◂"), tr("Previous passage (P)"), QKeySequence(Qt::Key_P), &Reader::goBack);
    m_next = addAct(tr("▸"), tr("Next passage or suggestion (N)"), QKeySequence(Qt::Key_N), &Reader::goOn);
    m_link = addAct(tr("Link …"), tr("Link the selected words to a segment, corridor, place or agreement (L)"),
                    QKeySequence(Qt::Key_L), &Reader::link);
    m_suggest = addAct(tr("Suggest"), tr("Propose passages and what they speak of (S)"), QKeySequence(Qt::Key_S),
                       &Reader::toggleSuggestions);
    m_suggest->setCheckable(true);
    m_copyPassage = addAct(tr("Copy passage"), tr("Copy the passage with its citation and a link that lands on it (C)"),
                           QKeySequence(Qt::Key_C), &Reader::copyPassage);
    (void)addAct(tr("Accept"), {}, QKeySequence(Qt::Key_A), &Reader::accept);
    (void)addAct(tr("Reject"), {}, QKeySequence(Qt::Key_R), &Reader::reject);
    (void)addAct(tr("Leave"), {}, QKeySequence(Qt::Key_Escape), &Reader::leaveSuggestions);
    m_bar->addActions({m_previous, m_next, m_link, m_suggest, m_copyPassage});
    m_previous->setObjectName(QStringLiteral("previousPassage"));
    m_next->setObjectName(QStringLiteral("nextPassage"));
}

void Reader::connectParts()
{
    connect(&m_session.selection(), &Selection::passageChanged, this, [this] {
        highlight();
        goToChosen();
    });
    connect(&m_session.sources(), &SourceLibrary::changed, this, &Reader::reload);
    connect(&m_session, &Session::lookChanged, this, &Reader::highlight);
    connect(&m_session, &Session::atlasLoaded, this, [this] { m_suggestions->setAtlas(m_session.atlas()); });
    connect(&m_project, &Project::changed, this, &Reader::rebuildMarks);
    connect(m_suggestions, &SuggestionDesk::changed, this, [this] {
        rebuildMarks();
        if (m_suggestions->active())
            goToChosen();
    });
    connect(m_suggestionBar, &SuggestionBar::closed, this, &Reader::leaveSuggestions);
    connect(m_text, &ReaderText::clicked, this, &Reader::clickAt);
    m_text->setDragged([this]() -> QMimeData * {
        const auto [start, end] = m_text->selectedRange();
        return m_copy && start < end ? passageMime(*m_copy, {start, end - start}) : nullptr;
    });
    connect(m_text, &QTextEdit::selectionChanged, this, &Reader::refreshActions);
    connect(m_text, &QWidget::customContextMenuRequested, this, &Reader::showMenu);
    connect(m_verdict, &QLabel::linkActivated, this, [this](const QString &link) { m_links.follow(QUrl(link)); });
    connect(m_linker, &Linker::linked, this, [this](const QString &passage) { m_links.selectPassage(passage); });
}

void Reader::showNothing(const QString &title, const QString &hint)
{
    m_suggestions->stop();
    m_copy.reset();
    m_marks.clear();
    m_text->setExtraSelections({});
    m_text->clear();
    m_title->setText(title);
    m_title->setToolTip({});
    tell(hint);
    refreshActions();
}

void Reader::read(const QString &id)
{
    const Library *library = m_session.sources().library();
    const Passage *bundled = m_session.atlas() ? m_session.atlas()->passage(id) : nullptr;
    const ProjectPassage *own = m_project.passage(id);
    if (!library || (!bundled && !own))
        return;
    m_record = bundled ? bundled->record : QString();
    const auto document = bundled ? library->documentForRecord(bundled->record)
                                  : library->documentWithText(own->present.textSha256);
    if (document) {
        open(document->id);
        return goToChosen();
    }
    const Record *record = m_session.atlas() ? m_session.atlas()->record(m_record) : nullptr;
    showNothing(record ? record->shortCitation() : Record{{}, own ? own->source : QJsonObject()}.shortCitation(),
                bundled ? tr("This article is not in your library. Add your copy with File ▸ Add sources.")
                        : tr("The copy this passage was marked in is not in your library. Its words, as you marked them: “%1”")
                              .arg(own->original.anchor.exact.toHtmlEscaped()));
}

void Reader::showDocument(qint64 document, int offset)
{
    open(document);
    if (m_copy && offset >= 0)
        QTimer::singleShot(0, this, [this, offset] { m_text->showWord(offset); });
}

void Reader::open(qint64 id)
{
    const Library *library = m_session.sources().library();
    const bool same = m_copy && m_copy->document.id == id;
    if (!same) {
        m_suggestions->stop();
        m_copy = library ? ReadingCopy::open(*library, id) : nullptr;
        if (!m_copy)
            return showNothing(tr("No article open"), tr("The document is not in the library any more."));
        showHead();
        m_text->setArticle(m_copy->article().text);
    }
    rebuildMarks();
}

/// After a change of the library: the same text stays where it is, with its record as it is now.
void Reader::reload()
{
    const Library *library = m_session.sources().library();
    if (!library)
        return;
    if (!m_copy) {
        if (const auto document = m_record.isEmpty() ? std::nullopt : library->documentForRecord(m_record))
            open(document->id);
        return;
    }
    const auto document = library->documentWithBytes(m_copy->document.sha256);
    if (!document)
        return showNothing(tr("No article open"), tr("The document is not in the library any more."));
    m_copy = m_copy->withDocument(*library, *document);
    showHead();
    rebuildMarks();
}

void Reader::showHead()
{
    m_record = m_copy->document.record;
    m_title->setText(m_copy->document.title);
    m_title->setToolTip(Record{{}, m_copy->document.csl}.citation().toHtmlEscaped());
}

void Reader::rebuildMarks()
{
    const Library *library = m_session.sources().library();
    if (!m_copy || !library || !m_session.atlas())
        return refreshActions();
    m_marks = markbook::bundled(*m_session.atlas(), *library, m_project, m_copy->document);
    for (std::vector<ReaderMark> more : {markbook::own(m_project, m_copy->copies, *m_copy->finder),
                                         markbook::suggested(m_suggestions->waiting())})
        m_marks.insert(m_marks.end(), more.begin(), more.end());
    markbook::sort(m_marks);
    highlight();
}

const ReaderMark *Reader::chosen() const
{
    if (const ReaderMark *suggestion = currentSuggestion())
        return suggestion;
    const QString passage = m_session.selection().passage();
    const auto found = std::find_if(m_marks.begin(), m_marks.end(), [&passage](const ReaderMark &mark) {
        return !passage.isEmpty() && mark.id == passage;
    });
    return found == m_marks.end() ? nullptr : &*found;
}

const ReaderMark *Reader::currentSuggestion() const
{
    const int current = m_suggestions->active() ? m_suggestions->current() : -1;
    const auto found = std::find_if(m_marks.begin(), m_marks.end(),
                                    [current](const ReaderMark &mark) { return current >= 0 && mark.suggestion == current; });
    return found == m_marks.end() ? nullptr : &*found;
}

void Reader::highlight()
{
    if (!m_copy || !m_session.atlas())
        return;
    const ReaderMark *mark = chosen();
    m_text->setExtraSelections(paintMarks(m_marks, mark, *m_text->document(), *m_session.atlas(), *m_session.style(), palette()));
    describeChosen();
    refreshActions();
}

/// Later: a tab just raised has not got its width yet, and lines break anew when it has.
void Reader::goToChosen()
{
    QTimer::singleShot(0, this, [this] {
        const ReaderMark *mark = m_copy ? chosen() : nullptr;
        if (mark && mark->found())
            m_text->scrollTo(mark->range.start);
    });
}

/// The page has another width. Selected words stay in sight rather than the passage.
void Reader::keepPlace()
{
    if (!m_text->textCursor().hasSelection())
        goToChosen();
}

void Reader::describeChosen()
{
    const auto decided = [](const ReaderMark &mark) { return mark.kind != ReaderMark::Kind::Suggested; };
    const int count = static_cast<int>(std::count_if(m_marks.begin(), m_marks.end(), decided));
    const ReaderMark *mark = chosen();
    if (mark && decided(*mark)) {
        const int number = static_cast<int>(std::count_if(std::as_const(m_marks).data(), mark, decided)) + 1;
        return tell(markText(m_session, *m_copy, *mark, number, count));
    }
    tell(count == 0 ? tr("No passage is marked yet. Select words and press L to link them, or S for suggestions.")
         : count == 1 ? tr("1 passage is marked. Click it to select it on the map and in the lists.")
                      : tr("%1 passages are marked. Click one to select it on the map and in the lists.").arg(count));
}

void Reader::tell(const QString &richText)
{
    m_verdict->setText(QStringLiteral("<style>%1</style><p class=\"last\">%2</p>").arg(HtmlWriter::styleSheet(palette()), richText));
}

void Reader::refreshActions()
{
    m_previous->setEnabled(m_marks.size() > 1);
    m_next->setEnabled(m_marks.size() > 1);
    m_suggest->setEnabled(m_copy != nullptr);
    m_suggest->setChecked(m_suggestions->active());
    m_link->setEnabled(m_copy && m_text->textCursor().hasSelection());
    const ReaderMark *mark = m_copy ? chosen() : nullptr;
    m_copyPassage->setEnabled(m_copy && (m_text->textCursor().hasSelection() || (mark && mark->found())));
}

void Reader::clickAt(int offset)
{
    const ReaderMark *mark = markbook::at(m_marks, offset);
    if (!mark)
        return;
    if (mark->kind == ReaderMark::Kind::Suggested)
        m_suggestions->setCurrent(mark->suggestion);
    else
        m_links.selectPassage(mark->id);
}

void Reader::step(int by)
{
    if (m_suggestions->active())
        return m_suggestions->step(by);
    if (m_marks.empty())
        return;
    const ReaderMark *mark = chosen();
    const int count = static_cast<int>(m_marks.size());
    const int at = mark ? static_cast<int>(mark - m_marks.data()) + by : (by > 0 ? 0 : count - 1);
    m_links.selectPassage(m_marks[static_cast<std::size_t>((at + count) % count)].id);
}

void Reader::goOn()
{
    step(1);
}

void Reader::linkSelection(const QString &subject)
{
    const auto [start, end] = m_text->selectedRange();
    if (!m_copy || start >= end)
        return m_session.report(Session::Severity::Info, tr("Select the words of the passage in the article first, then link them."));
    m_linker->link(*m_copy, {start, end - start}, subject);
}

void Reader::toggleSuggestions()
{
    if (m_suggestions->active())
        return m_suggestions->stop();
    if (m_copy)
        m_suggestions->start(m_copy->document, m_copy->finder, m_marks);
    m_text->setFocus();
}

void Reader::accept()
{
    if (m_suggestions->active())
        m_suggestionBar->accept();
}

void Reader::reject()
{
    if (m_suggestions->active())
        m_suggestionBar->reject();
}

void Reader::leaveSuggestions()
{
    m_suggestions->stop();
}

void Reader::copyPassage()
{
    const auto [start, end] = m_text->selectedRange();
    const ReaderMark *mark = m_copy ? chosen() : nullptr;
    const TextRange range = start < end ? TextRange{start, end - start} : mark ? mark->range : TextRange{};
    if (m_copy && range.length > 0)
        copyToClipboard(*m_copy, range);
}

void Reader::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_link, m_copyPassage});
    menu->addAction(tr("Copy the words only"), QKeySequence(QKeySequence::Copy), m_text, &QTextEdit::copy)
        ->setEnabled(m_text->textCursor().hasSelection());
    menu->addSeparator();
    const ReaderMark *mark = m_copy ? markbook::at(m_marks, m_text->cursorForPosition(at).position()) : nullptr;
    if (mark && mark->kind != ReaderMark::Kind::Suggested)
        m_linker->fillMenu(*menu, *m_copy, *mark);
    menu->popup(m_text->viewport()->mapToGlobal(at));
}

void Reader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepPlace();
}

void Reader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        highlight();
}

} // namespace ca
