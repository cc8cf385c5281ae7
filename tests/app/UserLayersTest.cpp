// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "canvas/MapCanvas.h"
#include "layers/LayerLooks.h"
#include "layers/LayerMenu.h"
#include "layers/LayerReportDialog.h"
#include "layers/LayerStyleDialog.h"
#include "map/MapPainter.h"
#include "panels/LayerModel.h"
#include "panels/LayerTree.h"
#include "window/MainWindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QSlider>
#include <QTemporaryDir>
#include <QTreeView>

using namespace ca;

namespace {

const char *areas = R"({"type":"FeatureCollection","features":[
  {"type":"Feature","properties":{"name":"Field"},"geometry":{"type":"Polygon","coordinates":[[[44,39.6],[46.5,39.6],[46.5,41],[44,41],[44,39.6]]]}},
  {"type":"Feature","properties":{"name":"Nothing"},"geometry":null},
  {"type":"Feature","properties":{"name":"Bow"},"geometry":{"type":"Polygon","coordinates":[[[47,40],[48,41],[48,40],[47,41],[47,40]]]}}]})";

const char *mixed = R"({"type":"FeatureCollection","features":[
  {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[45,40]}},
  {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[45,40],[46,41]]}}]})";

class Files {
public:
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    /// A red picture of the plain around Gyumri, with its world file.
    QString writePicture() const
    {
        QImage image(40, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString path = m_folder.filePath("plain.png");
        write("plain.pgw", "0.05\n0\n0\n-0.05\n43.025\n41.475\n");
        write("plain.prj", "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                           "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]");
        return image.save(path) ? path : QString();
    }

private:
    QTemporaryDir m_folder;
};

/// Adds a file and waits until its layers can be drawn; their ids.
QStringList addAndWait(Session &session, const QString &path)
{
    QStringList ids;
    QObject guard;
    QObject::connect(&session.layers(), &LayerList::added, &guard, [&](const QStringList &added) { ids = added; });
    session.layers().add(path);
    const bool done = QTest::qWaitFor([&] { return !ids.isEmpty() && session.layers().userLayers().size() == session.layers().entries().size(); }, 20000);
    return done ? ids : QStringList();
}

QImage pictureOf(const Session &session, LatLon at)
{
    MapView view{session.scene()->projection(), session.scene()->projection()->forward(at), 500, QSizeF(60, 40)};
    RenderRequest request = session.request(view, 1);
    request.labels = request.cornerCredit = false;
    return MapPainter::render(request);
}

double redShare(const QImage &image)
{
    int red = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            red += image.pixelColor(x, y).red() > 250 && image.pixelColor(x, y).green() < 5;
    }
    return double(red) / (image.width() * image.height());
}

QModelIndex rowOf(const QAbstractItemModel &model, const QString &id, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data(LayerModel::KindRole).toInt() == int(LayerModel::Kind::UserLayer) && index.data(LayerModel::IdRole).toString() == id)
            return index;
        if (const QModelIndex below = rowOf(model, id, index); below.isValid())
            return below;
    }
    return {};
}

} // namespace

class UserLayersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void badFeaturesAreReportedAndTheRestIsDrawn();
    void kindsOfGeometryBecomeLayers();
    void pictureLiesUnderBorders();
    void unreadableFileSaysWhy();
    void boxHidesAndDeleteRemoves();
    void orderCanBeChanged();
    void dialogChangesTheLookAndTakesItBack();
    void otherProjectionKeepsTheLayers();
    void dropTellsLayersFromArticles();
    void treeStaysAsItWasOpened();
    void clickOnAFeatureTellsWhatTheFileSays();

private:
    Files m_files;
    std::unique_ptr<Session> m_session;
};

void UserLayersTest::initTestCase()
{
    m_session = std::make_unique<Session>(test::cleanOptions());
    QVERIFY(test::load(*m_session));
}

void UserLayersTest::cleanup()
{
    while (!m_session->layers().entries().empty())
        m_session->layers().remove(m_session->layers().entries().front().id);
}

