// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomText.h"
#include "citation/Ris.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace ca;

class RisTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newspaperArticle();
    void datesThatAreNoDay();
    void namesAndPages();
    void lossesAreReported();
    void randomItemsKeepTheLines();
};

namespace {

QString risOf(const char *json)
{
    return QString::fromUtf8(*ris::write({QJsonDocument::fromJson(json).object()}));
}

} // namespace

void RisTest::newspaperArticle()
{
    const char *json = R"({"id":"n1","type":"article-newspaper","author":[{"family":"Moreau","given":"Anna"}],"title":"Rails","publisher":"Ledger Press",
                     "container-title":"The Daily Ledger","issued":{"date-parts":[[2025,11,3]]},"URL":"https://example.org/a","language":"en"})";
    QCOMPARE(risOf(json),
             QStringLiteral("TY  - NEWS\r\nAU  - Moreau, Anna\r\nTI  - Rails\r\nT2  - The Daily Ledger\r\nPB  - Ledger Press\r\nPY  - 2025\r\n"
                            "DA  - 2025/11/03/\r\nUR  - https://example.org/a\r\nLA  - en\r\nID  - n1\r\nER  - \r\n"));
}

void RisTest::datesThatAreNoDay()
{
    QVERIFY(risOf(R"({"type":"webpage","issued":{"date-parts":[[2026,1]],"circa":true}})").contains(QLatin1String("DA  - 2026/01//ca. January 2026\r\n")));
    QVERIFY(risOf(R"({"type":"webpage","issued":{"date-parts":[[2026]]}})").contains(QLatin1String("DA  - 2026///\r\n")));
    QVERIFY(risOf(R"({"type":"webpage","issued":{"literal":"long ago"}})").contains(QLatin1String("DA  - ///long ago\r\n")));
    QVERIFY(!risOf(R"({"type":"webpage"})").contains(QLatin1String("PY")));
}

void RisTest::namesAndPages()
{
    const QString text = risOf(R"({"type":"chapter","author":[{"family":"King","given":"M.","suffix":"Jr."},{"literal":"Roads, Ltd"},
        {"family":"Humboldt","given":"A.","dropping-particle":"von"}],"editor":[{"family":"Adler"}],"page":"10-20"})");
    for (const char *line : {"AU  - King, M., Jr.\r\n", "AU  - Roads Ltd\r\n", "AU  - Humboldt, A. von\r\n", "A2  - Adler\r\n", "SP  - 10\r\n", "EP  - 20\r\n"})
        QVERIFY2(text.contains(QLatin1String(line)), line);
}

void RisTest::lossesAreReported()
{
    const auto written = ris::write({QJsonDocument::fromJson(R"({"id":"x","type":"webpage","custom":{"a":1},"author":[{"literal":"A, B"}]})").object()});
    QCOMPARE(written.warnings(), QStringList{QStringLiteral("x: RIS cannot hold author (comma of “A, B”), custom")});
}

void RisTest::randomItemsKeepTheLines()
{
    QRandomGenerator random(3);
    static const QRegularExpression line(QStringLiteral("^[A-Z][A-Z0-9]  - .*$"));
    for (int round = 0; round < 2000; ++round) {
        const auto text = [&random] { return test::randomText(random, 12, true); };
        const QJsonObject csl{{QStringLiteral("id"), text()}, {QStringLiteral("type"), QStringLiteral("webpage")}, {QStringLiteral("title"), text()},
                              {QStringLiteral("publisher"), text()}, {QStringLiteral("URL"), text()}, {QStringLiteral("note"), text()},
                              {QStringLiteral("page"), text()}, {QStringLiteral("custom"), QJsonObject{{QStringLiteral("copy_of"), text()}}},
                              {QStringLiteral("author"), QJsonArray{QJsonObject{{QStringLiteral("literal"), text()}}}}};
        const QByteArray written = *ris::write({csl});
        QVERIFY(QString::fromUtf8(written).toUtf8() == written);
        QStringList lines = QString::fromUtf8(written).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.takeLast(), QString());
        QCOMPARE(lines.first(), QStringLiteral("TY  - ELEC"));
        QCOMPARE(lines.last(), QStringLiteral("ER  - "));
        QCOMPARE(lines.filter(QRegularExpression(QStringLiteral("^(?:TY|ER)  - "))).size(), 2);
        for (const QString &one : lines)
            QVERIFY2(line.match(one).hasMatch(), qPrintable(one));
    }
}

QTEST_GUILESS_MAIN(RisTest)
#include "RisTest.moc"
