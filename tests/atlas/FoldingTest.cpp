// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/Folding.h"

#include <QTest>

using namespace ca;

class FoldingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("case") << "Baku" << "baku";
        QTest::newRow("Azerbaijani") << QStringLiteral("Zəngəzur") << "zengezur";
        QTest::newRow("Turkish") << QStringLiteral("Iğdır İSTANBUL Çüngüş") << "igdir istanbul cungus";
        QTest::newRow("Russian") << QStringLiteral("Зангезур Тбилиси Щёлково") << "zangezur tbilisi shchelkovo";
        QTest::newRow("Armenian") << QStringLiteral("Զանգեզուր Մեղրի") << "zangezur meghri";
        QTest::newRow("Armenian capitals") << QStringLiteral("ՄԵՂՐԻ ՈՒ") << "meghri u";
        QTest::newRow("Georgian") << QStringLiteral("თბილისი ფოთი") << "tbilisi poti";
        QTest::newRow("Georgian capitals") << QStringLiteral("ᲗᲑᲘᲚᲘᲡᲘ") << "tbilisi";
        QTest::newRow("Kazakh") << QStringLiteral("Ақтау Қорғас") << "aktau korghas";
        QTest::newRow("sharp s, ligature") << QStringLiteral("Straße Œuvre") << "strasse oeuvre";
        QTest::newRow("soft sign") << QStringLiteral("Гянджа Каспийск-ль") << "gyandzha kaspiysk-l";
        QTest::newRow("combining marks") << QStringLiteral("c\u0327o\u0308") << "co";
        QTest::newRow("dashes") << QStringLiteral("Baku–Tbilisi—Kars") << "baku-tbilisi-kars";
        QTest::newRow("invisible") << QStringLiteral("Ba\u00ADku\u200B") << "baku";
        QTest::newRow("beyond the base plane") << QStringLiteral("a\U0001F600b") << QStringLiteral("a\U0001F600b");
        QTest::newRow("empty") << QString() << QString();
    }

    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(fold(text), folded);
        QCOMPARE(fold(folded), folded);
    }

    void originLeadsBack_data() { folds_data(); }

    void originLeadsBack()
    {
        QFETCH(QString, text);
        const FoldedText folded = foldWithOrigin(text);
        QCOMPARE(qsizetype(folded.origin.size()), folded.text.size());
        QVERIFY(std::is_sorted(folded.origin.begin(), folded.origin.end()));
        for (const int at : folded.origin) {
            QVERIFY(at >= 0 && at < text.size());
            QVERIFY(!text[at].isLowSurrogate());
        }
    }

    void originAcrossChangingLengths()
    {
        // ß gives two letters, the soft hyphen none, Armenian u is written with two characters.
        const FoldedText folded = foldWithOrigin(QStringLiteral("ß\u00ADx\u0578\u0582z"));
        QCOMPARE(folded.text, QStringLiteral("ssxuz"));
        QCOMPARE(folded.origin, (std::vector<int>{0, 0, 2, 3, 5}));
    }

    void soundsAlike_data()
    {
        QTest::addColumn<QStringList>("spellings");
        QTest::newRow("Zangezur") << QStringList{"zengezur", "Zangezur", "Zəngəzur", "Зангезур", "Զանգեզուր"};
        QTest::newRow("Julfa") << QStringList{"Julfa", "Culfa", "Джульфа", "Ջուլֆա"};
        QTest::newRow("Gazakh") << QStringList{"Qazax", "Gazakh"};
        QTest::newRow("Aghband") << QStringList{"Ağbənd", "Aghband", "Agband"};
        QTest::newRow("Meghri") << QStringList{"Meghri", "Megri", "Мегри", "Մեղրի"};
        QTest::newRow("Yerevan") << QStringList{"Yerevan", "Erevan", "Ереван", "Երևան"};
        QTest::newRow("Shusha") << QStringList{"Şuşa", "Shusha", "Шуша"};
        QTest::newRow("Tbilisi") << QStringList{"Tbilisi", "თბილისი", "Тбилиси"};
        QTest::newRow("dashes") << QStringList{"Baku-Tbilisi", "Baku Tbilisi", "Baku – Tbilisi"};
    }

    void soundsAlike()
    {
        QFETCH(QStringList, spellings);
        for (const QString &spelling : spellings)
            QCOMPARE(foldLoosely(spelling), foldLoosely(spellings.front()));
    }

    void differentPlacesStayDifferent()
    {
        const QStringList places{"Baku", "Batumi", "Poti", "Kars", "Gyumri", "Horadiz", "Astara", "Ordubad", "Meghri", "Sadarak"};
        QSet<QString> folded;
        for (const QString &place : places)
            folded.insert(foldLoosely(place));
        QCOMPARE(folded.size(), places.size());
    }
};

QTEST_APPLESS_MAIN(FoldingTest)
#include "FoldingTest.moc"
