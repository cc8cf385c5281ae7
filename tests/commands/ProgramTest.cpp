// SPDX-License-Identifier: GPL-3.0-or-later
// The built program itself, with the built atlas: from a shell without a display, twice, in two time zones.
#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

class ProgramTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void exitCodes();
    void jsonIsJson();
    void darkOnlyWhenAsked();
    void sameBytesAnywhere_data();
    void sameBytesAnywhere();
    void interruptLeavesWholeFiles();

private:
    struct Outcome {
        int code = -1;
        QByteArray out, err;
    };
    [[nodiscard]] Outcome run(const QStringList &arguments, const QString &timeZone = QStringLiteral("UTC")) const;
    QString m_program;
};

void ProgramTest::initTestCase()
{
    m_program = ca::test::buildPath(QStringLiteral("bin/corridor-atlas"));
    if (!QFile::exists(m_program) || !QFile::exists(ca::test::atlasPath()))
        QSKIP("the program or its atlas is not built");
}

ProgramTest::Outcome ProgramTest::run(const QStringList &arguments, const QString &timeZone) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *gone : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"})
        environment.remove(QString::fromLatin1(gone));
    environment.insert(QStringLiteral("TZ"), timeZone);
    process.setProcessEnvironment(environment);
    process.start(m_program, arguments);
    process.waitForFinished(120'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

void ProgramTest::exitCodes()
{
    QCOMPARE(run({QStringLiteral("--version")}).code, 0);
    QCOMPARE(run({QStringLiteral("--help")}).code, 0);
    const Outcome good = run({QStringLiteral("list")});
    QCOMPARE(good.code, 0);
    QCOMPARE(good.err, QByteArray());
    for (const QStringList &words : {QStringList{QStringLiteral("show"), QStringLiteral("no such thing")}, QStringList{QStringLiteral("nonsense")}}) {
        const Outcome bad = run(words);
        QCOMPARE(bad.code, words.size() == 2 ? 1 : 2);
        QCOMPARE(bad.out, QByteArray());
        QCOMPARE(bad.err.count('\n'), 1);
    }
}

void ProgramTest::jsonIsJson()
{
    for (const char *what : {"segments", "corridors", "facts", "passages", "subjects"}) {
        const Outcome outcome = run({QStringLiteral("list"), QString::fromLatin1(what), QStringLiteral("--json")});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(QJsonDocument::fromJson(outcome.out).isArray(), what);
    }
}

/// Qt takes --style for itself unless the program reads its words first.
void ProgramTest::darkOnlyWhenAsked()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f.png"));
    QCOMPARE(run({QStringLiteral("--figure"), path}).code, 0);
    QVERIFY(QImage(path).pixelColor(1, 1) == QColor(Qt::white));
    QCOMPARE(run({QStringLiteral("--figure"), path, QStringLiteral("--style"), QStringLiteral("dark")}).code, 0);
    QVERIFY(QImage(path).pixelColor(1, 1).lightness() < 80);
}

void ProgramTest::sameBytesAnywhere_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {"png", "svg", "pdf"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

/// Hash seeds differ from process to process, the writer's clock from zone to zone; the file must not.
void ProgramTest::sameBytesAnywhere()
{
    QFETCH(QString, suffix);
    QTemporaryDir folder;
    QByteArray first;
    for (const char *zone : {"UTC", "Asia/Yerevan", "America/New_York"}) {
        const QString path = folder.filePath(QStringLiteral("f.") + suffix);
        QCOMPARE(run({QStringLiteral("--figure"), path}, QString::fromLatin1(zone)).code, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 10'000);
        if (first.isEmpty())
            first = bytes;
        QVERIFY2(bytes == first, zone);
    }
}

/// Ctrl-C amid a batch: the program says so and ends in 1, and every file that is there is whole.
void ProgramTest::interruptLeavesWholeFiles()
{
    const QTemporaryDir folder;
    QProcess process;
    process.start(m_program, {QStringLiteral("figure"), QStringLiteral("--atlas"), QStringLiteral("segments"), QStringLiteral("--out"), folder.path()});
    QByteArray words;
    const auto told = [&] { return (words += process.readAllStandardError()).contains('['); };
    QTRY_VERIFY_WITH_TIMEOUT(told() || process.state() == QProcess::NotRunning, 120'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("interrupted"));
    const QStringList files = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QVERIFY2(!QImage(folder.filePath(file)).isNull(), qPrintable(file));
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "ProgramTest.moc"
