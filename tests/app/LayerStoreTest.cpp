// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/LayerStore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ca;

namespace {

QByteArray squares(int count, const char *name = "square")
{
    QByteArray features;
    for (int i = 0; i < count; ++i) {
        const QByteArray west = QByteArray::number(44 + i), east = QByteArray::number(45 + i);
        features += (i ? "," : "") + QByteArray("{\"type\":\"Feature\",\"properties\":{\"name\":\"") + name + QByteArray::number(i) + "\",\"rank\":"
            + QByteArray::number(i) + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" + west + ",40],[" + east + ",40],[" + east + ",41],["
            + west + ",41],[" + west + ",40]]]}}";
    }
    features += ",{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}";
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
}

template <class T>
bool same(const SharedArray<T> &a, const SharedArray<T> &b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const T &x, const T &y) { return std::memcmp(&x, &y, sizeof x) == 0; });
}

} // namespace

class LayerStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void secondTimeComesPrepared();
    void changedFileIsReadAgain();
    void damagedCacheIsMadeAgain();
    void otherProjectionOfAPreparedLayer();
    void fileThatIsGone();
    void withoutFolder();

private:
    void write(const QByteArray &content) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    [[nodiscard]] QStringList kept() const { return QDir(m_dir->filePath("cache")).entryList(QDir::Files); }
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
    std::unique_ptr<LayerStore> m_store;
    std::shared_ptr<const Projection> m_plane = *Projection::create(Projection::defaultDefinition());
};

void LayerStoreTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = m_dir->filePath("squares.geojson");
    m_store = std::make_unique<LayerStore>(m_dir->filePath("cache"));
    write(squares(3));
}

void LayerStoreTest::secondTimeComesPrepared()
{
    const auto first = m_store->open(m_file, *m_plane);
    QVERIFY2(first.ok(), qPrintable(first.error().text()));
    QCOMPARE(first->size(), std::size_t(1));
    QVERIFY(first->front().data.hasGeometry());
    QCOMPARE(kept().size(), 1);
    const auto second = m_store->open(m_file, *m_plane);
    QVERIFY(second.ok());
    const ReadyLayer &a = first->front(), &b = second->front();
    QVERIFY(!b.data.hasGeometry());
    QCOMPARE(b.data.name, a.data.name);
    QCOMPARE(b.data.title, a.data.title);
    QCOMPARE(b.data.path, a.data.path);
    QCOMPARE(b.data.columns(), a.data.columns());
    QCOMPARE(b.data.remarks(), a.data.remarks());
    QVERIFY(!a.data.remarks().isEmpty());
    QCOMPARE(b.data.report.cases.size(), a.data.report.cases.size());
    QCOMPARE(b.data.report.cases.front().text(), a.data.report.cases.front().text());
    QCOMPARE(b.data.report.featuresRead, a.data.report.featuresRead);
    QVERIFY(b.data.extent == a.data.extent);
    QCOMPARE(b.data.table->featureCount(), a.data.table->featureCount());
    QCOMPARE(b.data.table->value(2, "name").toString(), QStringLiteral("square2"));
    QCOMPARE(b.data.table->value(2, "rank").toString(), QStringLiteral("2"));
    const PreparedLevel &x = a.prepared.shapes->levels.front(), &y = b.prepared.shapes->levels.front();
    QVERIFY(same(x.shapes.vertices, y.shapes.vertices) && same(x.shapes.ranks, y.shapes.ranks) && same(x.shapes.parts, y.shapes.parts));
    QVERIFY(!x.outlines.parts.empty());
    QVERIFY(same(x.outlines.parts, y.outlines.parts) && same(x.outlines.tree.nodes(), y.outlines.tree.nodes()));
}

void LayerStoreTest::changedFileIsReadAgain()
{
    QVERIFY(m_store->open(m_file, *m_plane).ok());
    write(squares(4, "field"));
    const auto again = m_store->open(m_file, *m_plane);
    QVERIFY(again.ok());
    QCOMPARE(again->front().data.table->featureCount(), std::size_t(4));
    QCOMPARE(again->front().data.table->value(0, "name").toString(), QStringLiteral("field0"));
}

void LayerStoreTest::damagedCacheIsMadeAgain()
{
    QVERIFY(m_store->open(m_file, *m_plane).ok());
    QFile file(m_dir->filePath("cache/" + kept().front()));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
    file.close();
    const auto again = m_store->open(m_file, *m_plane);
    QVERIFY(again.ok());
    QVERIFY(again->front().data.hasGeometry());  // read from the file
    QVERIFY(!m_store->open(m_file, *m_plane)->front().data.hasGeometry());
}

void LayerStoreTest::otherProjectionOfAPreparedLayer()
{
    QVERIFY(m_store->open(m_file, *m_plane).ok());
    const auto prepared = m_store->open(m_file, *m_plane);
    const auto mercator = *Projection::create("EPSG:3857");
    const auto moved = m_store->prepare(prepared->front().data, *mercator);
    QVERIFY2(moved.ok(), qPrintable(moved.error().text()));
    const Box box = moved->shapes->box();
    QVERIFY(std::abs(box.minX - mercator->forward({40, 44}).x) < 1);
    QVERIFY(std::abs(box.maxY - mercator->forward({41, 47}).y) < 1);
    QCOMPARE(kept().size(), 2);
}

void LayerStoreTest::fileThatIsGone()
{
    QVERIFY(m_store->open(m_file, *m_plane).ok());
    const auto prepared = m_store->open(m_file, *m_plane);
    QVERIFY(QFile::remove(m_file));
    QVERIFY(!m_store->open(m_file, *m_plane).ok());
    const auto moved = m_store->prepare(prepared->front().data, **Projection::create("EPSG:32638"));
    QVERIFY(!moved.ok());
    QVERIFY(!moved.error().message.isEmpty());
}

void LayerStoreTest::withoutFolder()
{
    const LayerStore store((QString()));
    QVERIFY(store.open(m_file, *m_plane)->front().data.hasGeometry());
    QVERIFY(store.open(m_file, *m_plane)->front().data.hasGeometry());
}

QTEST_MAIN(LayerStoreTest)
#include "LayerStoreTest.moc"
