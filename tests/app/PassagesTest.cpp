// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "anchor/TextFragment.h"
#include "atlas/FactGroups.h"
#include "panels/AllPassages.h"
#include "panels/PassageList.h"
#include "panels/PassageModel.h"
#include "panels/PassagesHtml.h"
#include "panels/SegmentSheet.h"
#include "panels/SheetHtml.h"
#include "window/LinkHandler.h"

#include <QAbstractItemModelTester>
#include <QTreeView>

using namespace ca;

class PassagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void modelIsWellBehaved();
    void everyPassageIsReachable();
    void listHoldsWhatTheAtlasSays();
    void silentSegmentsSaySo();
    void contradictionsAreShownWhereTheyBelong();
    void clickSelectsThePassage();
    void openGoesToThePassage();
    void everySheetIsWritten();
    void sheetComparesLengths();
};

namespace {

QString plain(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText().simplified();
}

PassagesInput inputFor(const QString &subject)
{
    PassagesInput input;
    input.subject = subject;
    input.language = QStringLiteral("en");
    return input;
}

} // namespace

void PassagesTest::modelIsWellBehaved()
{
    Session session(test::cleanOptions());
    PassageModel model(session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(test::load(session));
    QCOMPARE(model.passageCount(), 114);
    QCOMPARE(model.rowCount(), 5);
}

void PassagesTest::everyPassageIsReachable()
{
    Session session(test::cleanOptions());
    LinkHandler links(session);
    AllPassages panel(session, links);
    panel.resize(280, 800);
    panel.show();
    QVERIFY(test::load(session));
    QSet<QString> reached;
    QAbstractItemModel *rows = panel.view()->model();
    for (int article = 0; article < rows->rowCount(); ++article) {
        const QModelIndex parent = rows->index(article, 0);
        for (int row = 0; row < rows->rowCount(parent); ++row) {
            const QModelIndex index = rows->index(row, 0, parent);
            panel.view()->scrollTo(index, QAbstractItemView::PositionAtCenter);
            QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {},
                              panel.view()->visualRect(index).center());
            const QString passage = session.selection().passage();
            QCOMPARE(passage, index.data(PassageModel::PassageRole).toString());
            reached.insert(passage);
            // What is selected with it lists the passage.
            const auto listed = session.atlas()->passages(session.selection().subject());
            QVERIFY2(std::any_of(listed.begin(), listed.end(),
                                 [&passage](const PassageLink &link) { return link.passage->id == passage; }),
                     qPrintable(passage));
        }
    }
    QCOMPARE(reached.size(), 114);
}

void PassagesTest::listHoldsWhatTheAtlasSays()
{
    Session session(test::cleanOptions());
    QVERIFY(test::load(session));
    const Atlas &atlas = *session.atlas();
    const QString text = plain(passagesHtml(atlas, inputFor(QStringLiteral("tripp-meghri"))));
    const auto links = atlas.passages(QStringLiteral("tripp-meghri"));
    QVERIFY(links.size() > 20);
    QSet<QString> articles;
    for (const PassageLink &link : links) {
        QVERIFY2(text.contains(link.passage->paraphrase.simplified()), qPrintable(link.passage->id));
        articles.insert(link.passage->record);
    }
    QCOMPARE(articles.size(), 5);
    for (const QString &article : articles)
        QVERIFY(text.contains(atlas.record(article)->shortCitation().simplified()));
    QVERIFY(text.contains(QStringLiteral("concerns the whole corridor")));
}

void PassagesTest::silentSegmentsSaySo()
{
    Session session(test::cleanOptions());
    QVERIFY(test::load(session));
    const Atlas &atlas = *session.atlas();
    int silent = 0;
    for (const Segment &segment : atlas.data().segments) {
        const auto links = atlas.passages(segment.id);
        const bool named = std::any_of(links.begin(), links.end(), [](const PassageLink &l) { return !l.wholeCorridor; });
        const QString text = plain(passagesHtml(atlas, inputFor(segment.id)));
        QCOMPARE(text.contains(QStringLiteral("No article speaks of this segment")), !named);
        if (named)
            continue;
        ++silent;
        for (const Fact *fact : atlas.facts(segment.id))
            QVERIFY(text.contains(atlas.record(fact->sources.first())->shortCitation().simplified()));
    }
    QVERIFY(silent > 10);
}