void UserLayersTest::badFeaturesAreReportedAndTheRestIsDrawn()
{
    const LatLon inside{40.3, 45.2};
    const QImage before = pictureOf(*m_session, inside);
    QSignalSpy messages(m_session.get(), &Session::message);
    const QStringList ids = addAndWait(*m_session, m_files.write("areas.geojson", areas));
    QCOMPARE(ids.size(), 1);
    QVERIFY(pictureOf(*m_session, inside) != before);
    const LayerList::Entry *entry = m_session->layers().entry(ids.front());
    QCOMPARE(entry->data->report.count(LayerFault::NoGeometry), std::uint64_t(1));
    QCOMPARE(entry->data->report.count(LayerFault::CrossingRings), std::uint64_t(1));
    QCOMPARE(messages.size(), 1);
    QVERIFY(messages.front().at(1).toString().contains("areas"));
    LayerReportDialog dialog(*entry->data);
    const QString text = dialog.findChild<QTextBrowser *>()->toPlainText();
    QVERIFY2(text.contains("GeoJSON") && text.contains(entry->data->remarks().front()), qPrintable(text));
}

void UserLayersTest::kindsOfGeometryBecomeLayers()
{
    const QStringList ids = addAndWait(*m_session, m_files.write("mixed.geojson", mixed));
    QCOMPARE(ids.size(), 2);
    QCOMPARE(m_session->layers().entry(ids[0])->data->table->kind, GeometryKind::Point);
    QCOMPARE(m_session->layers().entry(ids[1])->data->table->kind, GeometryKind::Line);
    QVERIFY(colorOf(m_session->layers().entry(ids[0])->style) != colorOf(m_session->layers().entry(ids[1])->style));
}

void UserLayersTest::pictureLiesUnderBorders()
{
    const QStringList ids = addAndWait(*m_session, m_files.writePicture());
    QCOMPARE(ids.size(), 1);
    const QImage seen = pictureOf(*m_session, {41.2, 43.9});
    QVERIFY2(redShare(seen) > 0.8, qPrintable(QString::number(redShare(seen))));
    LayerStyle style = m_session->layers().entry(ids.front())->style;
    style.opacity = 0.5;
    m_session->layers().setStyle(ids.front(), style);
    QCOMPARE(redShare(pictureOf(*m_session, {41.2, 43.9})), 0.0);
}

void UserLayersTest::unreadableFileSaysWhy()
{
    QSignalSpy messages(m_session.get(), &Session::message);
    m_session->layers().add(m_files.write("broken.gpkg", "this is no database"));
    QTRY_COMPARE_WITH_TIMEOUT(messages.size(), 1, 30000);
    QVERIFY(messages.front().at(1).toString().contains("broken.gpkg"));
    QCOMPARE(messages.front().at(0).value<Session::Severity>(), Session::Severity::Error);
    QVERIFY(m_session->layers().entries().empty());
    QVERIFY(m_session->layers().reading().isEmpty());
}

