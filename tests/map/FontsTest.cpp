// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/Fonts.h"
#include "map/LabelText.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QtTest>

using namespace ca;

class FontsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadFonts(); }

    void embeddedNotoByDefault()
    {
        QCOMPARE(mapFont(12).families().first(), QStringLiteral("Noto Sans"));
        QCOMPARE(QFontInfo(mapFont(12)).family(), QStringLiteral("Noto Sans"));
    }

    void familyOnlyWhereInstalled()
    {
        QCOMPARE(mapFont(12, false, false, QStringLiteral("No Such Family")), mapFont(12));
        if (!QFontDatabase::hasFamily(QStringLiteral("DejaVu Sans")))
            QSKIP("DejaVu Sans is not installed here");
        TextStyle style;
        style.font = QStringLiteral("DejaVu Sans");
        QCOMPARE(QFontInfo(LabelText::font(style)).family(), QStringLiteral("DejaVu Sans"));
        QVERIFY(LabelText::font(style).families().contains(QStringLiteral("Noto Sans Armenian")));  // for what it lacks
        // Measured as what it is, though both have the same size.
        QVERIFY(LabelText::measure(QStringLiteral("Meghri"), style).width != LabelText::measure(QStringLiteral("Meghri"), TextStyle()).width);
    }
};

QTEST_MAIN(FontsTest)
#include "FontsTest.moc"
