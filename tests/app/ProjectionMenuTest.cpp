// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "canvas/MapCanvas.h"
#include "geo/Geodesic.h"
#include "geo/ProjectionChoices.h"
#include "window/ProjectionDialog.h"
#include "window/ProjectionMenu.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

using namespace ca;

namespace {

struct Shown {
    Session session;
    MapCanvas canvas{session};
    QMenu menu;
    ProjectionMenu *projections = new ProjectionMenu(session, canvas, menu);

    explicit Shown(const SessionOptions &options = test::cleanOptions()) : session(options) {}
    bool start()
    {
        canvas.resize(800, 500);
        canvas.show();
        return test::load(session) && QTest::qWaitFor([this] { return canvas.ready(); });
    }
    QAction *action(const QString &title) const
    {
        for (QAction *action : menu.actions()) {
            if (action->text().startsWith(title))
                return action;
        }
        return nullptr;
    }
    QStringList marked() const
    {
        QStringList titles;
        for (QAction *action : menu.actions()) {
            if (action->isChecked())
                titles << action->text();
        }
        return titles;
    }
    bool waitFor(const QString &definition)
    {
        return QTest::qWaitFor([&] { return canvas.view().projection && canvas.view().projection->definition() == definition; }, 30000);
    }
    ProjectionDialog *dialog() const { return canvas.window()->findChild<ProjectionDialog *>(); }
};

} // namespace

class ProjectionMenuTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marksWhatIsInUse();
    void everyChoiceKeepsTheMiddle();
    void anotherProjectionIsDrawn();
    void madeForTheView();
    void dialogOffersWhatIsMeantForThePlace();
    void dialogTellsWhatIsTyped_data();
    void dialogTellsWhatIsTyped();
    void dialogChangesTheMapAndIsRemembered();
    void unusableLookFallsBack();
};

void ProjectionMenuTest::marksWhatIsInUse()
{
    Shown given;
    QCOMPARE(given.marked(), QStringList{QStringLiteral("Lambert conformal conic 38/43° N")});
    Look look = given.session.look();
    look.projection = projections::utmNorth(39);
    given.session.setLook(look);
    QCOMPARE(given.marked(), QStringList{QStringLiteral("UTM zone 39 N")});
    look.projection = Projection::conicFor({20, 30, 60, 50});
    given.session.setLook(look);
    QCOMPARE(given.marked(), QStringList{QStringLiteral("Conic for the present view")});
    look.projection = QStringLiteral("ESRI:54030");
    given.session.setLook(look);
    QCOMPARE(given.marked(), QStringList());
}

void ProjectionMenuTest::everyChoiceKeepsTheMiddle()
{
    Shown given;
    QVERIFY(given.start());
    given.canvas.goTo({39.2, 46.3}, 400);
    const LatLon before = given.canvas.view().toLatLon({400, 250});
    for (QAction *action : given.menu.actions()) {
        if (!action->isCheckable())
            continue;
        action->trigger();
        QVERIFY2(given.waitFor(given.session.look().projection), qPrintable(action->text()));
        const LatLon after = given.canvas.view().toLatLon({400, 250});
        QVERIFY2(geodesic::distance(before, after) < 5, qPrintable(action->text()));
        QVERIFY2(std::abs(given.canvas.view().groundResolution({400, 250}) / 400 - 1) < 0.02, qPrintable(action->text()));
        QCOMPARE(given.marked(), QStringList{action->text()});
    }
}

// The same place at the same scale is another picture all the same.
void ProjectionMenuTest::anotherProjectionIsDrawn()
{
    Shown given;
    QSignalSpy drawn(&given.canvas, &MapCanvas::rendered);
    QVERIFY(given.start());
    QTRY_VERIFY_WITH_TIMEOUT(drawn.size() > 0, 30000);
    QSignalSpy changed(&given.canvas, &MapCanvas::viewChanged);
    given.action(QStringLiteral("UTM zone 38 N"))->trigger();
    QVERIFY(given.waitFor(projections::utmNorth(38)));
    QVERIFY(changed.size() > 0);
    drawn.clear();
    QTRY_VERIFY_WITH_TIMEOUT(drawn.size() > 0, 30000);
}

void ProjectionMenuTest::madeForTheView()
{
    Shown given;
    QVERIFY(!given.action(QStringLiteral("Conic for"))->isEnabled());
    QVERIFY(given.start());
    given.canvas.setView(given.canvas.view().fitted(GeoBox{44, 38.4, 48, 40.6}));
    QVERIFY(given.action(QStringLiteral("Conic for"))->isEnabled());
    given.action(QStringLiteral("Conic for"))->trigger();
    QVERIFY(given.waitFor(given.session.look().projection));
    const auto scales = scaleOver(*given.canvas.view().projection, given.canvas.view().box());
    QVERIFY(scales && scales->least > 0.999 && scales->greatest < 1.001);
    given.canvas.goTo({41.7, 44.8}, 300);
    given.action(QStringLiteral("Azimuthal equal-area"))->trigger();
    QCOMPARE(given.session.look().projection, projections::azimuthal(projections::Azimuthal::EqualArea, {41.7, 44.8}));
    // Again, from elsewhere: made anew.
    QVERIFY(given.waitFor(given.session.look().projection));
    given.canvas.goTo({40.2, 49.5}, 300);
    given.action(QStringLiteral("Azimuthal equal-area"))->trigger();
    QVERIFY(given.session.look().projection.contains(QLatin1String("+lon_0=49.5 ")));
}

