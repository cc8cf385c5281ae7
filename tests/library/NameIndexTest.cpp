// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/NameIndex.h"

#include "atlas/Folding.h"

#include <QRandomGenerator>
#include <QTest>

using namespace ca;
using Grade = NameIndex::Grade;

Q_DECLARE_METATYPE(ca::NameIndex::Grade)

class NameIndexTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void gradesHowANameFits_data();
    void gradesHowANameFits();
    void bestNameOfAnEntryCounts();
    void blankNamesCountButMatchNothing();
    void emptyIndexAndEmptyWords();
    void namesKeepApartHoweverManyTheyAre();
};

void NameIndexTest::gradesHowANameFits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::addColumn<Grade>("grade");
    const auto row = [](const char *name, const char *words, Grade grade) {
        QTest::addRow("%s | %s", name, words) << QString::fromUtf8(name) << QString::fromUtf8(words) << grade;
    };
    row("Zəngəzur", "zengezur", Grade::Equal);
    row("Zəngəzur dəhlizi", "ZENGEZUR", Grade::Begins);
    row("The Zangezur corridor", "zangezur", Grade::WordBegins);
    row("Transzangezur", "zangezur", Grade::Contains);
    row("Zangezur", "zengezur", Grade::Alike);
    row("Zangezur corridor", "zengezur", Grade::AlikeBegins);
    row("The Zangezur corridor", "zengezur", Grade::AlikeWord);
    row("Transzangezur", "zengezur", Grade::None);
    row("Böyük-Kəsik", "boyuk kesik", Grade::Equal);
    row("Boyuk Kesik", "Böyük-Kəsik", Grade::Equal);
    row("Nor'ashen", "norashen", Grade::Equal);
    row("Alat port and yard", "yard alat", Grade::AllWords);
    row("Alat port and yard", "yard poti", Grade::None);
    row("Baku", "ak", Grade::None);        // two letters are sought at the beginning of words
    row("Baku", "aku", Grade::Contains);
    row("Baku", "b", Grade::Begins);
    row("Kars \u2013 Dilucu", "kars-dilucu", Grade::Equal);
    row("Kars \u2013 Dilucu", "kars dilucu", Grade::Equal);
    row("Баку", "baku", Grade::Equal);
    row("Baku", "  baku  ", Grade::Equal);
    row("Baku", "baku!", Grade::None);
}

void NameIndexTest::gradesHowANameFits()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    QFETCH(Grade, grade);
    NameIndex index;
    index.addEntry({name});
    index.finish();
    const std::vector<NameIndex::Match> matches = index.find(words);
    QCOMPARE(matches.empty() ? Grade::None : matches.front().grade, grade);
}

void NameIndexTest::bestNameOfAnEntryCounts()
{
    NameIndex index;
    index.addEntry({QStringLiteral("New Lowport"), QStringLiteral("Lowport Harbour"), QStringLiteral("Lowport East")});
    index.addEntry({});
    index.addEntry({QStringLiteral("Highfield")});
    index.addEntry({QStringLiteral("Port"), QStringLiteral("Lowport")});
    index.finish();
    const std::vector<NameIndex::Match> matches = index.find(QStringLiteral("lowport"));
    QCOMPARE(matches.size(), std::size_t(2));
    QCOMPARE(matches[0].entry, 0);
    QCOMPARE(matches[0].grade, Grade::Begins);
    QCOMPARE(matches[0].name, 2);   // of equals the shorter
    QCOMPARE(matches[1].entry, 3);
    QCOMPARE(matches[1].grade, Grade::Equal);
    QCOMPARE(matches[1].name, 1);
}

void NameIndexTest::blankNamesCountButMatchNothing()
{
    NameIndex index;
    index.addEntry({QString(), QStringLiteral("'"), QStringLiteral(" "), QString(u'\x01'), QStringLiteral("Lowport")});
    index.finish();
    QCOMPARE(index.nameCount(), std::size_t(5));
    const std::vector<NameIndex::Match> matches = index.find(QStringLiteral("lowport"));
    QCOMPARE(matches.size(), std::size_t(1));
    QCOMPARE(matches[0].name, 4);
    QVERIFY(index.find(QStringLiteral("'")).empty());
}

void NameIndexTest::emptyIndexAndEmptyWords()
{
    NameIndex index;
    index.finish();
    QVERIFY(index.find(QStringLiteral("a")).empty());
    QVERIFY(index.find(QString()).empty());
}

void NameIndexTest::namesKeepApartHoweverManyTheyAre()
{
    // Over several chunks, with names that fold to nothing, to more and to doubled letters.
    const QStringList parts{QStringLiteral("ь"), QStringLiteral("Mann"), QStringLiteral("щ"), QStringLiteral("-"), QStringLiteral("ny"),
                            QStringLiteral("Ոսկի"), QStringLiteral("ss"), QStringLiteral(" "), QStringLiteral("'"), QStringLiteral("x")};
    QRandomGenerator random(44);
    NameIndex index;
    QStringList names;
    for (int i = 0; i < 20000; ++i) {
        QString name;
        for (int n = random.bounded(4); n > 0; --n)
            name += parts[random.bounded(static_cast<int>(parts.size()))];
        names << name;
        index.addEntry({name});
    }
    index.addEntry({QStringLiteral("Lowport")});
    index.finish();
    const auto found = index.find(QStringLiteral("lowport"));
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].entry, 20000);
    for (const NameIndex::Match &match : index.find(QStringLiteral("mann")))
        QVERIFY2(foldLoosely(names[match.entry]).contains(QStringLiteral("man")), qPrintable(names[match.entry]));
}

QTEST_APPLESS_MAIN(NameIndexTest)
#include "NameIndexTest.moc"
