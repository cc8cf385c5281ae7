// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/PassageFinder.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QTextEdit;
class QToolButton;

namespace ca {

class LinkHandler;
class Session;

/// The user's own copy of an article, with every passage lightly marked and the selected one strongly. A click
/// on a marked passage selects it everywhere.
class Reader : public QWidget {
    Q_OBJECT
public:
    Reader(Session &session, LinkHandler &links, QWidget *parent = nullptr);

    /// Shows the article of @p passage at it. Without a copy, or where the passage is not found, says so.
    void read(const QString &passage);
    [[nodiscard]] QString record() const { return m_record; }
    /// Where the selected passage stands in the text; orphan when none does.
    [[nodiscard]] FoundPassage chosen() const;
    [[nodiscard]] QTextEdit *text() const { return m_text; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Mark {
        const Passage *passage = nullptr;
        FoundPassage found;
    };
    void buildLayout();
    void followPassage(const QString &passage);
    void reload();
    void load(const QString &record);
    void showNothing();
    void findMarks(const ArticleText &article);
    void highlight();
    void scrollToChosen();
    void describeChosen();
    void step(int by);
    void clickAt(const QPoint &at);
    [[nodiscard]] const Mark *mark(const QString &passage) const;
    [[nodiscard]] const Mark *markAt(int offset) const;

    Session &m_session;
    LinkHandler &m_links;
    QLabel *m_title;
    QLabel *m_verdict;
    QToolButton *m_previous;
    QToolButton *m_next;
    QTextEdit *m_text;
    QString m_record;
    std::shared_ptr<const ArticleText> m_article;
    std::vector<Mark> m_marks;   ///< in the order of the text
};

} // namespace ca