void UserLayersTest::boxHidesAndDeleteRemoves()
{
    LayerTree tree(*m_session);
    tree.resize(300, 600);
    const LatLon inside{40.3, 45.2};
    const QImage without = pictureOf(*m_session, inside);
    const QStringList ids = addAndWait(*m_session, m_files.write("areas.geojson", areas));
    const QModelIndex row = rowOf(*tree.model(), ids.front());
    QVERIFY(row.isValid());
    QCOMPARE(row.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(tree.model()->setData(row, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(pictureOf(*m_session, inside), without);
    tree.show();
    tree.view()->setCurrentIndex(tree.viewIndex(row));
    tree.view()->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&tree));
    QTest::keyClick(tree.view(), Qt::Key_Delete);
    QVERIFY(m_session->layers().entries().empty());
    QVERIFY(!rowOf(*tree.model(), ids.front()).isValid());
    m_session->setVisibility({});
}

void UserLayersTest::orderCanBeChanged()
{
    const QString lower = addAndWait(*m_session, m_files.write("areas.geojson", areas)).value(0);
    const QString upper = addAndWait(*m_session, m_files.write("more.geojson", areas)).value(0);
    LayerModel model(*m_session);
    QVERIFY(rowOf(model, upper).row() < rowOf(model, lower).row());
    QMenu menu;
    fillLayerMenu(menu, m_session->layers(), lower, nullptr, [](const GeoBox &) {});
    const auto actions = menu.actions();
    const auto up = std::find_if(actions.begin(), actions.end(), [](const QAction *action) { return action->text() == "Move &up"; });
    QVERIFY(up != actions.end());
    (*up)->trigger();
    QVERIFY(rowOf(model, lower).row() < rowOf(model, upper).row());
    QCOMPARE(m_session->layers().userLayers().back().id, lower);
    m_session->layers().move(lower, 5);
    m_session->layers().move("unknown", 1);
    QCOMPARE(m_session->layers().userLayers().back().id, lower);
}

void UserLayersTest::dialogChangesTheLookAndTakesItBack()
{
    const QString id = addAndWait(*m_session, m_files.write("areas.geojson", areas)).value(0);
    LayerList &layers = m_session->layers();
    const LayerStyle before = layers.entry(id)->style;
    {
        LayerStyleDialog dialog(layers, id);
        dialog.findChild<QDoubleSpinBox *>("size")->setValue(4);
        dialog.findChild<QSlider *>("opacity")->setValue(40);
        dialog.findChild<QCheckBox *>("fill")->setChecked(false);
        auto *labels = dialog.findChild<QComboBox *>("labels");
        labels->setCurrentIndex(labels->findText("name"));
        QCOMPARE(layers.entry(id)->style.line.width, 4.0);
        QCOMPARE(layers.entry(id)->style.opacity, 0.4);
        QVERIFY(!layers.entry(id)->style.fill.isValid());
        QCOMPARE(layers.entry(id)->style.labelColumn, QStringLiteral("name"));
        dialog.reject();
    }
    QCOMPARE(layers.entry(id)->style, before);
    LayerStyleDialog dialog(layers, id);
    QSignalSpy finished(&dialog, &QDialog::finished);
    layers.remove(id);
    QCOMPARE(finished.size(), 1);
}

void UserLayersTest::otherProjectionKeepsTheLayers()
{
    QVERIFY(!addAndWait(*m_session, m_files.write("areas.geojson", areas)).isEmpty());
    QVERIFY(!addAndWait(*m_session, m_files.writePicture()).isEmpty());
    const Look before = m_session->look();
    Look mercator = before;
    mercator.projection = QStringLiteral("EPSG:3857");
    m_session->setLook(mercator);
    QVERIFY(QTest::qWaitFor([&] {
        return m_session->scene()->projection()->definition() == mercator.projection && m_session->layers().userLayers().size() == 2;
    }, 20000));
    QVERIFY(redShare(pictureOf(*m_session, {41.2, 43.9})) > 0.8);
    m_session->setLook(before);
    QVERIFY(QTest::qWaitFor([&] { return m_session->scene()->projection()->definition() == before.projection; }, 20000));
}

void UserLayersTest::dropTellsLayersFromArticles()
{
    MainWindow window(*m_session);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(m_files.write("areas.geojson", areas))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &enter);  // makes the window the drag's target
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &drop);
    QVERIFY(QTest::qWaitFor([&] { return m_session->layers().entries().size() == 1; }, 20000));
    QVERIFY(!looksLikeMapData("/articles/one.txt"));
    QVERIFY(looksLikeMapData("/maps/Rails.SHP"));
}

void UserLayersTest::treeStaysAsItWasOpened()
{
    LayerTree tree(*m_session);
    QTreeView &view = *tree.view();
    const auto corridors = [&view] { return view.model()->match(view.model()->index(0, 0), Qt::DisplayRole, "Corridors").value(0); };
    const QModelIndex second = view.model()->index(1, 0, corridors());
    const QString title = second.data().toString();
    view.expand(second);
    QVERIFY(!addAndWait(*m_session, m_files.write("areas.geojson", areas)).isEmpty());
    const QModelIndex again = view.model()->index(1, 0, corridors());
    QVERIFY(view.isExpanded(view.model()->index(0, 0)));  // the new group
    QCOMPARE(view.model()->index(0, 0).data().toString(), QStringLiteral("My layers"));
    QCOMPARE(again.data().toString(), title);
    QVERIFY(view.isExpanded(again));
}

void UserLayersTest::clickOnAFeatureTellsWhatTheFileSays()
{
    MainWindow window(*m_session);
    window.resize(1100, 700);
    window.show();
    const QString id = addAndWait(*m_session, m_files.write("areas.geojson", areas)).value(0);
    MapCanvas &canvas = *window.canvas();
    canvas.goTo({40.3, 45.2}, 20);
    const QPoint middle = canvas.rect().center();
    const auto hits = canvas.hitsAt(middle);
    QVERIFY(!hits.empty());
    QCOMPARE(hits.front().kind, Hit::Kind::Feature);
    QCOMPARE(hits.front().id, id);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, middle);
    const auto *dialog = window.findChild<QDialog *>("feature");
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QTextBrowser *>()->toPlainText().contains("Field"));
}

QTEST_MAIN(UserLayersTest)
#include "UserLayersTest.moc"
