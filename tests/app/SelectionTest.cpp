// SPDX-License-Identifier: GPL-3.0-or-later
#include "Selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace ca;

class SelectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsEachChangeOnce();
    void selectingASubjectForgetsThePassage();
    void passageKeepsTheSubject();
    void passageMayBringItsSubject();
    void emptyClearsBoth();
    void hoverIsIndependent();
};

void SelectionTest::tellsEachChangeOnce()
{
    Selection selection;
    QSignalSpy subjects(&selection, &Selection::subjectChanged);
    selection.selectSubject(QStringLiteral("a"));
    selection.selectSubject(QStringLiteral("a"));
    selection.selectSubject(QStringLiteral("b"));
    QCOMPARE(subjects.size(), 2);
    QCOMPARE(subjects.last().first().toString(), QStringLiteral("b"));
    QCOMPARE(selection.subject(), QStringLiteral("b"));
}

void SelectionTest::selectingASubjectForgetsThePassage()
{
    Selection selection;
    selection.selectPassage(QStringLiteral("p1"), QStringLiteral("a"));
    QSignalSpy passages(&selection, &Selection::passageChanged);
    selection.selectSubject(QStringLiteral("b"));
    QCOMPARE(passages.size(), 1);
    QVERIFY(selection.passage().isEmpty());
}

void SelectionTest::passageKeepsTheSubject()
{
    Selection selection;
    selection.selectSubject(QStringLiteral("a"));
    QSignalSpy subjects(&selection, &Selection::subjectChanged);
    selection.selectPassage(QStringLiteral("p1"), {});
    QCOMPARE(selection.subject(), QStringLiteral("a"));
    QCOMPARE(selection.passage(), QStringLiteral("p1"));
    QCOMPARE(subjects.size(), 0);
}

void SelectionTest::passageMayBringItsSubject()
{
    Selection selection;
    QSignalSpy subjects(&selection, &Selection::subjectChanged);
    QSignalSpy passages(&selection, &Selection::passageChanged);
    selection.selectPassage(QStringLiteral("p1"), QStringLiteral("a"));
    QCOMPARE(subjects.size(), 1);
    QCOMPARE(passages.size(), 1);
}

void SelectionTest::emptyClearsBoth()
{
    Selection selection;
    selection.selectPassage(QStringLiteral("p1"), QStringLiteral("a"));
    selection.selectSubject({});
    QVERIFY(selection.subject().isEmpty());
    QVERIFY(selection.passage().isEmpty());
}

void SelectionTest::hoverIsIndependent()
{
    Selection selection;
    selection.selectSubject(QStringLiteral("a"));
    QSignalSpy hovers(&selection, &Selection::hoverChanged);
    selection.hover(QStringLiteral("b"));
    selection.hover(QStringLiteral("b"));
    selection.hover({});
    QCOMPARE(hovers.size(), 2);
    QCOMPARE(selection.subject(), QStringLiteral("a"));
}

QTEST_GUILESS_MAIN(SelectionTest)
#include "SelectionTest.moc"
