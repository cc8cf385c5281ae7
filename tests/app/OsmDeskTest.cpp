// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "canvas/MapCanvas.h"
#include "geo/Geodesic.h"
#include "layers/LayerList.h"
#include "layers/OsmLooks.h"
#include "map/Scene.h"
#include "osm/BaseMapSwitch.h"
#include "osm/ExtractReader.h"
#include "osm/MatchDialog.h"
#include "osm/OsmDesk.h"
#include "osm/RouteMatcher.h"
#include "osm/TaskBar.h"
#include "panels/SegmentSheet.h"
#include "project/MatchedAtlas.h"
#include "project/Project.h"
#include "support/TestData.h"
#include "window/LinkHandler.h"
#include "window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace ca;

namespace {

const QString segmentId = QStringLiteral("alat-horadiz");
constexpr double aside = 0.0002;   // degrees: how far the made-up track is from the bundled line

/// A made-up extract: a railway beside the bundled line of a segment as two ways, a bit of another under construction, a lake,
/// a town.
QByteArray madeUpExtract(const GeoLine &bundled)
{
    QByteArray nodes, first, second;
    const auto corner = [](int id, const char *lat, const char *lon) {
        return "<node id='" + QByteArray::number(id) + "' version='1' lat='" + lat + "' lon='" + lon + "'/>\n";
    };
    nodes += corner(1, "40.0", "45.0") + corner(2, "40.0", "45.1") + corner(3, "40.1", "45.1") + corner(4, "40.3", "45.0") + corner(5, "40.3", "45.3");
    nodes += "<node id='6' version='3' lat='40.2' lon='45.2'><tag k='place' v='town'/><tag k='name' v='Made Up'/></node>\n";
    const std::size_t middle = bundled.size() / 2;
    for (std::size_t i = 0; i < bundled.size(); ++i) {
        const QByteArray id = QByteArray::number(20000000001LL + qint64(i));
        nodes += "<node id='" + id + "' version='1' lat='" + QByteArray::number(bundled[i].lat + aside, 'f', 7) + "' lon='"
            + QByteArray::number(bundled[i].lon, 'f', 7) + "'/>\n";
        const QByteArray ref = "<nd ref='" + id + "'/>";
        if (i <= middle)
            first += ref;
        if (i >= middle)
            second += ref;
    }
    return "<?xml version='1.0'?><osm version='0.6'><bounds minlat='38' minlon='44' maxlat='42' maxlon='50'/>" + nodes
        + "<way id='101' version='2' timestamp='2026-02-26T00:00:00Z'>" + first + "<tag k='railway' v='rail'/></way>"
        + "<way id='102' version='1' timestamp='2026-02-25T00:00:00Z'>" + second + "<tag k='railway' v='rail'/></way>"
        + "<way id='103' version='1'><nd ref='4'/><nd ref='5'/><tag k='railway' v='construction'/><tag k='construction' v='rail'/></way>"
        + "<way id='104' version='1'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='1'/><tag k='natural' v='water'/></way>"
        + "</osm>";
}

/// Opens the box and clicks the row, as a user does.
bool choose(QComboBox &box, const QString &text)
{
    const int row = box.findText(text);
    QAbstractItemView *list = box.view();
    if (row < 0)
        return false;
    QTest::mouseClick(&box, Qt::LeftButton, {}, box.rect().center());
    if (!QTest::qWaitFor([&] { return list->isVisible(); }, 5000))
        return false;
    QTest::qWait(QApplication::doubleClickInterval() + 50);   // until then the list takes a click for the end of the one that opened it
    const QModelIndex index = box.model()->index(row, 0);
    list->scrollTo(index);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    return QTest::qWaitFor([&] { return !list->isVisible() && box.currentIndex() == row; }, 5000);
}

} // namespace

class OsmDeskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void importMakesLayersOfASet();
    void baseMapIsSwitched();
    void railsAloneGiveNoBaseMap();
    void damagedExtractChangesNothing();
    void importIsStopped();
    void setsAreSwitchedAndRemoved();
    void droppedExtractsAreImported();
    void matchDialogIsFilledByMouse();
    void matchIsReviewedAndAccepted();
    void partialTrackIsDrawnWithTheBundledLine();
    void bundledLineIsKept();
    void acceptedLinesMeetTheirNeighbours();
    void overpassAnswersAreToldFromOtherJson();

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_files->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    [[nodiscard]] OsmDesk &desk() const { return *m_window->osm(); }
    [[nodiscard]] QPushButton &button(const char *name) const { return *m_window->findChild<QPushButton *>(QLatin1String(name)); }
    bool import(const QString &file)
    {
        QSignalSpy done(&desk(), &OsmDesk::imported);
        desk().import({file});
        return QTest::qWaitFor([&] { return done.count() == 1; }, 20000)
            && QTest::qWaitFor([&] { return m_session->layers().reading().isEmpty(); }, 20000);
    }
    bool matchSegment(const QString &file)
    {
        QSignalSpy done(&desk(), &OsmDesk::matched);
        desk().match({file}, {segmentId});
        return QTest::qWaitFor([&] { return done.count() == 1; }, 20000);
    }
    [[nodiscard]] bool placeOnMap(const QString &name) const;
    [[nodiscard]] QStringList layerTitles() const
    {
        QStringList titles;
        for (const LayerList::Entry &entry : m_session->layers().entries())
            titles << entry.data->name + u'/' + entry.data->state;
        return titles;
    }

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    QString m_extract;
    QStringList m_messages;
};

void OsmDeskTest::initTestCase()
{
    m_files = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Session>(test::cleanOptions());
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->resize(1400, 900);
    m_window->show();
    QVERIFY(test::load(*m_session));
    connect(m_session.get(), &Session::message, this, [this](Session::Severity, const QString &text) { m_messages << text; });
    m_extract = write(QStringLiteral("made-up.osm"), madeUpExtract(m_session->atlas()->segment(segmentId)->line()));
    QVERIFY(!m_extract.isEmpty());
}

void OsmDeskTest::cleanup()
{
    m_messages.clear();
    desk().show(nullptr);
    for (const OsmSet &set : desk().sets().all())
        desk().remove(set);
    QVERIFY(desk().sets().all().empty());
}

void OsmDeskTest::importMakesLayersOfASet()
{
    QVERIFY(import(m_extract));
    const auto sets = desk().sets().all();
    QCOMPARE(sets.size(), std::size_t(1));
    QCOMPARE(sets.front().name, QStringLiteral("made-up"));
    QCOMPARE(sets.front().files, QStringList{m_extract});
    const QStringList titles = layerTitles();
    for (const char *wanted : {"railways/", "railways/construction", "lakes/", "places/"})
        QVERIFY2(titles.contains(QLatin1String(wanted)), qPrintable(titles.join(u' ')));
    QVERIFY2(std::none_of(titles.begin(), titles.end(), [](const QString &title) { return title.startsWith(QLatin1String("railways_")); }), qPrintable(titles.join(u' ')));
    for (const LayerList::Entry &entry : m_session->layers().entries()) {
        QVERIFY(entry.data->credit.text.contains(QLatin1String("OpenStreetMap")));
        const QString object = osmlayers::objectOf(*entry.data->table, 0);
        QVERIFY2(object.startsWith(QLatin1String("way/")) || object.startsWith(QLatin1String("node/")), qPrintable(object));
    }
    QVERIFY(!desk().taskBar()->isVisible());
    QVERIFY(std::any_of(m_messages.begin(), m_messages.end(), [](const QString &text) { return text.contains(QLatin1String("Imported made-up")); }));
}

bool OsmDeskTest::placeOnMap(const QString &name) const
{
    const FeatureTable &places = *m_session->scene()->base().placeTable;
    const int column = places.columnIndex(QStringLiteral("name"));
    for (std::size_t f = 0; f < places.featureCount(); ++f) {
        if (places.columns[std::size_t(column)].values.text(f) == name)
            return true;
    }
    return false;
}

