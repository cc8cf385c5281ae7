// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/CacheFolder.h"

#include <QDateTime>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace ca;

class CacheFolderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatWasKept();
    void oldestGoFirst();
    void tooLargeIsNotKept();
    void otherFilesAreLeftAlone();
    void withoutFolderNothingIsKept();

private:
    static CacheWriter content(std::uint64_t number, std::size_t bytes = 1000)
    {
        CacheWriter writer;
        writer.number(number);
        const std::vector<char> filler(bytes);
        writer.array(std::span<const char>(filler));
        return writer;
    }
    static std::uint64_t numberIn(const CacheFolder &folder, const QByteArray &key)
    {
        const auto reader = folder.find(key);
        return reader ? reader->number() : 0;
    }
};

void CacheFolderTest::findsWhatWasKept()
{
    const QTemporaryDir dir;
    const CacheFolder folder(dir.filePath("deep/cache"), ".part", 1 << 20);
    QVERIFY(!folder.find("a"));
    QVERIFY(folder.keep("a", content(1)).ok());
    QVERIFY(folder.keep("b", content(2)).ok());
    QVERIFY(folder.keep("a", content(3)).ok());
    QCOMPARE(numberIn(folder, "a"), std::uint64_t(3));
    QCOMPARE(numberIn(folder, "b"), std::uint64_t(2));
    QVERIFY(!CacheFolder(dir.filePath("deep/cache"), ".other", 1 << 20).find("a"));
}

void CacheFolderTest::oldestGoFirst()
{
    const QTemporaryDir dir;
    const CacheFolder folder(dir.path(), ".part", 3500);
    for (const char *key : {"a", "b", "c"})
        QVERIFY(folder.keep(key, content(1)).ok());
    // All of one moment: made an hour older, but for the one that is used.
    for (const QFileInfo &info : QDir(dir.path()).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime));
    }
    QVERIFY(folder.find("a"));
    QVERIFY(folder.keep("d", content(4)).ok());
    QCOMPARE(numberIn(folder, "d"), std::uint64_t(4));
    QCOMPARE(numberIn(folder, "a"), std::uint64_t(1));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 3);
}

void CacheFolderTest::tooLargeIsNotKept()
{
    const QTemporaryDir dir;
    const CacheFolder folder(dir.path(), ".part", 3500);
    QVERIFY(folder.keep("small", content(1)).ok());
    QVERIFY(folder.keep("large", content(2, 5000)).ok());
    QVERIFY(!folder.find("large"));
    QVERIFY(folder.find("small"));
}

void CacheFolderTest::otherFilesAreLeftAlone()
{
    const QTemporaryDir dir;
    QFile mine(dir.filePath("letter.txt"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write(QByteArray(9000, 'x')) == 9000);
    mine.close();
    const CacheFolder folder(dir.path(), ".part", 2000);
    for (int i = 0; i < 5; ++i)
        QVERIFY(folder.keep(QByteArray::number(i), content(1)).ok());
    QVERIFY(mine.exists());
    QCOMPARE(QDir(dir.path()).entryList({"*.part"}, QDir::Files).size(), 1);
}

void CacheFolderTest::withoutFolderNothingIsKept()
{
    const CacheFolder folder({}, ".part", 1 << 20);
    QVERIFY(!folder.enabled());
    QVERIFY(folder.keep("a", content(1)).ok());
    QVERIFY(!folder.find("a"));
}

QTEST_APPLESS_MAIN(CacheFolderTest)
#include "CacheFolderTest.moc"
