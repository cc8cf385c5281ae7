// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "window/StyleLibrary.h"
#include "window/StyleMenu.h"

#include <QFile>
#include <QMenu>
#include <QTemporaryDir>

using namespace ca;

class StyleLibraryTest : public QObject {
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    /// As editors do it: a new file takes the old one's place.
    static void replace(const QString &path, const QByteArray &bytes)
    {
        write(path + QStringLiteral(".new"), bytes);
        QVERIFY(std::rename(QFile::encodeName(path + QStringLiteral(".new")).constData(), QFile::encodeName(path).constData()) == 0);
    }

    static QStringList ids(const StyleLibrary &library)
    {
        QStringList list;
        for (const StyleLibrary::Entry &entry : library.entries())
            list << entry.id;
        return list;
    }

    static QByteArray blue(const char *sea) { return QByteArrayLiteral("name mine\nbase light\ncolor sea ") + sea + '\n'; }

private Q_SLOTS:
    void bundledStylesComeFirst()
    {
        const QTemporaryDir folder;
        write(folder.filePath("mine.style"), blue("#112233"));
        write(folder.filePath("notes.txt"), "no style");
        const StyleLibrary library(folder.path());
        QCOMPARE(ids(library), (QStringList{"light", "dark", "grey", "contrast", "user/mine"}));
        QCOMPARE(library.style("user/mine")->color("sea"), QColor(0x11, 0x22, 0x33));
        QCOMPARE(library.style("grey")->name, QStringLiteral("grey"));
        QVERIFY(!library.style("user/other") && !library.style({}));
    }

    void withoutAFolder()
    {
        QCOMPARE(ids(StyleLibrary({})).size(), 4);
        QCOMPARE(ids(StyleLibrary("/no/such/folder")).size(), 4);
        QVERIFY(!StyleLibrary({}).prepareFolder());
    }

    void changesAreSeenWhileRunning()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("mine.style");
        write(path, blue("#112233"));
        StyleLibrary library(folder.path());
        QSignalSpy changed(&library, &StyleLibrary::styleChanged);
        write(path, blue("#445566"));
        QTRY_COMPARE(library.style("user/mine")->color("sea"), QColor(0x44, 0x55, 0x66));
        replace(path, blue("#778899"));
        QTRY_COMPARE(library.style("user/mine")->color("sea"), QColor(0x77, 0x88, 0x99));
        replace(path, blue("#aabbcc"));  // and once more: what was put in its place is watched, too
        QTRY_COMPARE(library.style("user/mine")->color("sea"), QColor(0xaa, 0xbb, 0xcc));
        QVERIFY(changed.count() >= 3);
        write(folder.filePath("second.style"), "name second\nbase mine\n");
        QTRY_VERIFY(library.style("user/second"));
        replace(path, blue("#010203"));
        QTRY_COMPARE(library.style("user/second")->color("sea"), QColor(1, 2, 3));  // through its base
        QVERIFY(QFile::remove(folder.filePath("second.style")));
        QTRY_VERIFY(!ids(library).contains("user/second"));
    }

    void errorKeepsTheLastGoodState()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("mine.style");
        write(path, blue("#112233"));
        StyleLibrary library(folder.path());
        QSignalSpy failed(&library, &StyleLibrary::failed), mended(&library, &StyleLibrary::mended);
        replace(path, blue("blue"));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.front().at(1).toString().startsWith(path + ":3:11: "));
        QCOMPARE(library.style("user/mine")->color("sea"), QColor(0x11, 0x22, 0x33));
        QCOMPARE(library.entries().back().problem, failed.front().at(1).toString());
        library.rescan();
        QCOMPARE(failed.count(), 1);  // said once
        replace(path, blue("#445566"));
        QTRY_COMPARE(mended.count(), 1);
        QCOMPARE(library.style("user/mine")->color("sea"), QColor(0x44, 0x55, 0x66));
    }

    void folderIsMadeWithAGuide()
    {
        const QTemporaryDir folder;
        StyleLibrary library(folder.filePath("a/styles"));
        QVERIFY(library.prepareFolder());
        QVERIFY(QFile::exists(folder.filePath("a/styles/light.style.txt")));
        QCOMPARE(ids(library).size(), 4);
        write(folder.filePath("a/styles/mine.style"), blue("#112233"));
        QTRY_VERIFY(library.style("user/mine"));
    }

    void sessionFollows()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("mine.style");
        write(path, blue("#112233"));
        SessionOptions options = test::cleanOptions();
        options.styleFolder = folder.path();
        Session session(options);
        QVERIFY(session.style()->name == "light" || session.style()->name == "dark");
        Look look;
        look.style = QStringLiteral("user/mine");
        session.setLook(look);
        QCOMPARE(session.style()->name, QStringLiteral("mine"));
        QSignalSpy lookChanged(&session, &Session::lookChanged), message(&session, &Session::message);
        replace(path, blue("#445566"));
        QTRY_COMPARE(lookChanged.count(), 1);
        QCOMPARE(session.style()->color("sea"), QColor(0x44, 0x55, 0x66));
        replace(path, blue("blue"));
        QTRY_COMPARE(message.count(), 1);
        QVERIFY(message.front().at(1).toString().contains(path + ":3:11: "));
        QCOMPARE(session.style()->color("sea"), QColor(0x44, 0x55, 0x66));
        QVERIFY(QFile::remove(path));
        QTRY_VERIFY(session.style()->name != "mine");  // gone: the palette decides again
    }

    void menuChooses()
    {
        const QTemporaryDir folder;
        write(folder.filePath("mine.style"), blue("#112233"));
        SessionOptions options = test::cleanOptions();
        options.styleFolder = folder.path();
        Session session(options);
        StyleMenu menu(session, nullptr);
        const auto action = [&](const QString &id) {
            for (QAction *a : menu.actions()) {
                if (a->isCheckable() && a->data().toString() == id)
                    return a;
            }
            return static_cast<QAction *>(nullptr);
        };
        QVERIFY(action({})->isChecked());
        action(QStringLiteral("contrast"))->trigger();
        QCOMPARE(session.look().style, QStringLiteral("contrast"));
        QVERIFY(action("contrast")->isChecked() && !action({})->isChecked());
        action("user/mine")->trigger();
        QCOMPARE(session.style()->name, QStringLiteral("mine"));
        action({})->trigger();
        QCOMPARE(session.look().style, QString());
        write(folder.filePath("more.style"), "name more\nbase dark\n");
        QTRY_VERIFY(action("user/more"));
    }
};

QTEST_MAIN(StyleLibraryTest)
#include "StyleLibraryTest.moc"
