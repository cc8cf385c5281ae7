// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "panels/LayerDelegate.h"
#include "panels/LayerModel.h"
#include "panels/LayerTree.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTreeView>

using namespace ca;

class LayerTreeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void modelIsWellBehaved();
    void everySegmentAndSubjectIsListed();
    void boxesChangeVisibility();
    void visibilityChangesBoxes();
    void rowAndSelectionFollowEachOther();
    void filterFindsAnySpelling();
    void clickOnBoxHidesTheLine();
};

namespace {

bool contains(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data(LayerModel::IdRole).toString() == text || contains(model, text, index))
            return true;
    }
    return false;
}

QModelIndex layerRow(const LayerModel &model, const QString &id, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data(LayerModel::KindRole).toInt() == int(LayerModel::Kind::BaseLayer)
            && index.data(LayerModel::IdRole).toString() == id)
            return index;
        if (const QModelIndex below = layerRow(model, id, index); below.isValid())
            return below;
    }
    return {};
}

} // namespace

void LayerTreeTest::modelIsWellBehaved()
{
    Session session(test::cleanOptions());
    LayerModel model(session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(test::load(session));
    QVERIFY(model.rowCount() >= 5);
    Visibility hidden;
    hidden.hiddenSegments.insert(QStringLiteral("baku-alat"));
    session.setVisibility(hidden);
}

void LayerTreeTest::everySegmentAndSubjectIsListed()
{
    Session session(test::cleanOptions());
    const LayerModel model(session);
    QVERIFY(test::load(session));
    for (const CorridorMember &member : session.atlas()->data().members) {
        const QModelIndex row = model.find(member.segment, member.corridor);
        QVERIFY2(row.isValid(), qPrintable(member.segment));
        QCOMPARE(row.data(LayerModel::CorridorRole).toString(), member.corridor);
        QVERIFY(!row.data(LayerModel::DetailRole).toString().isEmpty());
    }
    for (const Subject &subject : session.atlas()->data().subjects)
        QVERIFY2(model.find(subject.id).isValid(), qPrintable(subject.id));
    for (const char *layer : {"land", "borders", "seas", "rivers", "lakes", "places", "stations", "graticule"})
        QVERIFY2(layerRow(model, QLatin1String(layer)).isValid(), layer);
}

void LayerTreeTest::boxesChangeVisibility()
{
    Session session(test::cleanOptions());
    LayerModel model(session);
    QVERIFY(test::load(session));
    QSignalSpy changes(&session, &Session::visibilityChanged);

    QVERIFY(model.setData(model.find(QStringLiteral("tripp-meghri")), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(session.visibility().hiddenSegments.contains(QStringLiteral("tripp-meghri")));
    QVERIFY(model.setData(model.find(QStringLiteral("middle-corridor")), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!session.visibility().strand(QStringLiteral("middle-corridor"), QStringLiteral("btk-georgia")));
    QVERIFY(model.setData(layerRow(model, QStringLiteral("graticule")), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(session.visibility().layer(QStringLiteral("graticule")));
    QCOMPARE(changes.size(), 3);
    QVERIFY(!model.setData(model.find(QStringLiteral("bri")), Qt::Unchecked, Qt::CheckStateRole));
}

void LayerTreeTest::visibilityChangesBoxes()
{
    Session session(test::cleanOptions());
    const LayerModel model(session);
    QVERIFY(test::load(session));
    const QModelIndex row = model.find(QStringLiteral("tripp-meghri"));
    QCOMPARE(row.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    Visibility visibility;
    visibility.hiddenSegments.insert(QStringLiteral("tripp-meghri"));
    session.setVisibility(visibility);
    QCOMPARE(row.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

void LayerTreeTest::rowAndSelectionFollowEachOther()
{
    Session session(test::cleanOptions());
    LayerTree tree(session);
    tree.resize(280, 700);
    tree.show();
    QVERIFY(test::load(session));

    session.setCorridor(QStringLiteral("zangezur"));
    session.selection().selectSubject(QStringLiteral("baku-alat"));
    QModelIndex current = tree.view()->currentIndex();
    QCOMPARE(current.data(LayerModel::IdRole).toString(), QStringLiteral("baku-alat"));
    QCOMPARE(current.data(LayerModel::CorridorRole).toString(), QStringLiteral("zangezur"));

    session.setCorridor(QStringLiteral("middle-corridor"));
    current = tree.view()->currentIndex();
    QCOMPARE(current.data(LayerModel::CorridorRole).toString(), QStringLiteral("middle-corridor"));

    const QModelIndex wanted = tree.viewIndex(tree.model()->find(QStringLiteral("kars-dilucu")));
    tree.view()->scrollTo(wanted);
    const QRect rect = tree.view()->visualRect(wanted);
    QTest::mouseClick(tree.view()->viewport(), Qt::LeftButton, {}, rect.center());
    QCOMPARE(session.selection().subject(), QStringLiteral("kars-dilucu"));
    QCOMPARE(session.corridor(), QStringLiteral("zangezur"));
    QTest::keyClick(tree.view(), Qt::Key_Down);
    QVERIFY(session.selection().subject() != QStringLiteral("kars-dilucu"));
}

void LayerTreeTest::filterFindsAnySpelling()
{
    Session session(test::cleanOptions());
    LayerTree tree(session);
    tree.show();
    QVERIFY(test::load(session));
    auto *filter = tree.findChild<QLineEdit *>();
    QTest::keyClicks(filter, QStringLiteral("meghri"));
    QVERIFY(contains(*tree.view()->model(), QStringLiteral("tripp-meghri")));
    QVERIFY(!contains(*tree.view()->model(), QStringLiteral("tap-italy")));
    filter->clear();
    QVERIFY(contains(*tree.view()->model(), QStringLiteral("tap-italy")));
}

void LayerTreeTest::clickOnBoxHidesTheLine()
{
    Session session(test::cleanOptions());
    LayerTree tree(session);
    tree.resize(280, 900);
    tree.show();
    QVERIFY(test::load(session));
    const QModelIndex row = tree.viewIndex(tree.model()->find(QStringLiteral("tripp-meghri")));
    tree.view()->scrollTo(row);
    const QPoint box = LayerDelegate::checkBoxRect(tree.view()->visualRect(row)).center();
    QTest::mouseClick(tree.view()->viewport(), Qt::LeftButton, {}, box);
    QVERIFY(session.visibility().hiddenSegments.contains(QStringLiteral("tripp-meghri")));
}

QTEST_MAIN(LayerTreeTest)
#include "LayerTreeTest.moc"