/// The scene over a base map of the extracts and back, without the layers being shown, and with the set's end.
void OsmDeskTest::baseMapIsSwitched()
{
    QVERIFY(import(m_extract));
    const OsmSet set = desk().sets().all().front();
    desk().show(nullptr);
    QVERIFY(!placeOnMap(QStringLiteral("Made Up")));
    const auto creditsOfPlaces = [this] {
        const auto &credits = m_session->scene()->base().credits;
        return std::count_if(credits.begin(), credits.end(), [](const Credit &credit) { return credit.layer == QLatin1String("places"); });
    };
    const auto bundledCredits = creditsOfPlaces();
    QSignalSpy changed(desk().baseMap(), &BaseMapSwitch::changed), drawn(m_session.get(), &Session::sceneChanged), told(m_session.get(), &Session::baseMapChanged);
    desk().useAsBaseMap(&set);
    QVERIFY(desk().busy() && desk().taskBar()->isVisible());
    QVERIFY(QTest::qWaitFor([&] { return changed.count() == 1 && drawn.count() == 1; }, 180000));
    QVERIFY(!desk().busy() && QFile::exists(set.baseMapFile()) && desk().baseMap()->uses(set));
    QVERIFY(placeOnMap(QStringLiteral("Made Up")));
    QVERIFY(creditsOfPlaces() > bundledCredits);
    QVERIFY2(m_messages.back().contains(QLatin1String("base map is now that of made-up")), qPrintable(m_messages.back()));
    QVERIFY(m_session->layers().entries().empty());

    desk().useAsBaseMap(nullptr);
    QVERIFY(QTest::qWaitFor([&] { return drawn.count() == 2; }, 60000));
    QVERIFY(!placeOnMap(QStringLiteral("Made Up")));
    desk().useAsBaseMap(&set);   // as made before
    QVERIFY(!desk().busy());
    QVERIFY(QTest::qWaitFor([&] { return drawn.count() == 3; }, 60000));
    QVERIFY(placeOnMap(QStringLiteral("Made Up")));
    desk().remove(set);
    QVERIFY(QTest::qWaitFor([&] { return drawn.count() == 4; }, 60000));
    QVERIFY(!placeOnMap(QStringLiteral("Made Up")) && m_session->baseMapFile().isEmpty());
    QCOMPARE(told.count(), 4);
}

void OsmDeskTest::railsAloneGiveNoBaseMap()
{
    QVERIFY(import(write(QStringLiteral("rails.osm"), "<?xml version='1.0'?><osm version='0.6'><node id='1' version='1' lat='40' lon='45'/>"
                                                      "<node id='2' version='1' lat='40' lon='46'/><way id='3' version='1'><nd ref='1'/><nd ref='2'/>"
                                                      "<tag k='railway' v='rail'/></way></osm>")));
    const OsmSet set = desk().sets().all().front();
    QSignalSpy failed(desk().baseMap(), &BaseMapSwitch::failed);
    desk().useAsBaseMap(&set);
    QVERIFY(QTest::qWaitFor([&] { return failed.count() == 1; }, 60000));
    QVERIFY2(m_messages.back().contains(QLatin1String("no base map can be made")), qPrintable(m_messages.back()));
    QVERIFY(m_session->baseMapFile().isEmpty() && !QFile::exists(set.baseMapFile()) && !desk().busy());
}

void OsmDeskTest::damagedExtractChangesNothing()
{
    const QString broken = write(QStringLiteral("broken.osm"), madeUpExtract(m_session->atlas()->segment(segmentId)->line()).left(4000));
    QSignalSpy failed(&desk(), &OsmDesk::importFailed);
    desk().import({broken});
    QVERIFY(QTest::qWaitFor([&] { return failed.count() == 1; }, 20000));
    QCOMPARE(m_messages.size(), 1);
    QVERIFY2(m_messages.front().contains(QLatin1String("broken.osm")), qPrintable(m_messages.front()));
    QVERIFY(desk().sets().all().empty() && m_session->layers().entries().empty() && m_session->layers().reading().isEmpty());
    m_messages.clear();
    desk().match({broken}, {segmentId});
    QSignalSpy unmatched(&desk(), &OsmDesk::matchFailed);
    QVERIFY(QTest::qWaitFor([&] { return unmatched.count() == 1; }, 20000));
    QCOMPARE(m_messages.size(), 1);
    QVERIFY(m_session->project().matches().empty() && desk().review()->rows().empty());
}