void PassagesTest::contradictionsAreShownWhereTheyBelong()
{
    Session session(test::cleanOptions());
    QVERIFY(test::load(session));
    const Atlas &atlas = *session.atlas();
    int marked = 0;
    for (const Passage &passage : atlas.data().passages) {
        if (passage.contradictedBy.isEmpty())
            continue;
        ++marked;
        const QString text = plain(passagesHtml(atlas, inputFor(passage.subjects.front().id)));
        for (const QString &id : passage.contradictedBy)
            QVERIFY2(text.contains(atlas.contradiction(id)->statement.simplified()), qPrintable(passage.id));
    }
    QVERIFY(marked > 0);
}

void PassagesTest::clickSelectsThePassage()
{
    Session session(test::cleanOptions());
    LinkHandler links(session);
    PassageList list(session, links);
    list.resize(380, 500);
    list.show();
    QVERIFY(test::load(session));
    session.selection().selectSubject(QStringLiteral("tripp-meghri"));
    const QString id = session.atlas()->passages(QStringLiteral("tripp-meghri")).front().passage->id;
    QVERIFY(test::clickLink(list, QStringLiteral("passage:") + id));
    QCOMPARE(session.selection().passage(), id);
    QCOMPARE(session.selection().subject(), QStringLiteral("tripp-meghri"));
}

void PassagesTest::openGoesToThePassage()
{
    Session session(test::cleanOptions());
    LinkHandler links(session);
    QList<QUrl> opened;
    links.setOpener([&opened](const QUrl &url) {
        opened << url;
        return true;
    });
    QVERIFY(test::load(session));
    int without = 0;
    for (const Passage &passage : session.atlas()->data().passages) {
        opened.clear();
        links.follow(QUrl(QStringLiteral("open:") + passage.id));
        const Record &record = *session.atlas()->record(passage.record);
        if (record.url().isEmpty()) {
            ++without;
            QVERIFY(opened.isEmpty());
            const QString text = plain(passagesHtml(*session.atlas(), inputFor(passage.subjects.front().id)));
            QVERIFY(text.contains(QStringLiteral("no address of the article is known")));
        } else {
            QCOMPARE(opened, QList<QUrl>{passageUrl(record, passage)});
        }
    }
    QVERIFY(without > 0);
}

void PassagesTest::everySheetIsWritten()
{
    Session session(test::cleanOptions());
    QVERIFY(test::load(session));
    const Atlas &atlas = *session.atlas();
    QStringList ids;
    for (const Segment &segment : atlas.data().segments)
        ids << segment.id;
    for (const Subject &subject : atlas.data().subjects)
        ids << subject.id;
    for (const QString &id : ids) {
        const QString text = plain(sheetHtml(atlas, id, NamePolicy::Neutral, QStringLiteral("en")));
        QVERIFY2(text.startsWith(atlas.displayName(id, NamePolicy::Neutral, QStringLiteral("en")).simplified()),
                 qPrintable(id));
        for (const Fact *fact : atlas.facts(id))
            QVERIFY2(text.contains(factValue(*fact).simplified()), qPrintable(fact->id));
    }
    QVERIFY(sheetHtml(atlas, QStringLiteral("nowhere"), NamePolicy::Neutral, QStringLiteral("en")).isEmpty());
}

void PassagesTest::sheetComparesLengths()
{
    Session session(test::cleanOptions());
    QVERIFY(test::load(session));
    const Segment &segment = *session.atlas()->segment(QStringLiteral("tripp-meghri"));
    const QString text = plain(sheetHtml(*session.atlas(), segment.id, NamePolicy::Neutral, QStringLiteral("en")));
    QVERIFY(text.contains(QString::number(segment.lengthMetres / 1000, 'f', 1) + QStringLiteral(" km")));
    QVERIFY(text.contains(QStringLiteral("drawn line:")));
    QVERIFY(text.contains(QStringLiteral("How well the line is known")));
}

QTEST_MAIN(PassagesTest)
#include "PassagesTest.moc"
