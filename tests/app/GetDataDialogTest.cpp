// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/DownloadProxy.h"
#include "osm/ExtractTable.h"
#include "osm/GetDataDialog.h"
#include "osm/TransferWords.h"
#include "support/HttpServer.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace ca;

/// The dialog as a user drives it, against a server on this machine.
class GetDataDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingBeforeAClick();
    void sizesOnAsking();
    void downloadsByKeyboard();
    void cancelledAndResumed();
    void failureIsTold();
    void closedWhileRunning();
    void ratesAndWords();
    void looks();

private:
    [[nodiscard]] std::unique_ptr<GetDataDialog> open() const
    {
        DataOffer offer;
        for (const char *name : {"east", "west"}) {
            const QString id = QLatin1String(name);
            offer.extracts.push_back({id, id.toUpper(), m_server->url('/' + QByteArray(name) + ".osm.pbf"), {}, {QStringLiteral("line")}, QStringLiteral("ODbL-1.0")});
        }
        offer.corridorTitles.insert(QStringLiteral("line"), QStringLiteral("Made-up line"));
        offer.folder = m_folder->path() + QStringLiteral("/new/folder");
        offer.silence = std::chrono::seconds(5);
        auto dialog = std::make_unique<GetDataDialog>(offer);
        dialog->findChild<QComboBox *>(QStringLiteral("proxyKind"))->setCurrentIndex(int(DownloadProxy::Kind::None));
        dialog->show();
        dialog->activateWindow();
        [&] { QVERIFY(QTest::qWaitForWindowActive(dialog.get())); }();  // shortcuts are for active windows
        return dialog;
    }
    static QPushButton *button(const GetDataDialog &dialog, const char *name) { return dialog.findChild<QPushButton *>(QLatin1String(name)); }
    static ExtractTable *table(const GetDataDialog &dialog) { return dialog.findChild<ExtractTable *>(); }
    static QString words(const GetDataDialog &dialog) { return dialog.findChild<QLabel *>(QStringLiteral("words"))->text(); }
    static void tick(const GetDataDialog &dialog, int row)
    {
        table(dialog)->setCurrentItem(table(dialog)->topLevelItem(row));
        QTest::keyClick(table(dialog), Qt::Key_Space);
    }
    [[nodiscard]] QByteArray got(const char *name) const
    {
        QFile file(m_folder->path() + QStringLiteral("/new/folder/") + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<test::HttpServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    const QByteArray m_east = QByteArray(100'000, 'e'), m_west = QByteArray(200'000, 'w');
};

void GetDataDialogTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("corridor-atlas-test"));
    QCoreApplication::setApplicationName(QStringLiteral("GetDataDialogTest"));
}

void GetDataDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    m_server = std::make_unique<test::HttpServer>();
    m_server->serve("/east.osm.pbf", m_east);
    m_server->serve("/west.osm.pbf", m_west);
}

void GetDataDialogTest::nothingBeforeAClick()
{
    const auto dialog = open();
    QTest::qWait(100);
    QVERIFY(m_server->requests.empty());
    QVERIFY(!QFileInfo::exists(m_folder->path() + QStringLiteral("/new")));
    QVERIFY(!button(*dialog, "download")->isEnabled());
    QCOMPARE(table(*dialog)->topLevelItem(0)->text(1), QStringLiteral("Made-up line"));
    QCOMPARE(table(*dialog)->topLevelItem(0)->text(2), QStringLiteral("unknown"));
    tick(*dialog, 0);
    QVERIFY(button(*dialog, "download")->isEnabled());
    QVERIFY(words(*dialog).contains(QLatin1String("unknown")));
    dialog->findChild<QLineEdit *>(QStringLiteral("folder"))->setText(QStringLiteral("not/a/whole/path"));
    QVERIFY(!button(*dialog, "download")->isEnabled());
}