void OsmDeskTest::importIsStopped()
{
    QSignalSpy failed(&desk(), &OsmDesk::importFailed);
    desk().import({m_extract});
    QVERIFY(desk().taskBar()->isVisible());
    // Before the worker's end is told: the stop counts, whatever it had done by then.
    QTest::mouseClick(desk().taskBar()->findChild<QWidget *>(QStringLiteral("stopTask")), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return failed.count() == 1; }, 20000));
    QVERIFY(desk().sets().all().empty() && m_session->layers().entries().empty() && !desk().busy());
}

void OsmDeskTest::setsAreSwitchedAndRemoved()
{
    QVERIFY(import(m_extract));
    const OsmSet first = desk().sets().all().front();
    QVERIFY(import(m_extract));
    const auto sets = desk().sets().all();
    QCOMPARE(sets.size(), std::size_t(2));
    QCOMPARE(sets.back().name, QStringLiteral("made-up (2)"));
    const auto onlyOf = [&](const OsmSet &set) {
        const auto &entries = m_session->layers().entries();
        return !entries.empty() && std::all_of(entries.begin(), entries.end(), [&](const LayerList::Entry &entry) { return entry.data->path == set.layersFile(); });
    };
    QVERIFY(onlyOf(sets.back()));
    desk().show(&first);
    QVERIFY(QTest::qWaitFor([&] { return m_session->layers().reading().isEmpty(); }, 20000));
    QVERIFY(onlyOf(first));
    desk().remove(first);
    QVERIFY(m_session->layers().entries().empty());
    QCOMPARE(desk().sets().all().size(), std::size_t(1));
    QVERIFY(QFile::exists(m_extract));
}

void OsmDeskTest::droppedExtractsAreImported()
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(m_extract)});
    QSignalSpy done(&desk(), &OsmDesk::imported);
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &enter);  // makes the window the drag's target
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(QTest::qWaitFor([&] { return done.count() == 1; }, 20000));
    QVERIFY(QTest::qWaitFor([&] { return m_session->layers().reading().isEmpty(); }, 20000));
}

void OsmDeskTest::matchDialogIsFilledByMouse()
{
    QVERIFY(import(m_extract));
    m_session->selection().selectSubject(segmentId);
    auto *action = m_window->findChild<QAction *>(QStringLiteral("matchCorridors"));
    QVERIFY(action);
    action->trigger();
    auto *dialog = m_window->findChild<MatchDialog *>(QStringLiteral("matchDialog"));
    QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
    auto *source = dialog->findChild<QComboBox *>(QStringLiteral("matchSource")), *scope = dialog->findChild<QComboBox *>(QStringLiteral("matchScope"));
    auto *start = dialog->findChild<QPushButton *>(QStringLiteral("startMatch"));
    QVERIFY(start->isEnabled());
    QVERIFY(choose(*source, MatchDialog::tr("Files …")));
    QVERIFY(!start->isEnabled());   // none are chosen
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY(dialog->isVisible() && !desk().busy());
    QVERIFY(choose(*source, QStringLiteral("made-up")));
    QCOMPARE(dialog->files(), QStringList{m_extract});
    const QStringList all = dialog->segments();
    QCOMPARE(all.size(), qsizetype(m_session->atlas()->data().segments.size()));
    QVERIFY(choose(*scope, scope->itemText(scope->count() - 1)));   // a corridor
    QVERIFY(!dialog->segments().isEmpty() && dialog->segments().size() < all.size());
    QVERIFY(choose(*scope, m_session->nameOf(segmentId)));
    QCOMPARE(dialog->segments(), QStringList{segmentId});
    QSignalSpy done(&desk(), &OsmDesk::matched);
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return done.count() == 1; }, 20000));
    QVERIFY(QTest::qWaitFor([&] { return !m_window->findChild<MatchDialog *>(QStringLiteral("matchDialog")); }, 5000));
    QCOMPARE(desk().review()->rows().size(), std::size_t(1));
    QCOMPARE(desk().review()->rows().front().segment, segmentId);
}

