// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/CommandsFixture.h"
#include "store/AtlasFile.h"
#include "support/RealAtlas.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace ca;

/// "corridor-atlas suggest": on the atlas of the source tree.
class SuggestCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void jsonCountsCodePoints();
    void scoresAreFiltered();
    void tableIsReadable();
    void badUsageAndFailures();

private:
    using Outcome = test::CommandsFixture::Outcome;
    [[nodiscard]] Outcome suggest(const QByteArray &text, const QStringList &more = {}) const;

    test::CommandsFixture m_fixture;
};

void SuggestCommandTest::initTestCase()
{
    QVERIFY(AtlasFile::write(m_fixture.atlas(), test::realAtlas()->data()).ok());
}

SuggestCommandTest::Outcome SuggestCommandTest::suggest(const QByteArray &text, const QStringList &more) const
{
    const QString file = m_fixture.path(QStringLiteral("article.txt"));
    QFile written(file);
    if (!written.open(QIODevice::WriteOnly) || written.write(text) != text.size())
        return {};
    written.close();
    return test::CommandsFixture::run(QStringList{QStringLiteral("suggest"), file, QStringLiteral("--atlas"), m_fixture.atlas()} + more);
}

void SuggestCommandTest::jsonCountsCodePoints()
{
    // An emoji is one code point and two UTF-16 units; CR LF becomes one line end.
    const QByteArray text = "\xf0\x9f\x9a\x82 News.\r\nTANAP carries gas. The pipeline was extended.\r\n";
    const Outcome outcome = suggest(text, {QStringLiteral("--json")});
    QCOMPARE(outcome.code, 0);
    const QJsonArray passages = QJsonDocument::fromJson(outcome.out.toUtf8()).object()[QStringLiteral("passages")].toArray();
    QCOMPARE(passages.size(), 2);
    QCOMPARE(passages[0][QStringLiteral("start")].toInt(), 8);
    QCOMPARE(passages[0][QStringLiteral("end")].toInt(), 26);
    QCOMPARE(passages[1][QStringLiteral("goes_on")].toBool(), true);
    const QJsonObject subject = passages[0][QStringLiteral("subjects")].toArray().first().toObject();
    for (const char *key : {"id", "score", "reasons", "context"})
        QVERIFY2(subject.contains(QLatin1String(key)), key);
    QVERIFY(!subject[QStringLiteral("reasons")].toArray().isEmpty());
    QVERIFY(!outcome.out.contains(QStringLiteral("carries gas")));
}

void SuggestCommandTest::scoresAreFiltered()
{
    const QByteArray text = "Baku said it was content.\n";
    QVERIFY(!suggest(text, {QStringLiteral("--json")}).out.contains(QStringLiteral("place-baku")));
    const Outcome all = suggest(text, {QStringLiteral("--json"), QStringLiteral("--min-score"), QStringLiteral("0.1")});
    QVERIFY(all.out.contains(QStringLiteral("place-baku")));
    QVERIFY(!suggest(text, {QStringLiteral("--json"), QStringLiteral("--min-score=1")}).out.contains(QStringLiteral("start")));
}

void SuggestCommandTest::tableIsReadable()
{
    const Outcome outcome = suggest("The Horadiz–Aghband railway is nearly done.\n");
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.contains(QStringLiteral("horadiz-aghband")));
    QVERIFY(outcome.out.contains(QStringLiteral("named: ")));
    QVERIFY(suggest("Nothing of interest.\n").out.contains(QStringLiteral("no passage")));
}

void SuggestCommandTest::badUsageAndFailures()
{
    for (const char *words : {"suggest", "suggest a b", "suggest a --min-score 2", "suggest a --min-score x", "suggest a --min-score nan"})
        QCOMPARE(test::CommandsFixture::run(QString::fromLatin1(words).split(u' ')).code, 2);
    const Outcome missing = test::CommandsFixture::run({QStringLiteral("suggest"), m_fixture.path(QStringLiteral("none.txt")), QStringLiteral("--atlas"), m_fixture.atlas()});
    QCOMPARE(missing.code, 1);
    QCOMPARE(missing.err.count(u'\n'), 1);
}

QTEST_MAIN(SuggestCommandTest)
#include "SuggestCommandTest.moc"