void GetDataDialogTest::sizesOnAsking()
{
    m_server->files.remove("/west.osm.pbf");
    const auto dialog = open();
    QSignalSpy spy(dialog.get(), &GetDataDialog::finished);
    QTest::mouseClick(button(*dialog, "sizes"), Qt::LeftButton);
    QTRY_COMPARE(spy.size(), 1);
    for (const auto &request : m_server->requests)
        QCOMPARE(request.method, QByteArray("HEAD"));
    QCOMPARE(table(*dialog)->topLevelItem(0)->text(2), QLocale().formattedDataSize(m_east.size()));
    QCOMPARE(table(*dialog)->topLevelItem(0)->text(3), QStringLiteral("2026-04-01"));
    QCOMPARE(table(*dialog)->topLevelItem(1)->text(2), QStringLiteral("unknown"));
    QVERIFY2(words(*dialog).contains(QLatin1String("no such file")), qPrintable(words(*dialog)));
}

void GetDataDialogTest::downloadsByKeyboard()
{
    const auto dialog = open();
    QSignalSpy files(dialog.get(), &GetDataDialog::downloaded);
    QSignalSpy spy(dialog.get(), &GetDataDialog::finished);
    tick(*dialog, 0);
    tick(*dialog, 1);
    QTest::keyClick(dialog.get(), Qt::Key_D, Qt::AltModifier);
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.front().front().toStringList().size(), 2);
    QCOMPARE(got("east.osm.pbf"), m_east);
    QCOMPARE(got("west.osm.pbf"), m_west);
    QVERIFY(table(*dialog)->chosen().empty());
    QVERIFY(table(*dialog)->topLevelItem(1)->text(4).startsWith(QLatin1String("here: of 2026-04-01")));
    QVERIFY(!button(*dialog, "download")->isEnabled());
    // Again: as new as the server's, and offered on all the same.
    tick(*dialog, 0);
    button(*dialog, "download")->click();
    QTRY_COMPARE(spy.size(), 2);
    QCOMPARE(files.size(), 2);
    QCOMPARE(m_server->requests.back().method, QByteArray("HEAD"));
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void GetDataDialogTest::cancelledAndResumed()
{
    m_server->files["/east.osm.pbf"].slice = 4'000;
    const auto dialog = open();
    QSignalSpy spy(dialog.get(), &GetDataDialog::finished);
    QSignalSpy files(dialog.get(), &GetDataDialog::downloaded);
    tick(*dialog, 0);
    tick(*dialog, 1);
    QTest::mouseClick(button(*dialog, "download"), Qt::LeftButton);
    auto *bar = dialog->findChild<QProgressBar *>();
    QTRY_VERIFY(bar->isVisible() && bar->value() > 0);
    QTest::keyClick(dialog.get(), Qt::Key_Escape);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(files.size(), 0);
    QVERIFY(dialog->isVisible());
    QVERIFY(table(*dialog)->topLevelItem(0)->text(4).startsWith(QLatin1String("begun")));
    QCOMPARE(table(*dialog)->topLevelItem(1)->text(4), QStringLiteral("not here"));
    QVERIFY(button(*dialog, "download")->text().contains(QLatin1String("Resume")));
    QTest::mouseClick(button(*dialog, "download"), Qt::LeftButton);
    QTRY_COMPARE(spy.size(), 2);
    QCOMPARE(got("east.osm.pbf"), m_east);
    QCOMPARE(got("west.osm.pbf"), m_west);
}

void GetDataDialogTest::failureIsTold()
{
    m_server->files["/east.osm.pbf.md5"].body = QByteArray(32, '0');
    const auto dialog = open();
    QSignalSpy spy(dialog.get(), &GetDataDialog::finished);
    tick(*dialog, 0);
    tick(*dialog, 1);
    button(*dialog, "download")->click();
    QTRY_COMPARE(spy.size(), 1);
    QVERIFY2(words(*dialog).contains(QLatin1String("EAST")) && words(*dialog).contains(QLatin1String("MD5")), qPrintable(words(*dialog)));
    QVERIFY(table(*dialog)->topLevelItem(0)->text(4).contains(QLatin1String("MD5")));
    QCOMPARE(got("west.osm.pbf"), m_west);  // one failure does not stop the others
    QCOMPARE(table(*dialog)->chosen(), std::vector<int>{0});
}