void OsmDeskTest::partialTrackIsDrawnWithTheBundledLine()
{
    // Of the two ways only the first: the track ends half-way.
    QByteArray half = madeUpExtract(m_session->atlas()->segment(segmentId)->line());
    half.replace("<way id='102' version='1' timestamp='2026-02-25T00:00:00Z'>", "<way id='102' version='1'><tag k='highway' v='path'/>").replace(
        "<tag k='railway' v='rail'/></way><way id='103'", "</way><way id='103'");
    const QString file = write(QStringLiteral("half.osm"), half);
    const GeoLine bundled = m_session->atlas()->segment(segmentId)->line();
    QVERIFY(matchSegment(file));
    const MatchRow row = desk().review()->rows().front();
    QVERIFY2(!row.found->hasRoute() && row.found->hasTrack(), qPrintable(row.found->text));
    auto *tree = m_window->findChild<QTreeWidget *>(QStringLiteral("matchTree"));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(tree->topLevelItem(0)).topLeft() + QPoint(20, 5));
    QVERIFY(!button("acceptAll").isEnabled());   // that is for what is matched from end to end
    QVERIFY(button("acceptMatch").isEnabled() && button("acceptMatch").toolTip().contains(QLatin1String("bundled line for the rest")));
    QSignalSpy redrawn(m_session.get(), &Session::sceneChanged);
    QTest::mouseClick(&button("acceptMatch"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return redrawn.count() == 1; }, 20000));
    const std::vector<Leg> legs = m_session->atlas()->segment(segmentId)->legs;
    QVERIFY(legs.size() >= 3);
    QVERIFY(legs.front().refs == QLatin1String("way/101") && legs.front().dataDate == QLatin1String("2026-02-26"));
    QVERIFY(legs.back().dataDate.isEmpty() && legs.back().provenance == m_session->bundledAtlas()->segment(segmentId)->legs.back().provenance);
    QCOMPARE(legs.back().line.back(), bundled.back());
    QVERIFY(m_window->sheet()->toPlainText().contains(QLatin1String("Drawn in part from OpenStreetMap")));
    QTest::mouseClick(&button("forgetMatch"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return redrawn.count() == 2; }, 20000));
    QCOMPARE(m_session->atlas()->segment(segmentId)->line(), bundled);
}

void OsmDeskTest::matchIsReviewedAndAccepted()
{
    const GeoLine bundled = m_session->atlas()->segment(segmentId)->line();
    QVERIFY(matchSegment(m_extract));
    MatchReview &review = *desk().review();
    QVERIFY(review.isVisible());
    QCOMPARE(review.rows().size(), std::size_t(1));
    QVERIFY2(review.rows().front().found->hasRoute(), qPrintable(review.rows().front().found->text));
    QVERIFY(m_session->project().matches().empty());   // nothing is accepted without a click

    auto *tree = m_window->findChild<QTreeWidget *>(QStringLiteral("matchTree"));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(tree->topLevelItem(0)).topLeft() + QPoint(20, 5));
    QCOMPARE(m_window->canvas()->overlay().lines().size(), std::size_t(2));
    QCOMPARE(m_session->selection().subject(), segmentId);

    QSignalSpy redrawn(m_session.get(), &Session::sceneChanged);
    QTest::mouseClick(&button("acceptMatch"), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return redrawn.count() == 1; }, 20000));
    const Segment &drawn = *m_session->atlas()->segment(segmentId);
    const LatLon middle = bundled[bundled.size() / 2];
    const GeoLine line = drawn.line();
    QVERIFY(std::any_of(line.begin(), line.end(), [&](LatLon at) { return std::abs(at.lat - middle.lat - aside) < 1e-6 && std::abs(at.lon - middle.lon) < 1e-6; }));
    QVERIFY(drawn.legs.front().refs.contains(QLatin1String("way/101")));
    QCOMPARE(m_session->bundledAtlas()->segment(segmentId)->line(), bundled);
    QCOMPARE(m_session->scene()->atlas().segment(segmentId)->line(), drawn.line());
    QVERIFY(test::pointOn(*m_session, *m_window->canvas(), segmentId, 1, 99));

    const QString sheet = m_window->sheet()->toPlainText();
    QVERIFY2(sheet.contains(QLatin1String("Drawn from OpenStreetMap")), qPrintable(sheet));
    QVERIFY2(sheet.indexOf(QLatin1String("Drawn from OpenStreetMap")) < sheet.indexOf(QLatin1String("measured on the ellipsoid")), qPrintable(sheet));
    QUrl opened;
    m_window->links()->setOpener([&](const QUrl &url) { opened = url; return true; });
    QVERIFY(test::clickLink(*m_window->sheet(), QStringLiteral("osm:way/101")));
    QCOMPARE(opened, QUrl(QStringLiteral("https://www.openstreetmap.org/way/101")));

    m_session->project().undoStack().undo();
    QVERIFY(QTest::qWaitFor([&] { return redrawn.count() == 2; }, 20000));
    QCOMPARE(m_session->atlas()->segment(segmentId)->line(), bundled);
    QVERIFY(!m_window->sheet()->toPlainText().contains(QLatin1String("Drawn from OpenStreetMap")));
}

