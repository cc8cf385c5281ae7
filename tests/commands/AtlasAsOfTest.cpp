// SPDX-License-Identifier: GPL-3.0-or-later
#include "AtlasAsOf.h"
#include "figure/SampleFigure.h"

#include <QTest>

using namespace ca;

class AtlasAsOfTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void youngerFactsAreNotKnownYet();
    void youngerArticlesAreNotKnownYet();
};

void AtlasAsOfTest::youngerFactsAreNotKnownYet()
{
    AtlasData data = test::sourcedAtlas();
    Fact fact;
    fact.id = QStringLiteral("f-early");
    fact.subject = QStringLiteral("trunk");
    fact.attribute = QStringLiteral("status");
    fact.value = QStringLiteral("construction");
    fact.asOf = QStringLiteral("2020-05");
    fact.sources = {QStringLiteral("r1")};
    data.facts.push_back(fact);
    const auto atlas = std::make_shared<const Atlas>(data);
    const QString trunk = QStringLiteral("trunk");
    QCOMPARE(atlas->status(trunk).status, Status::Operating);
    QCOMPARE(atlasAsOf(atlas, QStringLiteral("2024-12-31"))->status(trunk).status, Status::Construction);
    QCOMPARE(atlasAsOf(atlas, QStringLiteral("2020-05"))->status(trunk).status, Status::Construction);
    QCOMPARE(atlasAsOf(atlas, QStringLiteral("2020-04-30"))->status(trunk).status, Status::Unknown);
    // "2026" may be its first day: a map of that year knows it.
    QCOMPARE(atlasAsOf(atlas, QStringLiteral("2026"))->status(trunk).status, Status::Operating);
    QCOMPARE(atlasAsOf(atlas, QStringLiteral("2025-12-31"))->status(trunk).status, Status::Construction);
}

void AtlasAsOfTest::youngerArticlesAreNotKnownYet()
{
    const auto atlas = std::make_shared<const Atlas>(test::sourcedAtlas());
    QCOMPARE(atlas->passages(QStringLiteral("trunk")).size(), std::size_t(3));
    // article-900 is of March 2025, article-901 undated.
    QCOMPARE(atlasAsOf(atlas, QStringLiteral("2025-02"))->passages(QStringLiteral("trunk")).size(), std::size_t(1));
    QCOMPARE(atlasAsOf(atlas, QStringLiteral("2025-03"))->passages(QStringLiteral("trunk")).size(), std::size_t(3));
}

QTEST_APPLESS_MAIN(AtlasAsOfTest)
#include "AtlasAsOfTest.moc"
