// SPDX-License-Identifier: GPL-3.0-or-later
#include "UserLayers.h"
#include "base/CacheFile.h"
#include "map/MapPainter.h"
#include "map/SceneCache.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <cstring>

using namespace ca;

namespace {

constexpr qsizetype headerSize = 48;    // of a cache file: magic, size, key, checksum
constexpr qsizetype checksumAt = 32;

template <class T>
bool sameBytes(const SharedArray<T> &a, const SharedArray<T> &b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

bool same(const PreparedShapes &a, const PreparedShapes &b)
{
    return sameBytes(a.vertices, b.vertices) && sameBytes(a.ranks, b.ranks) && sameBytes(a.parts, b.parts)
        && sameBytes(a.tree.nodes(), b.tree.nodes()) && a.tree.size() == b.tree.size() && sameBytes(a.chunks, b.chunks);
}

/// The ids and whatever is a name: more of a table nobody asks a prepared base for.
QString namesOf(const FeatureTable *table)
{
    QString text;
    for (std::size_t f = 0; table && f < table->featureCount(); ++f) {
        text += QString::number(table->ids[f]);
        for (const FeatureTable::Column &column : table->columns) {
            if (column.name.startsWith(QLatin1String("name")))
                text += QStringLiteral(" %1=%2").arg(column.name, column.values.isNull(f) ? QStringLiteral("null") : column.values.text(f));
        }
        text += QLatin1Char('\n');
    }
    return text;
}

QString difference(const PreparedLayer &a, const PreparedLayer &b)
{
    if (a.id != b.id || a.kind != b.kind || a.levels.size() != b.levels.size())
        return QStringLiteral("not the same layer: %1, %2").arg(a.id, b.id);
    for (std::size_t i = 0; i < a.levels.size(); ++i) {
        if (a.levels[i].toleranceMetres != b.levels[i].toleranceMetres || !same(a.levels[i].shapes, b.levels[i].shapes))
            return QStringLiteral("level %1 of %2").arg(i).arg(a.id);
        if (namesOf(a.levels[i].table.get()) != namesOf(b.levels[i].table.get()))
            return QStringLiteral("names in level %1 of %2").arg(i).arg(a.id);
    }
    return sameBytes(a.anchors, b.anchors) && sameBytes(a.anchorStart, b.anchorStart) ? QString() : QStringLiteral("anchors of ") + a.id;
}

QString difference(const PreparedBase &a, const PreparedBase &b)
{
    if (a.layers.size() != b.layers.size())
        return QStringLiteral("%1 layers, %2").arg(a.layers.size()).arg(b.layers.size());
    for (std::size_t i = 0; i < a.layers.size(); ++i) {
        if (const QString found = difference(*a.layers[i], *b.layers[i]); !found.isEmpty())
            return found;
    }
    if (!sameBytes(a.places, b.places) || a.placeIndex.size() != b.placeIndex.size())
        return QStringLiteral("places");
    if (namesOf(a.placeTable.get()) != namesOf(b.placeTable.get()))
        return QStringLiteral("names of places");
    return a.credits == b.credits ? QString() : QStringLiteral("credits");
}

} // namespace

class SceneCacheTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<const Projection> m_projection;
    std::shared_ptr<const PreparedBase> m_base;
    const QByteArray m_hash = QByteArray(16, 'h');