void OsmDeskTest::bundledLineIsKept()
{
    QVERIFY(matchSegment(m_extract));
    auto *tree = m_window->findChild<QTreeWidget *>(QStringLiteral("matchTree"));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Home);
    const GeoLine bundled = m_session->atlas()->segment(segmentId)->line();
    QTest::mouseClick(&button("keepBundled"), Qt::LeftButton);
    QVERIFY(m_session->project().match(segmentId) && !m_session->project().match(segmentId)->drawn);
    QCOMPARE(m_session->atlas()->segment(segmentId)->line(), bundled);
    QVERIFY(m_window->sheet()->toPlainText().contains(QLatin1String("Drawn as bundled")));
    QTest::mouseClick(&button("forgetMatch"), Qt::LeftButton);
    QVERIFY(m_session->project().matches().empty());
    QVERIFY(!button("forgetMatch").isEnabled());
}

/// Each segment that the real extract has some track of drawn alone, then all of them: ends that met still do.
void OsmDeskTest::acceptedLinesMeetTheirNeighbours()
{
    CA_NEED_TEST_DATA();
    constexpr double meet = 50;   // metres; what bundled ends may be apart
    ExtractOptions reading;
    reading.wanted = &wantedForMatching;
    const auto extract = readExtracts({test::externalPath(QStringLiteral("osm/south-caucasus-rail.osm.pbf"))}, reading);
    QVERIFY(extract);
    const auto bundled = m_session->bundledAtlas();
    QStringList ids;
    for (const Segment &segment : bundled->data().segments)
        ids << segment.id;
    const auto found = matchSegments(*extract, *bundled, ids, {});
    std::vector<ProjectMatch> all;
    for (const RouteMatch &match : *found) {
        if (match.hasTrack())
            all.push_back(projectMatch(match, *bundled->segment(match.segment), true));
    }
    QVERIFY(all.size() > 20);
    std::vector<std::vector<ProjectMatch>> choices{all};
    for (const ProjectMatch &match : all)
        choices.push_back({match});
    int moved = 0;
    const auto ends = [](const Segment &segment) { return std::array{segment.legs.front().line.front(), segment.legs.back().line.back()}; };
    for (const auto &choice : choices) {
        const auto drawn = withMatches(bundled, choice);
        for (const ProjectMatch &match : choice) {
            const auto before = ends(*bundled->segment(match.id)), after = ends(*drawn->segment(match.id));
            for (const QString &other : ids) {
                const auto otherBefore = ends(*bundled->segment(other)), otherAfter = ends(*drawn->segment(other));
                for (std::size_t i = 0; i < 4 && other != match.id; ++i) {
                    if (geodesic::distance(before[i / 2], otherBefore[i % 2]) > meet)
                        continue;
                    ++moved;
                    QVERIFY2(geodesic::distance(after[i / 2], otherAfter[i % 2]) <= 1.1 * meet, qPrintable(match.id + u' ' + other));
                }
            }
        }
    }
    QVERIFY(moved > 100);
}

void OsmDeskTest::overpassAnswersAreToldFromOtherJson()
{
    QVERIFY(looksLikeExtract(write(QStringLiteral("answer.json"), R"({"version": 0.6, "osm3s": {}, "elements": []})")));
    QVERIFY(!looksLikeExtract(write(QStringLiteral("map.json"), R"({"type":"FeatureCollection","features":[]})")));
    QVERIFY(looksLikeExtract(QStringLiteral("Azerbaijan-latest.OSM.PBF")));
    QVERIFY(!looksLikeExtract(QStringLiteral("notes.txt")));
}

QTEST_MAIN(OsmDeskTest)
#include "OsmDeskTest.moc"
