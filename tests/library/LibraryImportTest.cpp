// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/LibraryImport.h"

#include "library/IndexMap.h"
#include "library/Library.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace ca;

/// Many files at once: each is told of, bad ones stop nothing, and what comes out does not depend on the threads.
class LibraryImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyFileIsToldOfInOrder();
    void foldersAreSearchedThrough();
    void linksInCirclesAreNotFollowed();
    void cancelKeepsWhatWasWritten();
    void progressReachesTheEnd();
    void sameBytesTwiceInOneBatch();
    void offsetsComeBack();
    void foreignBytesAreNoOffsets();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
    Atlas m_atlas{AtlasData()};
};

void LibraryImportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_library = std::move(*Library::open(QStringLiteral(":memory:")));
}

void LibraryImportTest::everyFileIsToldOfInOrder()
{
    QStringList files;
    for (int i = 0; i < 50; ++i) {
        const QByteArray bytes = i % 7 == 3 ? QByteArray("\xFF\xFE\xFD") : "Wagon number " + QByteArray::number(i);
        files << write(QStringLiteral("f%1.txt").arg(i, 2, 10, QLatin1Char('0')), bytes);
    }
    files << m_folder->filePath(QStringLiteral("missing.txt"));
    const ImportReport report = importInto(*m_library, files, m_atlas);
    QCOMPARE(report.files.size(), std::size_t(51));
    for (std::size_t i = 0; i < report.files.size(); ++i) {
        QCOMPARE(report.files[i].file, files[static_cast<qsizetype>(i)]);
        QCOMPARE(report.files[i].document.ok(), i % 7 != 3 && i != 50);
        if (report.files[i].document)
            QCOMPARE(m_library->text(report.files[i].document->id).text, QStringLiteral("Wagon number %1").arg(i));
    }
    QCOMPARE(report.added() + report.failed(), 51);
    QCOMPARE(report.allProblems().size(), report.failed());
    QCOMPARE(importInto(*m_library, files, m_atlas).known(), report.added());
}

void LibraryImportTest::foldersAreSearchedThrough()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("a/b")));
    write(QStringLiteral("a/b/deep.txt"), "Deep.");
    write(QStringLiteral("top.md"), "# Top");
    write(QStringLiteral("picture.xyz"), "No text.");
    const ImportReport report = importInto(*m_library, {m_folder->path()}, m_atlas);
    QCOMPARE(report.added(), 2);
    QCOMPARE(report.problems.size(), 1);
    QVERIFY(report.problems.front().contains(u'1'));
    const QTemporaryDir empty;
    QCOMPARE(importInto(*m_library, {empty.path()}, m_atlas).problems.size(), 1);
}

void LibraryImportTest::linksInCirclesAreNotFollowed()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("a")));
    write(QStringLiteral("a/one.txt"), "One.");
    QVERIFY(QFile::link(m_folder->path(), m_folder->filePath(QStringLiteral("a/round"))));
    QCOMPARE(importInto(*m_library, {m_folder->path()}, m_atlas).added(), 1);
}

void LibraryImportTest::cancelKeepsWhatWasWritten()
{
    QStringList files;
    for (int i = 0; i < 100; ++i)
        files << write(QStringLiteral("f%1.txt").arg(i), "Number " + QByteArray::number(i));
    const CancelToken cancel;
    const ImportReport report = importInto(*m_library, files, m_atlas, {}, cancel, [&](int, int) { cancel.cancel(); });
    QVERIFY(report.cancelled);
    QVERIFY(report.added() > 0 && report.added() < 100);
    QCOMPARE(m_library->documents().size(), static_cast<std::size_t>(report.added()));
    QCOMPARE(report.failed(), 0);
}

void LibraryImportTest::progressReachesTheEnd()
{
    QStringList files;
    for (int i = 0; i < 40; ++i)
        files << write(QStringLiteral("f%1.txt").arg(i), "Number " + QByteArray::number(i));
    int last = 0;
    const auto progress = [&](int done, int all) {
        QVERIFY(done > last);
        QCOMPARE(all, 40);
        last = done;
    };
    (void)importInto(*m_library, files, m_atlas, {}, {}, progress);
    QCOMPARE(last, 40);
}

void LibraryImportTest::sameBytesTwiceInOneBatch()
{
    const QStringList files{write(QStringLiteral("a.txt"), "Same."), write(QStringLiteral("b.txt"), "Same.")};
    const ImportReport report = importInto(*m_library, files, m_atlas);
    QCOMPARE(report.added(), 1);
    QCOMPARE(report.known(), 1);
}

void LibraryImportTest::offsetsComeBack()
{
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<int> offsets;
        int at = static_cast<int>(random() % 3);
        for (unsigned i = random() % 300; i > 0; --i) {
            offsets.push_back(at);
            at += random() % 50 == 0 ? static_cast<int>(random() % 1'000'000) : static_cast<int>(random() % 3);
        }
        QCOMPARE(unpackOffsets(packOffsets(offsets)), offsets);
    }
    QCOMPARE(unpackOffsets(packOffsets({2'147'483'647})), std::vector<int>{2'147'483'647});
}

void LibraryImportTest::foreignBytesAreNoOffsets()
{
    QVERIFY(unpackOffsets(QByteArray("no zlib at all")).empty());
    QVERIFY(unpackOffsets(qCompress(QByteArray(9, '\xFF'))).empty());
    QVERIFY(unpackOffsets(qCompress(QByteArray("\x80"))).empty());
}

QTEST_GUILESS_MAIN(LibraryImportTest)
#include "LibraryImportTest.moc"
