// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandsFixture.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTest>

using namespace ca;
using Outcome = test::CommandsFixture::Outcome;

class ExportCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.prepare()); }
    void pictureHasItsPixels_data();
    void pictureHasItsPixels();
    void resolutionChangesNoPixel();
    void segmentBringsItsSources();
    void corridorStandsAlone();
    void stylesByNameAndByFile();
    void asOfIsNotAfterTheFact();
    void everyFormatTwiceTheSame_data();
    void everyFormatTwiceTheSame();
    void refusalsWriteNothing_data();
    void refusalsWriteNothing();

private:
    test::CommandsFixture m_fixture;
};

void ExportCommandTest::pictureHasItsPixels_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("dpi");
    QTest::newRow("default") << QStringLiteral("--figure %1 --title x") << QSize(1280, 720) << 96;
    QTest::newRow("size") << QStringLiteral("export --size 801x333 --out %1") << QSize(801, 333) << 96;
    QTest::newRow("size and dpi") << QStringLiteral("export --size 1600x1000 --dpi 200 --out %1") << QSize(1600, 1000) << 200;
    QTest::newRow("paper") << QStringLiteral("export --size 100x50mm --dpi 254 --out %1") << QSize(1000, 500) << 254;
    QTest::newRow("segment") << QStringLiteral("export --segment trunk --out %1") << QSize(1280, 720) << 96;
    QTest::newRow("box") << QStringLiteral("export --bbox 43,38,47,42 --crs EPSG:3857 --out %1") << QSize(1280, 720) << 96;
    QTest::newRow("bare") << QStringLiteral("export --no-legend --no-scale-bar --no-north-arrow --no-credits --no-notes --style dark --out %1") << QSize(1280, 720) << 96;
}

void ExportCommandTest::pictureHasItsPixels()
{
    QFETCH(QString, words);
    QFETCH(QSize, size);
    QFETCH(int, dpi);
    const QString file = m_fixture.path(QStringLiteral("a.png"));
    QFile::remove(file);
    const Outcome outcome = m_fixture.onAtlas(words.arg(file));
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    const QImage image(file);
    QCOMPARE(image.size(), size);
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), dpi);
}

void ExportCommandTest::resolutionChangesNoPixel()
{
    const QString coarse = m_fixture.path(QStringLiteral("96.png")), fine = m_fixture.path(QStringLiteral("192.png"));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("export --segment trunk --size 1600x1000 --out ") + coarse).code, 0);
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("export --segment trunk --size 1600x1000 --dpi 192 --out ") + fine).code, 0);
    QImage one(coarse), two(fine);
    QCOMPARE(qRound(two.dotsPerMeterX() * 0.0254), 192);
    QCOMPARE(one.size(), two.size());
    int different = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            different += std::abs(one.pixelColor(x, y).lightness() - two.pixelColor(x, y).lightness()) > 40;
    }
    QVERIFY2(different < 200, qPrintable(QString::number(different)));
}

void ExportCommandTest::stylesByNameAndByFile()
{
    const QString own = m_fixture.path(QStringLiteral("own.style")), picture = m_fixture.path(QStringLiteral("styled.png"));
    const auto write = [&](const QByteArray &bytes) {
        QFile file(own);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    const auto corner = [&](const QString &style) {
        const Outcome outcome = m_fixture.onAtlas(QStringLiteral("export --bbox 43,38,47,42 --style %1 --out %2").arg(style, picture));
        return outcome.code == 0 ? QImage(picture).pixelColor(3, 3) : QColor();
    };
    write("name own\nbase dark\ncolor paper #203040\n");
    QCOMPARE(corner(own), QColor(0x20, 0x30, 0x40));
    QCOMPARE(corner(QStringLiteral("grey")), QColor(Qt::white));
    QVERIFY(QFile::remove(picture));
    write("name own\nbase dark\ncolor paper black\n");
    const Outcome failed = m_fixture.onAtlas(QStringLiteral("export --style %1 --out %2").arg(own, picture));
    QCOMPARE(failed.code, 1);
    QVERIFY2(failed.err.startsWith(QStringLiteral("corridor-atlas: %1:3:13: ").arg(own)), qPrintable(failed.err));
    QVERIFY(!QFile::exists(picture));
}

void ExportCommandTest::segmentBringsItsSources()
{
    const QString file = m_fixture.path(QStringLiteral("b.png"));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("export --segment trunk --title Trunk --out ") + file).code, 0);
    QCOMPARE(QImageReader(file).text(QStringLiteral("Title")), QStringLiteral("Trunk"));
    QVERIFY(QImageReader(file).text(QStringLiteral("Sources")).contains(QStringLiteral("Survey Office")));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("export --segment trunk --no-notes --out ") + file).code, 0);
    QVERIFY(QImageReader(file).text(QStringLiteral("Sources")).isEmpty());
}

void ExportCommandTest::corridorStandsAlone()
{
    const QString file = m_fixture.path(QStringLiteral("c.svg"));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("export --corridor red --out ") + file).code, 0);
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray bytes = svg.readAll();
    QVERIFY(bytes.contains("Red route"));
    QVERIFY(!bytes.contains("pipe way") && !bytes.contains("blue way"));
}

void ExportCommandTest::asOfIsNotAfterTheFact()
{
    const QString file = m_fixture.path(QStringLiteral("d.svg"));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("export --segment trunk --as-of 2020 --out ") + file).code, 0);
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QByteArray bytes = svg.readAll();
    QVERIFY(bytes.contains("As of 2020"));
    QVERIFY(bytes.contains("Status unknown") && !bytes.contains("Operating"));
}

void ExportCommandTest::everyFormatTwiceTheSame_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {"png", "svg", "pdf"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void ExportCommandTest::everyFormatTwiceTheSame()
{
    QFETCH(QString, suffix);
    QByteArray bytes[2];
    for (int i = 0; i < 2; ++i) {
        const QString file = m_fixture.path(QStringLiteral("%1.%2").arg(i).arg(suffix));
        QCOMPARE(m_fixture.onAtlas(QStringLiteral("export --corridor blue --out ") + file).code, 0);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        bytes[i] = written.readAll();
    }
    QVERIFY(bytes[0].size() > 1000);
    QCOMPARE(bytes[0], bytes[1]);
}

void ExportCommandTest::refusalsWriteNothing_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown segment") << QStringLiteral("--segment nowhere --out %1/a.png");
    QTest::newRow("unknown corridor") << QStringLiteral("--corridor trunk --out %1/a.png");
    QTest::newRow("no folder") << QStringLiteral("--out %1/none/a.png");
    QTest::newRow("too large") << QStringLiteral("--size 30000x30000 --out %1/a.png");
    QTest::newRow("too small") << QStringLiteral("--size 9x9 --out %1/a.png");
}

void ExportCommandTest::refusalsWriteNothing()
{
    QFETCH(QString, words);
    QTemporaryDir folder;
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("export ") + words.arg(folder.path()));
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out, QString());
    QVERIFY(outcome.err.endsWith(u'\n') && !outcome.err.isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_MAIN(ExportCommandTest)
#include "ExportCommandTest.moc"