void ProjectionMenuTest::dialogOffersWhatIsMeantForThePlace()
{
    ProjectionDialog dialog(defaultExtent(), Projection::defaultDefinition());
    dialog.show();
    QVERIFY(QTest::qWaitFor([&] { return dialog.hasCatalogue() && dialog.check().usable(); }, 30000));
    QVERIFY(dialog.list()->model()->rowCount() > 10);
    dialog.edit()->clear();
    QTest::keyClicks(dialog.edit(), QStringLiteral("wgs 84 utm"));
    QCOMPARE(dialog.list()->model()->index(0, 0).data().toString(), QStringLiteral("WGS 84 / UTM zone 38N"));
    // Down into the list and Enter: no mouse is needed.
    QSignalSpy chosen(&dialog, &ProjectionDialog::chosen);
    QTest::keyClick(dialog.edit(), Qt::Key_Down);
    QCOMPARE(dialog.edit()->text(), QStringLiteral("EPSG:32638"));
    QVERIFY(dialog.list()->model()->rowCount() > 1);
    dialog.accept();
    QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, 30000);
    QCOMPARE(chosen.front().front().toString(), QStringLiteral("EPSG:32638"));
    QVERIFY(!dialog.isVisible());
}

void ProjectionMenuTest::dialogTellsWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("usable");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("number") << QStringLiteral("3857") << true << QStringLiteral("Web Mercator");
    QTest::newRow("string") << QStringLiteral("+proj=laea +lat_0=40 +lon_0=45") << true << QStringLiteral("Lambert azimuthal equal-area 40° N, 45° E");
    QTest::newRow("feet") << QStringLiteral("EPSG:2225") << true << QStringLiteral("ftUS");
    QTest::newRow("degrees") << QStringLiteral("EPSG:4326") << true << QStringLiteral("plate carrée");
    QTest::newRow("no such projection") << QStringLiteral("+proj=nope") << false << QStringLiteral("Unknown projection");
    QTest::newRow("no such code") << QStringLiteral("EPSG:999999") << false << QStringLiteral("crs not found");
    QTest::newRow("impossible") << QStringLiteral("+proj=lcc +lat_1=38 +lat_2=-38") << false << QStringLiteral("lat_1 + lat_2");
}

void ProjectionMenuTest::dialogTellsWhatIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(bool, usable);
    QFETCH(QString, verdict);
    ProjectionDialog dialog(defaultExtent(), Projection::defaultDefinition());
    dialog.show();
    dialog.edit()->clear();
    QTest::keyClicks(dialog.edit(), typed);
    const auto *use = dialog.findChild<QPushButton *>();
    QVERIFY(QTest::qWaitFor([&] { return dialog.check().typed == typed; }, 30000));
    QCOMPARE(dialog.check().usable(), usable);
    const auto *label = dialog.findChild<QLabel *>(QStringLiteral("projectionVerdict"));
    QVERIFY2(label->text().contains(verdict), qPrintable(label->text()));
    QVERIFY(use);
    QSignalSpy chosen(&dialog, &ProjectionDialog::chosen);
    dialog.accept();
    QCOMPARE(chosen.size(), usable ? 1 : 0);
    QCOMPARE(dialog.isVisible(), !usable);
}

void ProjectionMenuTest::dialogChangesTheMapAndIsRemembered()
{
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    SessionOptions options = test::cleanOptions();
    options.remember = true;
    {
        Shown given(options);
        QVERIFY(given.start());
        given.projections->ask();
        ProjectionDialog *dialog = given.dialog();
        QVERIFY(dialog);
        dialog->edit()->setText(QStringLiteral("ESRI:54030"));
        dialog->accept();  // waits for the answer by itself
        QVERIFY(given.waitFor(QStringLiteral("ESRI:54030")));
        QCOMPARE(given.marked(), QStringList{QStringLiteral("World_Robinson")});
    }
    Shown later(options);
    QCOMPARE(later.session.look().projection, QStringLiteral("ESRI:54030"));
    QCOMPARE(later.marked(), QStringList{QStringLiteral("World_Robinson")});
}

void ProjectionMenuTest::unusableLookFallsBack()
{
    Shown given;
    QSignalSpy messages(&given.session, &Session::message);
    Look look = given.session.look();
    look.projection = QStringLiteral("+proj=nowhere");
    given.session.setLook(look);
    QVERIFY(given.start());
    QCOMPARE(given.canvas.view().projection->definition(), Projection::defaultDefinition());
    QCOMPARE(given.session.look().projection, Projection::defaultDefinition());
    QCOMPARE(messages.size(), 1);
}

QTEST_MAIN(ProjectionMenuTest)
#include "ProjectionMenuTest.moc"
