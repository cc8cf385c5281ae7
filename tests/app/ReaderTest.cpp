// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "project/Project.h"
#include "reading/LinkDialog.h"
#include "reading/Reader.h"
#include "reading/ReaderText.h"
#include "reading/SubjectPicker.h"
#include "reading/SuggestionDesk.h"
#include "support/TestData.h"
#include "window/LinkHandler.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDrag>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QToolBar>
#include <QToolButton>

using namespace ca;

class ReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhenThereIsNoCopy();
    void showsThePassageHighlighted();
    void clickInTheTextSelects();
    void stepsThroughThePassages();
    void selectedWordsAreLinkedAndUndone();
    void suggestionsAreDecidedByKeys();
    void changedCopyShowsWhatDiffers();
    void passageIsCopiedWithItsSource();
    void copiedWordsArePlainDraggedOnesHaveTheirSource();
};

namespace {

struct ReaderDesk {
    Session session{test::cleanOptions()};
    LinkHandler links{session};
    Reader reader{session, links};

    bool start()
    {
        QObject::connect(&links, &LinkHandler::readRequested, &reader, &Reader::read);
        reader.resize(420, 500);
        reader.show();
        return test::load(session);
    }
    bool openText(const QByteArray &text)
    {
        session.sources().addBytes(QStringLiteral("own.txt"), text);
        const auto documents = session.sources().library()->documents();
        if (documents.empty())
            return false;
        reader.showDocument(documents.back().id);
        reader.text()->setFocus();
        return reader.copy() && QTest::qWaitForWindowActive(&reader);
    }
    void select(const QString &words)
    {
        QTextCursor cursor = reader.text()->document()->find(words);
        reader.text()->setTextCursor(cursor);
    }
    void addSources() { session.sources().add({test::externalPath(QStringLiteral("sources"))}); }
};

} // namespace

void ReaderTest::saysWhenThereIsNoCopy()
{
    ReaderDesk reading;
    QVERIFY(reading.start());
    reading.reader.read(reading.session.atlas()->data().passages.front().id);
    const auto *verdict = reading.reader.findChild<QLabel *>(QStringLiteral("verdict"));
    QVERIFY(verdict->text().contains(QStringLiteral("not in your library")));
    QVERIFY(reading.reader.text()->toPlainText().isEmpty());
}

void ReaderTest::showsThePassageHighlighted()
{
    CA_NEED_TEST_DATA();
    ReaderDesk reading;
    QVERIFY(reading.start());
    reading.addSources();
    int exact = 0;
    for (const Passage &passage : reading.session.atlas()->data().passages) {
        reading.links.follow(QUrl(QStringLiteral("read:") + passage.id));
        QCOMPARE(reading.reader.record(), passage.record);
        QVERIFY2(reading.reader.chosen(), qPrintable(passage.id));
        const ReaderMark mark = *reading.reader.chosen();
        const TextRange found = mark.range;
        QVERIFY2(mark.verdict != Verdict::Orphan, qPrintable(passage.id));
        exact += mark.verdict == Verdict::Exact;
        const QString text = reading.reader.text()->toPlainText().mid(found.start, found.length);
        QVERIFY2(text.startsWith(passage.firstWords.left(4)), qPrintable(passage.id));
        // The strongest mark is the chosen passage, and its beginning is in sight.
        const auto marks = reading.reader.text()->extraSelections();
        QCOMPARE(marks.last().cursor.selectionStart(), found.start);
        QCOMPARE(marks.last().cursor.selectionEnd(), found.start + found.length);
        QTextCursor cursor(reading.reader.text()->document());
        cursor.setPosition(found.start);
        QTRY_VERIFY(reading.reader.text()->viewport()->rect().intersects(reading.reader.text()->cursorRect(cursor)));
    }
    QCOMPARE(exact, 114);
}