void GetDataDialogTest::closedWhileRunning()
{
    m_server->files["/east.osm.pbf"].slice = 4'000;
    auto dialog = open();
    tick(*dialog, 0);
    button(*dialog, "download")->click();
    auto *bar = dialog->findChild<QProgressBar *>();
    QTRY_VERIFY(bar->value() > 0);
    dialog.reset();
    QTest::qWait(50);
    dialog = open();
    QVERIFY(table(*dialog)->topLevelItem(0)->text(4).startsWith(QLatin1String("begun")));
    button(*dialog, "sizes")->click();
    dialog->reject();
    QVERIFY(!dialog->isRunning());
}

void GetDataDialogTest::ratesAndWords()
{
    TransferRate rate;
    rate.add(0, 5000);
    QCOMPARE(rate.secondsLeft(10'000), -1);
    for (int second = 1; second <= 20; ++second)
        rate.add(second * 1000, 5000 + second * 100);
    QCOMPARE(rate.speed(), 100.0);
    QCOMPARE(rate.secondsLeft(8000), 10);
    QCOMPARE(rate.secondsLeft(-1), -1);
    rate.add(30'000, 7000);  // nothing came for ten seconds
    QCOMPARE(rate.speed(), 0.0);
    QCOMPARE(rate.secondsLeft(8000), -1);
    QCOMPARE(durationWords(89), QStringLiteral("89 s"));
    QCOMPARE(durationWords(7500), QStringLiteral("2 h 5 min"));
    QCOMPARE(progressWords(QStringLiteral("East"), {2048, 4096, 1024, 2, false}), QStringLiteral("East: 2.00 KiB of 4.00 KiB, 1.00 KiB a second, 2 s left"));
    QCOMPARE(progressWords(QStringLiteral("East"), {2048, -1, 0, -1, false}), QStringLiteral("East: 2.00 KiB"));
}

/// Writes pictures for a reader where CORRIDOR_ATLAS_PICTURES names a folder; all widgets must have room in any case.
void GetDataDialogTest::looks()
{
    const QPalette light = QGuiApplication::palette();
    QPalette dark(QColor(0x30, 0x32, 0x36), QColor(0x22, 0x24, 0x28));
    dark.setColor(QPalette::Base, QColor(0x1b, 0x1d, 0x20));
    dark.setColor(QPalette::AlternateBase, QColor(0x24, 0x26, 0x2a));
    m_server->files["/east.osm.pbf"].stallAfter = 60'000;
    for (const bool night : {false, true}) {
        QGuiApplication::setPalette(night ? dark : light);
        DataOffer offer;
        offer.extracts = bundledExtracts().extracts;
        offer.extracts.front().url = m_server->url("/east.osm.pbf");
        offer.folder = m_folder->filePath(QStringLiteral("extracts"));
        offer.silence = std::chrono::seconds(5);
        GetDataDialog dialog(offer);
        dialog.findChild<QComboBox *>(QStringLiteral("proxyKind"))->setCurrentIndex(int(night ? DownloadProxy::Kind::Manual : DownloadProxy::Kind::None));
        dialog.show();
        if (!night) {
            tick(dialog, 0);
            button(dialog, "download")->click();
            QTRY_VERIFY(dialog.findChild<QProgressBar *>()->value() > 0);
        }
        QVERIFY(dialog.width() <= 1200 && dialog.height() <= 760);
        if (const QString folder = qEnvironmentVariable("CORRIDOR_ATLAS_PICTURES"); !folder.isEmpty())
            QVERIFY(dialog.grab().save(folder + (night ? QStringLiteral("/get-data-dark.png") : QStringLiteral("/get-data-light.png"))));
    }
    QGuiApplication::setPalette(light);
}

QTEST_MAIN(GetDataDialogTest)
#include "GetDataDialogTest.moc"
