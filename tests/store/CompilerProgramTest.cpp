// SPDX-License-Identifier: GPL-3.0-or-later
// The compiler as the build runs it.
#include "store/GeodataFolder.h"
#include "support/TestData.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTest>

class CompilerProgramTest : public QObject {
    Q_OBJECT

    struct Run {
        int code = -1;
        QString errors;
    };

    static Run run(const QStringList &arguments)
    {
        QProcess compiler;
        compiler.start(ca::test::buildPath(QStringLiteral("bin/atlas-compiler")), arguments);
        if (!compiler.waitForFinished() || compiler.exitStatus() != QProcess::NormalExit)
            return {-1, compiler.errorString()};
        return {compiler.exitCode(), QString::fromUtf8(compiler.readAllStandardError())};
    }

private Q_SLOTS:
    void compiles()
    {
        const ca::test::GeodataFolder folder;
        const Run done = run({"--geodata", folder.path(), "--out", folder.path("a.gpkg")});
        QVERIFY2(done.code == 0, qPrintable(done.errors));
        QVERIFY(QFile::exists(folder.path("a.gpkg")));
    }

    void checksOnly()
    {
        const ca::test::GeodataFolder folder;
        QCOMPARE(run({"--geodata", folder.path(), "--check-only", "--out", folder.path("a.gpkg")}).code, 0);
        QVERIFY(!QFile::exists(folder.path("a.gpkg")));
    }

    void refusesAndWritesNothing()
    {
        const ca::test::GeodataFolder folder;
        folder.replace("facts.csv", "f-1,a,", "f-1,z,");
        const Run done = run({"--geodata", folder.path(), "--out", folder.path("a.gpkg")});
        QCOMPARE(done.code, 1);
        QCOMPARE(done.errors, folder.path("facts.csv") + QStringLiteral(":2: f-1: unknown subject: z\n"));
        QVERIFY(!QFile::exists(folder.path("a.gpkg")));
    }

    void stretchesMustBePartOfTheBaseMap()
    {
        const ca::test::GeodataFolder folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("basemap")));
        QVERIFY(QFile::copy(ca::test::sourcePath(QStringLiteral("geodata/basemap/basemap.gpkg")), folder.path("basemap/basemap.gpkg")));
        const QStringList arguments{"--geodata", folder.path(), "--check-only", "--out", folder.path("a.gpkg")};
        folder.write("disputed.csv", "id,stretch,parties,viewpoint,source\n"
                                     "d-1,CZ-AT,made up,that of a test,page-1\n"
                                     "d-2,\"AT-CZ in 15,48,16,49.2\",made up,that of a test,page-1\n");
        const Run fine = run(arguments);
        QVERIFY2(fine.code == 0, qPrintable(fine.errors));
        folder.write("disputed.csv", "id,stretch,parties,viewpoint,source\n"
                                     "d-1,AT-GE,made up,that of a test,page-1\n"
                                     "d-2,\"AT-CZ in 40,41,41,42\",made up,that of a test,page-1\n");
        const Run none = run(arguments);
        QCOMPARE(none.code, 1);
        QVERIFY2(none.errors.contains(folder.path("disputed.csv") + ":2: d-1: the base map has no such border: AT-GE"), qPrintable(none.errors));
        QVERIFY2(none.errors.contains(folder.path("disputed.csv") + ":3: d-2: "), qPrintable(none.errors));
        folder.write("disputed.csv", "id,stretch,parties,viewpoint,source\nd-1,the north,made up,that of a test,page-1\n");
        QVERIFY(run(arguments).errors.startsWith(folder.path("disputed.csv") + ":2: d-1: a stretch is"));
    }

    void badUsage()
    {
        QCOMPARE(run({}).code, 2);
        QCOMPARE(run({"--geodata", "x"}).code, 2);
        QCOMPARE(run({"--no-such-option"}).code, 2);
        QCOMPARE(run({"--help"}).code, 0);
    }

    void comparesPassagesWithTheArticles()
    {
        const ca::test::GeodataFolder folder;
        const QByteArray words("One two three four five six seven eight nine ten.");
        folder.write("one.txt", "A heading.\n\n" + words + "\n");
        folder.replace("passages.csv", "article-1,1,", "article-1,2,");
        folder.replace("passages.csv", QByteArray(64, 'a'), QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex());
        const QStringList arguments{"--geodata", folder.path(), "--check-only", "--articles", folder.path()};
        const Run exact = run(arguments);
        QVERIFY2(exact.code == 0, qPrintable(exact.errors));

        folder.replace("one.txt", "five", "fife");
        const Run changed = run(arguments);
        QCOMPARE(changed.code, 1);
        QVERIFY2(changed.errors.startsWith(folder.path("passages.csv") + ":2: p1: the digest contradicts the article at hand"),
                 qPrintable(changed.errors));

        QVERIFY(QFile::remove(folder.path("one.txt")));
        QCOMPARE(run(arguments).code, 1);
    }

    void everyPassageStandsInItsArticle()
    {
        CA_NEED_TEST_DATA();
        const Run done = run({"--geodata", ca::test::sourcePath("geodata"), "--check-only", "--articles",
                              ca::test::externalPath("sources")});
        QVERIFY2(done.code == 0, qPrintable(done.errors));
    }
};

QTEST_GUILESS_MAIN(CompilerProgramTest)
#include "CompilerProgramTest.moc"