    [[nodiscard]] SceneCache cache() const { return SceneCache(m_folder->filePath(QStringLiteral("scenes"))); }
    [[nodiscard]] std::shared_ptr<const PreparedBase> found() const { return cache().find(m_hash, *m_projection); }
    [[nodiscard]] bool kept() const { return cache().keep(*m_base, m_hash, *m_projection).ok(); }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->filePath(QStringLiteral("scenes"))).entryList(QDir::Files); }
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("scenes/") + files().value(0)); }

    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void overwrite(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    /// Nothing is found as long as the file has this content, and keeping the base again puts that right.
    void isRefusedAndRepaired(const QByteArray &content) const
    {
        overwrite(content);
        QVERIFY(!found());
        QVERIFY(kept());
        QCOMPARE(files().size(), 1);
        const auto again = found();
        QVERIFY(again);
        QCOMPARE(difference(*m_base, *again), QString());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_projection = *Projection::create(Projection::defaultDefinition());
        BaseMap map = test::baseMap();
        // Long rings, several levels and both kinds of borders, so that every array has something in it.
        BaseLayer &land = map.layers[0];
        land.levels.resize(2);
        land.levels[0].toleranceMetres = 500;
        land.levels[1].features = test::crowd(GeometryKind::Polygon, 20, 300, 1);
        FeatureTable &borders = map.layers[2].levels[0].features;
        test::addFeature(borders, 2, {{{40, 44}, {40, 46}}});
        borders.columns = {{QStringLiteral("kind"), {QVariant(), QStringLiteral("overlap")}}};
        m_base = prepareBase(std::make_shared<const BaseMap>(std::move(map)), {}, *m_projection, {});
        QVERIFY(m_base);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(kept());
        QCOMPARE(files().size(), 1);
    }

    void whatIsKeptIsFound()
    {
        const auto again = found();
        QVERIFY(again);
        QCOMPARE(difference(*m_base, *again), QString());
        QVERIFY(!again->places.empty() && !again->layer(QStringLiteral("lakes"))->anchors.empty());
        const Box all = m_base->layer(QStringLiteral("land"))->box();
        QCOMPARE(again->layer(QStringLiteral("land"))->box(), all);
        QCOMPARE(again->placeIndex.query(all), m_base->placeIndex.query(all));
    }

    void theSameMapIsDrawnFromIt()
    {
        const auto atlas = std::make_shared<const Atlas>(test::atlasData());
        for (const char *language : {"en", "az"}) {
            RenderRequest made = test::request(Scene::build(atlas, m_base, m_projection));
            made.language = QString::fromLatin1(language);
            made.visibility.hiddenLayers.clear();
            RenderRequest read = made;
            read.scene = Scene::build(atlas, found(), m_projection);
            DrawnSummary ofMade, ofRead;
            QCOMPARE(MapPainter::render(made, &ofMade), MapPainter::render(read, &ofRead));
            QCOMPARE(ofMade.layers, ofRead.layers);
            QVERIFY(ofMade.credits == ofRead.credits);
        }
    }

    void theSameBytesEachTime()
    {
        const QByteArray before = bytes();
        QVERIFY(kept());
        QVERIFY(!before.isEmpty());
        QCOMPARE(bytes(), before);
    }

    void onlyForTheSameAtlasAndProjection()
    {
        QVERIFY(!cache().find(QByteArray(16, 'i'), *m_projection));
        QVERIFY(!cache().find(QByteArray(), *m_projection));
        QVERIFY(!cache().find(m_hash, **Projection::create(QStringLiteral("EPSG:3857"))));
        QVERIFY(!cache().find(m_hash, **Projection::create(Projection::conicFor({20, 40, 30, 50}))));
        QVERIFY(cache().find(m_hash, **Projection::create(Projection::defaultDefinition())));
        QVERIFY(!SceneCache(m_folder->filePath(QStringLiteral("elsewhere"))).find(m_hash, *m_projection));
    }

    void oneAtlasInSeveralProjections()
    {
        const auto mercator = *Projection::create(QStringLiteral("EPSG:3857"));
        const auto base = prepareBase(std::make_shared<const BaseMap>(test::baseMap()), {}, *mercator, {});
        QVERIFY(cache().keep(*base, m_hash, *mercator).ok());
        QCOMPARE(files().size(), 2);
        QCOMPARE(difference(*base, *cache().find(m_hash, *mercator)), QString());
        QCOMPARE(difference(*m_base, *found()), QString());
    }

    void cutShort()
    {
        const QByteArray whole = bytes();
        for (const qsizetype size : {qsizetype(0), qsizetype(1), headerSize - 1, headerSize, whole.size() / 2, whole.size() - 1})
            isRefusedAndRepaired(whole.left(size));
        isRefusedAndRepaired(whole + '\0');
    }

    void aDamagedByteAnywhere()
    {
        const QByteArray whole = bytes();
        // The fields of the header, then each quarter of the content.
        QVector<qsizetype> places{0, 7, 8, 15, 16, 31, checksumAt, headerSize - 1, headerSize, whole.size() - 1};
        for (int quarter = 0; quarter < 4; ++quarter)
            places << headerSize + (whole.size() - headerSize) * (2 * quarter + 1) / 8;
        for (const qsizetype at : places) {
            QByteArray damaged = whole;
            damaged[at] = char(damaged[at] ^ 0x10);
            isRefusedAndRepaired(damaged);
        }
    }

    void anotherVersion()
    {
        // A sound file under the same name, made from another key, which holds the version.
        CacheWriter writer;
        writer.number(0);
        QVERIFY(writer.save(path(), "another version").ok());
        QVERIFY(!found());
        QVERIFY(kept());
        QVERIFY(found());
    }

    void contentThatMakesNoSense()
    {
        // Damage that no checksum tells: it must be refused or be sound in all that drawing relies on.
        const QByteArray whole = bytes();
        std::mt19937 random(3);
        int refused = 0;
        for (int i = 0; i < 300; ++i) {
            QByteArray damaged = whole;
            const qsizetype content = whole.size() - headerSize;
            const qsizetype at = headerSize + qsizetype(random() % std::uint32_t(i % 2 ? content : std::min<qsizetype>(content, 400))) / 8 * 8;
            const std::uint64_t value = i % 3 == 0 ? ~std::uint64_t(0) : i % 3 == 1 ? std::uint64_t(1) << 60 : random() % 5000;
            std::memcpy(damaged.data() + at, &value, std::size_t(std::min<qsizetype>(8, damaged.size() - at)));
            const QByteArray checksum = bytesHash(std::as_bytes(std::span(damaged.constData() + headerSize, std::size_t(content))));
            damaged.replace(checksumAt, checksum.size(), checksum);
            overwrite(damaged);
            const auto base = found();
            refused += base == nullptr;
            for (std::size_t l = 0; base && l < base->layers.size(); ++l) {
                for (const PreparedLevel &level : base->layers[l]->levels) {
                    for (const PreparedShapes::Part &part : level.shapes.parts)
                        QVERIFY(std::size_t(part.first) + part.count <= level.shapes.vertices.size());
                    QCOMPARE(level.shapes.tree.size(), level.shapes.parts.size());
                }
            }
        }
        QVERIFY(refused > 20);
    }

    void noFolder()
    {
        QVERIFY(!SceneCache(QString()).find(m_hash, *m_projection));
        QVERIFY(SceneCache(QString()).keep(*m_base, m_hash, *m_projection).ok());  // nothing to be kept is no error

        // A file stands where the folder should be.
        const QString blocked = m_folder->filePath(QStringLiteral("blocked"));
        QFile file(blocked);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const SceneCache cache(blocked + QStringLiteral("/scenes"));
        QVERIFY(!cache.find(m_hash, *m_projection));
        QVERIFY(!cache.keep(*m_base, m_hash, *m_projection).ok());
        QVERIFY(!cache.find(m_hash, *m_projection));
        QVERIFY(QFile::remove(blocked));
        QVERIFY(cache.keep(*m_base, m_hash, *m_projection).ok());
        QVERIFY(cache.find(m_hash, *m_projection));
    }

    void aFolderInPlaceOfTheFile()
    {
        const QString file = path();
        QVERIFY(QFile::remove(file));
        QVERIFY(QDir().mkpath(file));
        QVERIFY(!found());
        QVERIFY(!kept());
        QVERIFY(QDir().rmdir(file));
        QVERIFY(kept());
        QVERIFY(found());
    }

    void whatIsInUseOutlivesItsFile()
    {
        const auto first = found();
        QVERIFY(kept());                 // replaced under it
        QCOMPARE(difference(*m_base, *first), QString());
        QVERIFY(QFile::remove(path()));  // and gone
        QCOMPARE(difference(*m_base, *first), QString());
    }
};

QTEST_MAIN(SceneCacheTest)
#include "SceneCacheTest.moc"
