// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandsFixture.h"

#include <QFile>
#include <QTest>

using namespace ca;
using Outcome = test::CommandsFixture::Outcome;

class ReportCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.prepare()); }
    void writesByTheSuffix_data();
    void writesByTheSuffix();
    void formatOverrulesTheSuffix();
    void asOfLimitsTheFacts();
    void badUsageIsTwo_data();
    void badUsageIsTwo();
    void failureIsOneAndWritesNothing();

private:
    [[nodiscard]] QByteArray written(const QString &words, const QString &name) const;
    test::CommandsFixture m_fixture;
};

QByteArray ReportCommandTest::written(const QString &words, const QString &name) const
{
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("report %1 --out %2").arg(words, m_fixture.path(name)));
    QFile file(m_fixture.path(name));
    return outcome.code == 0 && file.open(QIODevice::ReadOnly) ? file.readAll() : outcome.err.toUtf8();
}

void ReportCommandTest::writesByTheSuffix_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("html") << "r.html" << QByteArray("<!DOCTYPE html>");
    QTest::newRow("odt") << "r.odt" << QByteArray("PK\x03\x04");
    QTest::newRow("pdf") << "r.pdf" << QByteArray("%PDF-");
}

void ReportCommandTest::writesByTheSuffix()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, start);
    for (const char *subject : {"--segment trunk", "--corridor red"}) {
        const QByteArray bytes = written(QLatin1String(subject), name);
        QVERIFY2(bytes.startsWith(start), bytes.left(300));
    }
}

void ReportCommandTest::formatOverrulesTheSuffix()
{
    QVERIFY(written(QStringLiteral("--segment trunk --format odt"), QStringLiteral("r.bin")).startsWith("PK"));
}

void ReportCommandTest::asOfLimitsTheFacts()
{
    const QByteArray now = written(QStringLiteral("--segment trunk"), QStringLiteral("now.html"));
    const QByteArray then = written(QStringLiteral("--segment trunk --as-of 2024-12"), QStringLiteral("then.html"));
    QVERIFY(now.contains("175\xc2\xa0km") && now.contains("State of knowledge: 2026-04-30"));
    QVERIFY(!then.contains("175\xc2\xa0km") && then.contains("State of knowledge: 2024-12"));
}

void ReportCommandTest::badUsageIsTwo_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("no subject") << "report --out r.html";
    QTest::newRow("two subjects") << "report --segment trunk --corridor red --out r.html";
    QTest::newRow("no file") << "report --segment trunk";
    QTest::newRow("unknown format") << "report --segment trunk --format doc --out r.html";
    QTest::newRow("unknown suffix") << "report --segment trunk --out r.doc";
    QTest::newRow("no date") << "report --segment trunk --out r.html --as-of yesterday";
    QTest::newRow("no language") << "report --segment trunk --out r.html --language xx";
    QTest::newRow("no policy") << "report --segment trunk --out r.html --name-policy mine";
    QTest::newRow("cite nothing") << "cite";
    QTest::newRow("cite in no style") << "cite all --style harvard";
}

void ReportCommandTest::badUsageIsTwo()
{
    QFETCH(QString, words);
    const Outcome outcome = m_fixture.onAtlas(words);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(outcome.out.isEmpty());
}

void ReportCommandTest::failureIsOneAndWritesNothing()
{
    const QString file = m_fixture.path(QStringLiteral("none.html"));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("report --segment nowhere --out ") + file).code, 1);
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("report --segment red --out ") + file).code, 1);
    QVERIFY(!QFile::exists(file));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("report --segment trunk --out ") + m_fixture.path(QStringLiteral("no/folder/r.html"))).code, 1);
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("cite nothing-known")).code, 1);
}

QTEST_MAIN(ReportCommandTest)
#include "ReportCommandTest.moc"
