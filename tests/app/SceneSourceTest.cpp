// SPDX-License-Identifier: GPL-3.0-or-later
#include "SceneSource.h"
#include "figure/SampleFigure.h"
#include "map/MapPainter.h"
#include "store/AtlasFile.h"
#include "store/BaseMapWriter.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace ca;

class SceneSourceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<const Atlas> m_atlas;
    std::shared_ptr<const Projection> m_projection;

    [[nodiscard]] QString atlasFile() const { return m_folder->filePath(QStringLiteral("made-up.gpkg")); }
    [[nodiscard]] QString cacheFolder() const { return m_folder->filePath(QStringLiteral("cache/scenes")); }
    [[nodiscard]] QStringList cacheFiles() const
    {
        QStringList paths;
        for (const QFileInfo &file : QDir(cacheFolder()).entryInfoList(QDir::Files))
            paths << file.filePath();
        return paths;
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// As a program that is started anew.
    [[nodiscard]] Result<std::shared_ptr<const Scene>> scene(SceneSource::WithoutBaseMap without = SceneSource::WithoutBaseMap::Fail,
                                                             const CancelToken &cancel = {}) const
    {
        SceneSource source(atlasFile(), SceneCache(cacheFolder()));
        return source.scene(m_atlas, m_projection, without, cancel);
    }
    [[nodiscard]] static QImage picture(const std::shared_ptr<const Scene> &scene)
    {
        RenderRequest request = test::request(scene, {320, 200});
        request.visibility.hiddenLayers.clear();
        return MapPainter::render(request);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(AtlasFile::write(atlasFile(), test::sourcedAtlas()).ok());
        m_atlas = std::make_shared<const Atlas>(test::sourcedAtlas());
        m_projection = *Projection::create(Projection::defaultDefinition());
    }

    void theSecondTimeFromItsFile()
    {
        const auto first = scene();
        QVERIFY(first);
        const QStringList files = cacheFiles();
        QCOMPARE(files.size(), 1);
        const QByteArray bytes = bytesOf(files.front());
        const auto second = scene();
        QVERIFY(second);
        QVERIFY(second.warnings().isEmpty());  // nothing was read that could be complained about
        QCOMPARE(picture(*second), picture(*first));
        QCOMPARE(cacheFiles(), files);
        QCOMPARE(bytesOf(files.front()), bytes);
    }

    void aDamagedFileIsMadeAgain_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("empty") << 0;
        QTest::newRow("cut short") << 1;
        QTest::newRow("a byte turned") << 2;
        QTest::newRow("something else") << 3;
    }
    void aDamagedFileIsMadeAgain()
    {
        QFETCH(int, damage);
        const auto first = scene();
        QVERIFY(first && cacheFiles().size() == 1);
        const QString file = cacheFiles().front();
        const QByteArray whole = bytesOf(file);
        QByteArray damaged = whole;
        if (damage < 2)
            damaged.truncate(damage * whole.size() / 2);
        else if (damage == 2)
            damaged[whole.size() / 3] = char(~damaged[whole.size() / 3]);
        else
            damaged = QByteArray(5000, 'x');
        put(file, damaged);
        const auto again = scene();
        QVERIFY(again);
        QCOMPARE(picture(*again), picture(*first));
        QCOMPARE(cacheFiles(), QStringList(file));
        QVERIFY(bytesOf(file) == whole);
    }

    void anotherAtlasIsAnotherFile()
    {
        QVERIFY(scene());
        AtlasData changed = test::sourcedAtlas();
        changed.version = QStringLiteral("9.2");
        QVERIFY(AtlasFile::write(atlasFile(), changed).ok());
        QVERIFY(scene());
        QCOMPARE(cacheFiles().size(), 2);
    }

    void aFolderThatCannotBeWrittenToOnlyCostsTime()
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("cache"))));
        put(cacheFolder(), "a file where the folder should be");
        const auto made = scene();
        QVERIFY(made);
        QVERIFY(!picture(*made).isNull());
    }

    void cancelled()
    {
        CancelToken token;
        token.cancel();
        QVERIFY(!scene(SceneSource::WithoutBaseMap::Fail, token));
        QVERIFY(cacheFiles().isEmpty());
        QVERIFY(scene());
        QVERIFY(!scene(SceneSource::WithoutBaseMap::Fail, token));  // from its file neither
    }

    /// Over another base map another scene, kept apart; where that cannot be read, the atlas' own is drawn and told.
    void overAnotherBaseMap()
    {
        const auto places = [](const std::shared_ptr<const Scene> &scene) { return scene->base().places.size(); };
        BaseMap map;
        map.layers.push_back({QStringLiteral("places"), {BaseLayer::Level()}});
        map.layers.back().levels.back().features.beginFeature(1);
        map.layers.back().levels.back().features.addPart(GeoLine{{40, 46}});
        const QString file = m_folder->filePath(QStringLiteral("other.gpkg"));
        QVERIFY(writeBaseMap(map, file, {}).ok());
        const auto over = [&](const QString &base, SceneSource::WithoutBaseMap without) {
            return SceneSource(atlasFile(), SceneCache(cacheFolder()), base).scene(m_atlas, m_projection, without);
        };
        const auto own = scene();
        const auto other = over(file, SceneSource::WithoutBaseMap::Fail);
        QVERIFY(own && other);
        QCOMPARE(places(*own), std::size_t(0));
        QCOMPARE(places(*other), std::size_t(1));
        QCOMPARE(cacheFiles().size(), 2);
        QCOMPARE(places(*over(file, SceneSource::WithoutBaseMap::Fail)), std::size_t(1));
        put(file, "nothing like it");
        QVERIFY(!over(file, SceneSource::WithoutBaseMap::Fail));
        const auto instead = over(file, SceneSource::WithoutBaseMap::Warn);
        QVERIFY(instead && !instead.warnings().isEmpty());
        QCOMPARE(places(*instead), std::size_t(0));
        QCOMPARE(cacheFiles().size(), 2);
    }

    void withoutABaseMap()
    {
        QVERIFY(QFile::remove(atlasFile()));
        const auto failed = scene();
        QVERIFY(!failed);
        QVERIFY(failed.error().text().contains(QStringLiteral("made-up.gpkg")));
        const auto warned = scene(SceneSource::WithoutBaseMap::Warn);
        QVERIFY(warned);
        QVERIFY(!warned.warnings().isEmpty());
        QVERIFY(!(*warned)->strands().empty());
        QVERIFY(cacheFiles().isEmpty());  // what is missing is not to be found next time
    }
};

QTEST_MAIN(SceneSourceTest)
#include "SceneSourceTest.moc"