void ReaderTest::clickInTheTextSelects()
{
    CA_NEED_TEST_DATA();
    ReaderDesk reading;
    QVERIFY(reading.start());
    reading.addSources();
    const auto &passages = reading.session.atlas()->data().passages;
    reading.links.follow(QUrl(QStringLiteral("read:") + passages.at(6).id));
    const TextRange found = reading.reader.chosen()->range;
    QTest::qWait(20);   // the text scrolls to the passage
    reading.session.selection().selectSubject({});
    QVERIFY(reading.session.selection().passage().isEmpty());
    QTextCursor cursor(reading.reader.text()->document());
    cursor.setPosition(found.start + 3);
    const QPoint at = reading.reader.text()->cursorRect(cursor).center();
    QTest::mouseClick(reading.reader.text()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(reading.session.selection().passage(), passages.at(6).id);
    QVERIFY(!reading.session.selection().subject().isEmpty());
}

void ReaderTest::stepsThroughThePassages()
{
    CA_NEED_TEST_DATA();
    ReaderDesk reading;
    QVERIFY(reading.start());
    reading.addSources();
    const auto &passages = reading.session.atlas()->data().passages;
    reading.links.follow(QUrl(QStringLiteral("read:") + passages.front().id));
    int last = -1;
    for (int i = 0; i < 10; ++i) {
        QVERIFY(reading.reader.chosen()->range.start > last || i == 0);
        last = reading.reader.chosen()->range.start;
        QTest::keyClick(reading.reader.text(), Qt::Key_N);
    }
    QTest::keyClick(reading.reader.text(), Qt::Key_P);
    QCOMPARE(reading.reader.chosen()->range.start, last);
}

void ReaderTest::selectedWordsAreLinkedAndUndone()
{
    ReaderDesk reading;
    QVERIFY(reading.start());
    QVERIFY(reading.openText("The harbour is old.\nThe line through Meghri waits for its rails, they say.\n"));
    const QString quote = QStringLiteral("The line through Meghri waits for its rails");
    reading.select(quote);
    QTest::keyClick(reading.reader.text(), Qt::Key_L);
    auto *dialog = reading.reader.findChild<LinkDialog *>();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
    QTest::keyClicks(dialog->picker().line(), QStringLiteral("tripp"));
    QTest::keyClick(dialog->picker().line(), Qt::Key_Return);
    QCOMPARE(dialog->picker().subjects().size(), std::size_t(1));
    dialog->accept();
    const auto passages = reading.session.project().passages();
    QCOMPARE(passages.size(), std::size_t(1));
    QCOMPARE(passages.front().original.anchor.exact, quote);
    QCOMPARE(reading.reader.marks().size(), std::size_t(1));
    QCOMPARE(reading.session.selection().passage(), passages.front().id);
    QVERIFY(!reading.session.selection().subject().isEmpty());
    reading.session.project().undoStack().undo();
    QVERIFY(reading.reader.marks().empty());
    reading.session.project().undoStack().redo();
    QCOMPARE(reading.reader.marks().size(), std::size_t(1));
}

void ReaderTest::suggestionsAreDecidedByKeys()
{
    ReaderDesk reading;
    QVERIFY(reading.start());
    QVERIFY(reading.openText("The TRIPP railway through Meghri is planned.\nSoup is served at noon.\n"
                             "TANAP carried 16 bcm of gas across Turkey.\n"));
    QTest::keyClick(reading.reader.text(), Qt::Key_S);
    QTRY_VERIFY_WITH_TIMEOUT(!reading.reader.suggestions().working(), 20000);
    const auto waiting = reading.reader.suggestions().waiting().size();
    QVERIFY(waiting >= 2);
    QTest::keyClick(reading.reader.text(), Qt::Key_A);
    QCOMPARE(reading.reader.suggestions().waiting().size(), waiting - 1);
    QCOMPARE(reading.session.project().passages().size(), std::size_t(1));
    QVERIFY(!reading.session.project().links().front().reasons.isEmpty());
    QTest::keyClick(reading.reader.text(), Qt::Key_R);
    QCOMPARE(reading.reader.suggestions().waiting().size(), waiting - 2);
    QTest::keyClick(reading.reader.text(), Qt::Key_Escape);
    QVERIFY(!reading.reader.suggestions().active());
    // Decided once and for all.
    QTest::keyClick(reading.reader.text(), Qt::Key_S);
    QTRY_VERIFY_WITH_TIMEOUT(!reading.reader.suggestions().working(), 20000);
    QCOMPARE(reading.reader.suggestions().waiting().size(), waiting - 2);
}

void ReaderTest::changedCopyShowsWhatDiffers()
{
    ReaderDesk reading;
    QVERIFY(reading.start());
    const QByteArray text = "A first sentence about the weather at the pier.\nThe line will carry 10 million tonnes of freight a year.\n"
                            "A last sentence about the tide.\n";
    QVERIFY(reading.openText(text));
    reading.select(QStringLiteral("The line will carry 10 million tonnes of freight a year."));
    ProjectLink link;
    link.subject = QStringLiteral("tripp-meghri");
    const auto range = reading.reader.text()->selectedRange();
    const auto anchor = reading.reader.copy()->finder->make({range.first, range.second - range.first});
    QVERIFY(anchor.ok());
    ProjectPassage passage;
    passage.original = {*anchor, reading.reader.copy()->document.sha256, reading.reader.copy()->document.textSha256};
    passage.present = passage.original;
    const auto id = reading.session.project().addPassage(passage, {link});
    QVERIFY(id.ok());
    // The same passage is looked for in a copy that says otherwise.
    const auto other = AnchorFinder(ArticleText::fromPlainText(QString::fromUtf8(QByteArray(text).replace("10", "15")))).find(*anchor);
    QCOMPARE(other.verdict, Verdict::Changed);
    QCOMPARE(other.differences.size(), std::size_t(1));
    QCOMPARE(reading.reader.marks().front().verdict, Verdict::Exact);
}

void ReaderTest::passageIsCopiedWithItsSource()
{
    ReaderDesk reading;
    QVERIFY(reading.start());
    QVERIFY(reading.openText("The line through Meghri waits for its rails, they say.\n"));
    const qint64 id = reading.session.sources().library()->documents().front().id;
    QVERIFY(reading.session.sources().setCsl(id, {{QStringLiteral("type"), QStringLiteral("webpage")},
                                                  {QStringLiteral("title"), QStringLiteral("Rails")},
                                                  {QStringLiteral("URL"), QStringLiteral("https://example.org/rails")}}).ok());
    reading.select(QStringLiteral("The line through Meghri waits"));
    QTest::keyClick(reading.reader.text(), Qt::Key_C);
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    QVERIFY(mime->text().contains(QStringLiteral("The line through Meghri waits")));
    QVERIFY(mime->text().contains(QStringLiteral("Rails")));
    QVERIFY(mime->html().contains(QStringLiteral("https://example.org/rails#:~:text=")));
}

void ReaderTest::copiedWordsArePlainDraggedOnesHaveTheirSource()
{
    ReaderDesk reading;
    QVERIFY(reading.start());
    QVERIFY(reading.openText("The line through Meghri waits for its rails, they say.\n"));
    const qint64 id = reading.session.sources().library()->documents().front().id;
    QVERIFY(reading.session.sources().setCsl(id, {{QStringLiteral("title"), QStringLiteral("Rails")},
                                                  {QStringLiteral("URL"), QStringLiteral("https://example.org/rails")}}).ok());
    reading.select(QStringLiteral("through Meghri"));
    QTest::keyClick(reading.reader.text(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->text(), QStringLiteral("through Meghri"));
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasHtml());

    QWidget *page = reading.reader.text()->viewport();
    QTextCursor inside = reading.reader.text()->textCursor();
    inside.setPosition(inside.selectionStart() + 4);
    const QPoint at = reading.reader.text()->cursorRect(inside).center();
    QTest::mousePress(page, Qt::LeftButton, {}, at);
    const QPoint to = at + QPoint(0, 3 * QApplication::startDragDistance());
    QMouseEvent move(QEvent::MouseMove, to, page->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &move);
    // The offscreen platform cannot drag: what was to be dragged is there until the event loop comes round.
    const auto *drag = reading.reader.text()->findChild<QDrag *>();
    QVERIFY(drag);
    QVERIFY(drag->mimeData()->text().contains(QStringLiteral("“through Meghri”")));
    QVERIFY(drag->mimeData()->text().contains(QStringLiteral("Rails")));
    QVERIFY(drag->mimeData()->html().contains(QStringLiteral("https://example.org/rails#:~:text=")));
}

QTEST_MAIN(ReaderTest)
#include "ReaderTest.moc"
