// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/ReaderMark.h"
#include "reading/ReadingCopy.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QLabel;
class QToolBar;

namespace ca {

class LinkHandler;
class Linker;
class Project;
class ReaderText;
class Session;
class SuggestionBar;
class SuggestionDesk;

/// A document of the library with every passage marked in the colour of its corridor: those of the atlas, those the user
/// linked, and on request those that are only proposed. A click on a mark selects it everywhere; selected words can be linked.
class Reader : public QWidget {
    Q_OBJECT
public:
    Reader(Session &session, LinkHandler &links, QWidget *parent = nullptr);

    /// Shows the document of a passage, of the atlas or of the project, at it. Without a copy, or where the passage is
    /// not found, says so.
    void read(const QString &passage);
    /// Shows a document; from @p offset (UTF-16) on where that is not negative.
    void showDocument(qint64 document, int offset = -1);

    [[nodiscard]] const ReadingCopy *copy() const { return m_copy.get(); }
    /// The bundled record shown, with or without a copy; empty = none.
    [[nodiscard]] QString record() const { return m_record; }
    /// Where the selected passage stands in the text; null when it stands nowhere in it.
    [[nodiscard]] const ReaderMark *chosen() const;
    [[nodiscard]] const std::vector<ReaderMark> &marks() const { return m_marks; }
    [[nodiscard]] ReaderText *text() const { return m_text; }
    [[nodiscard]] SuggestionDesk &suggestions() { return *m_suggestions; }
    /// Links the selected words to @p subject and what else the user chooses; says so when nothing is selected.
    void linkSelection(const QString &subject = {});

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void buildActions();
    void connectParts();
    QAction *addAct(const QString &text, const QString &tip, const QKeySequence &key, void (Reader::*act)());
    void open(qint64 document);
    void showNothing(const QString &title, const QString &hint);
    void reload();
    void rebuildMarks();
    void highlight();
    void showHead();
    void goToChosen();
    void keepPlace();
    void describeChosen();
    void tell(const QString &richText);
    void refreshActions();
    void clickAt(int offset);
    void step(int by);
    void goBack() { step(-1); }
    void goOn();
    void link() { linkSelection(); }
    void toggleSuggestions();
    void accept();
    void reject();
    void leaveSuggestions();
    void copyPassage();
    void showMenu(const QPoint &at);
    [[nodiscard]] const ReaderMark *currentSuggestion() const;

    Session &m_session;
    Project &m_project;
    LinkHandler &m_links;
    Linker *m_linker;
    SuggestionDesk *m_suggestions;
    QToolBar *m_bar;
    QLabel *m_title;
    QLabel *m_verdict;
    SuggestionBar *m_suggestionBar;
    ReaderText *m_text;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QAction *m_link = nullptr;
    QAction *m_suggest = nullptr;
    QAction *m_copyPassage = nullptr;
    QString m_record;
    std::shared_ptr<const ReadingCopy> m_copy;
    std::vector<ReaderMark> m_marks;   ///< in the order of the text, orphans last
};

} // namespace ca
