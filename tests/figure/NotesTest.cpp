// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/Notes.h"

#include "figure/NotesBlock.h"
#include "figure/SampleFigure.h"

#include <QTest>

#include <algorithm>

using namespace ca;

class NotesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadFonts(); }
    void eachRecordOnce();
    void contradictionsAreMarked();
    void severalSubjectsShareTheirSources();
    void unknownGivesNothing();
    void fittingIsTheMostThatFits();
    void chosenPassagesBringTheirSources();
    void ownPassagesOfASubjectAreCited();
    void corridorsBringTheFactsOfTheirSegments();

private:
    const Atlas m_atlas{test::sourcedAtlas()};
};

void NotesTest::eachRecordOnce()
{
    const Notes notes = Notes::of(m_atlas, {QStringLiteral("trunk")});
    QStringList order;
    for (const Notes::Note &note : notes.notes) {
        order << note.record;
        QCOMPARE(note.number, int(order.size()));
    }
    QCOMPARE(order, (QStringList{QStringLiteral("article-900"), QStringLiteral("article-901"), QStringLiteral("r1"), QStringLiteral("r2")}));
    QCOMPARE(notes.notes[0].passages, 2);
    QCOMPARE(notes.notes[0].url, QStringLiteral("https://example.org/rails"));
    QCOMPARE(notes.notes[1].passages, 1);  // of the whole corridor
    QCOMPARE(notes.notes[1].url, QString());
    QCOMPARE(notes.notes[2].facts, 2);     // status and length
    QCOMPARE(notes.notes[3].facts + notes.notes[3].passages, 0);
    QVERIFY(notes.notes[0].citation.contains(QStringLiteral("Island Post")));
}

void NotesTest::contradictionsAreMarked()
{
    const Notes notes = Notes::of(m_atlas, {QStringLiteral("trunk")});
    QCOMPARE(notes.notes[0].marks, QStringList{QStringLiteral("a")});
    QCOMPARE(notes.notes[1].marks, QStringList());
    QCOMPARE(notes.caveats.size(), std::size_t(1));
    QCOMPARE(notes.caveats[0].numbers, std::vector<int>{4});
    QVERIFY(notes.plainText().last().startsWith(QStringLiteral("a: ")));
}

void NotesTest::severalSubjectsShareTheirSources()
{
    const Notes both = Notes::of(m_atlas, {QStringLiteral("trunk"), QStringLiteral("red"), QStringLiteral("trunk")});
    QCOMPARE(both.notes.size(), std::size_t(4));
    QCOMPARE(both.notes[0].passages, 2);
}

void NotesTest::unknownGivesNothing()
{
    QVERIFY(Notes::of(m_atlas, {QStringLiteral("no-such-thing")}).empty());
    QVERIFY(Notes::of(m_atlas, {}).empty());
}

void NotesTest::fittingIsTheMostThatFits()
{
    const Notes notes = Notes::of(m_atlas, {QStringLiteral("trunk")});
    const int total = int(notes.notes.size());
    const double whole = NotesBlock(notes, 300, 1, total).height();
    QCOMPARE(NotesBlock::fitting(notes, 300, 1, whole), total);
    QCOMPARE(NotesBlock::fitting(notes, 300, 1, 5), 0);
    for (double height = 10; height < whole; height += 7) {
        const int fitting = NotesBlock::fitting(notes, 300, 1, height);
        QVERIFY(fitting == 0 || NotesBlock(notes, 300, 1, fitting).height() <= height);
        QVERIFY(fitting == total || NotesBlock(notes, 300, 1, fitting + 1).height() > height);
    }
}

void NotesTest::chosenPassagesBringTheirSources()
{
    AnnotatedPassage mine, same, known, bare;
    mine.id = QStringLiteral("urn:uuid:1");
    mine.citation = {{QStringLiteral("type"), QStringLiteral("webpage")}, {QStringLiteral("title"), QStringLiteral("Own find")}, {QStringLiteral("URL"), QStringLiteral("https://example.org/own")}};
    same = mine;
    same.id = QStringLiteral("urn:uuid:2");
    known.id = QStringLiteral("urn:uuid:3");
    known.citation = {{QStringLiteral("id"), QStringLiteral("r1")}};
    bare.id = QStringLiteral("urn:uuid:4");
    const Notes notes = Notes::of(m_atlas, {}, {mine.id, same.id, QStringLiteral("p1"), known.id, bare.id, QStringLiteral("nothing")}, {mine, same, known, bare});
    QCOMPARE(notes.notes.size(), std::size_t(5));  // own, article-900, r1, the bare one, and who contradicts p1
    QVERIFY(notes.notes[0].citation.contains(QStringLiteral("Own find")));
    QCOMPARE(notes.notes[0].own, mine.citation);
    QCOMPARE(notes.notes[0].passages, 2);
    QCOMPARE(notes.notes[0].url, QStringLiteral("https://example.org/own"));
    QCOMPARE(notes.notes[1].record, QStringLiteral("article-900"));
    QCOMPARE(notes.notes[1].marks, QStringList{QStringLiteral("a")});
    QCOMPARE(notes.notes[2].record, QStringLiteral("r1"));
    QVERIFY(!notes.notes[3].citation.isEmpty());
    QCOMPARE(notes.caveats.front().numbers, std::vector<int>{5});
}

void NotesTest::ownPassagesOfASubjectAreCited()
{
    AnnotatedPassage mine;
    mine.id = QStringLiteral("urn:uuid:1");
    mine.citation = {{QStringLiteral("title"), QStringLiteral("Own find")}};
    mine.subjects = {{QStringLiteral("here"), false}};
    QCOMPARE(Notes::of(m_atlas, {QStringLiteral("elsewhere")}, {}, {mine}).notes.size(), std::size_t(0));
    const Notes notes = Notes::of(m_atlas, {QStringLiteral("here")}, {}, {mine});
    QCOMPARE(notes.notes.size(), std::size_t(1));
    QCOMPARE(notes.notes.front().own, mine.citation);
}

void NotesTest::corridorsBringTheFactsOfTheirSegments()
{
    const Notes notes = Notes::of(m_atlas, {QStringLiteral("red")});
    const auto lengths = std::find_if(notes.notes.begin(), notes.notes.end(), [](const Notes::Note &note) { return note.record == QStringLiteral("r1"); });
    QVERIFY(lengths != notes.notes.end());
    QVERIFY(lengths->facts >= 2);
}

QTEST_MAIN(NotesTest)
#include "NotesTest.moc"
