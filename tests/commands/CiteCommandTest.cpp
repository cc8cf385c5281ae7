// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandsFixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace ca;
using Outcome = test::CommandsFixture::Outcome;

class CiteCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_fixture.prepare()); }
    void chicagoIsTheDefault();
    void stylesDiffer();
    void cslOfAllIsThatOfTheAtlas();
    void writesAFile();

private:
    test::CommandsFixture m_fixture;
};

void CiteCommandTest::chicagoIsTheDefault()
{
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("cite r1"));
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out, QStringLiteral("“Lengths,” Survey Office, March 2024, https://example.org/lengths.\n"));
}

void CiteCommandTest::stylesDiffer()
{
    const auto cited = [this](const char *style) { return m_fixture.onAtlas(QStringLiteral("cite r1 article-900 --style ") + QLatin1String(style)).out; };
    QCOMPARE(cited("apa").section(u'\n', 0, 0), QStringLiteral("Lengths. (2024, March). Survey Office. https://example.org/lengths"));
    QVERIFY(cited("biblatex").startsWith(QLatin1String("@online{")));
    QVERIFY(cited("bibtex").startsWith(QLatin1String("@misc{")));
    QCOMPARE(cited("ris").count(QLatin1String("TY  - ELEC")), 2);
}

void CiteCommandTest::cslOfAllIsThatOfTheAtlas()
{
    const Outcome outcome = m_fixture.onAtlas(QStringLiteral("cite all --style csl"));
    const auto atlas = AtlasFile::readAtlas(m_fixture.atlas());
    QVERIFY(atlas);
    QJsonArray expected;
    for (const Record &record : (*atlas)->data().records)
        expected.append(record.csl);
    QCOMPARE(QJsonDocument::fromJson(outcome.out.toUtf8()).array(), expected);
}

void CiteCommandTest::writesAFile()
{
    const QString name = m_fixture.path(QStringLiteral("all.ris"));
    QCOMPARE(m_fixture.onAtlas(QStringLiteral("cite all --style ris --out ") + name).code, 0);
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith("ER  - \r\n"));
}

QTEST_GUILESS_MAIN(CiteCommandTest)
#include "CiteCommandTest.moc"
