// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "panels/Reader.h"
#include "support/TestData.h"
#include "window/LinkHandler.h"

#include <QLabel>
#include <QScrollBar>
#include <QTextEdit>
#include <QToolButton>

using namespace ca;

class ReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhenThereIsNoCopy();
    void showsThePassageHighlighted();
    void clickInTheTextSelects();
    void stepsThroughThePassages();
};

namespace {

struct Reading {
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
    void addSources() { session.sources().add({test::externalPath(QStringLiteral("sources"))}); }
};

} // namespace

void ReaderTest::saysWhenThereIsNoCopy()
{
    Reading reading;
    QVERIFY(reading.start());
    reading.reader.read(reading.session.atlas()->data().passages.front().id);
    const auto *verdict = reading.reader.findChild<QLabel *>(QStringLiteral("verdict"));
    QVERIFY(verdict->text().contains(QStringLiteral("not in your library")));
    QVERIFY(reading.reader.text()->toPlainText().isEmpty());
}

void ReaderTest::showsThePassageHighlighted()
{
    CA_NEED_TEST_DATA();
    Reading reading;
    QVERIFY(reading.start());
    reading.addSources();
    int exact = 0;
    for (const Passage &passage : reading.session.atlas()->data().passages) {
        reading.links.follow(QUrl(QStringLiteral("read:") + passage.id));
        QCOMPARE(reading.reader.record(), passage.record);
        const FoundPassage found = reading.reader.chosen();
        QVERIFY2(found.verdict != Verdict::Orphan, qPrintable(passage.id));
        exact += found.verdict == Verdict::Exact;
        const QString text = reading.reader.text()->toPlainText().mid(found.start, found.length);
        QVERIFY2(text.startsWith(passage.firstWords.left(4)), qPrintable(passage.id));
        // The strongest mark is the chosen passage, and its beginning is in sight.
        const auto marks = reading.reader.text()->extraSelections();
        QCOMPARE(marks.last().cursor.selectionStart(), found.start);
        QCOMPARE(marks.last().cursor.selectionEnd(), found.start + found.length);
        QTextCursor cursor(reading.reader.text()->document());
        cursor.setPosition(found.start);
        QVERIFY(reading.reader.text()->viewport()->rect().intersects(reading.reader.text()->cursorRect(cursor)));
    }
    QCOMPARE(exact, 114);
}

void ReaderTest::clickInTheTextSelects()
{
    CA_NEED_TEST_DATA();
    Reading reading;
    QVERIFY(reading.start());
    reading.addSources();
    const auto &passages = reading.session.atlas()->data().passages;
    reading.links.follow(QUrl(QStringLiteral("read:") + passages.at(6).id));
    const FoundPassage found = reading.reader.chosen();
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
    Reading reading;
    QVERIFY(reading.start());
    reading.addSources();
    const auto &passages = reading.session.atlas()->data().passages;
    reading.links.follow(QUrl(QStringLiteral("read:") + passages.front().id));
    const auto buttons = reading.reader.findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 2);
    int last = -1;
    for (int i = 0; i < 10; ++i) {
        QVERIFY(reading.reader.chosen().start > last || i == 0);
        last = reading.reader.chosen().start;
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
    }
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QCOMPARE(reading.reader.chosen().start, last);
}

QTEST_MAIN(ReaderTest)
#include "ReaderTest.moc"
