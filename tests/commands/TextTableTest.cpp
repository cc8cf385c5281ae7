// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/TextTable.h"

#include <QTest>

using namespace ca;

class TextTableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aligns();
    void countsCharactersNotBytes();
    void emptyIsEmpty();
};

void TextTableTest::aligns()
{
    TextTable table({QStringLiteral("ID"), QStringLiteral("KM"), QStringLiteral("NAME")}, {1});
    table.addRow({QStringLiteral("long-id"), QStringLiteral("7.5"), QStringLiteral("x")});
    table.addRow({QStringLiteral("b"), QStringLiteral("1234.5"), QString()});
    QCOMPARE(table.text(), QStringLiteral("ID           KM  NAME\n"
                                          "long-id     7.5  x\n"
                                          "b        1234.5\n"));
}

void TextTableTest::countsCharactersNotBytes()
{
    TextTable table;
    table.addRow({QStringLiteral("Զանգեզուր"), QStringLiteral("x")});
    table.addRow({QString::fromUtf8("e\xcc\x81"), QStringLiteral("y")});  // e with a combining accent: one cell
    QCOMPARE(table.lines().last(), QString::fromUtf8("e\xcc\x81") + QString(8, u' ') + QStringLiteral("  y"));
}

void TextTableTest::emptyIsEmpty()
{
    QCOMPARE(TextTable().text(), QString());
}

QTEST_APPLESS_MAIN(TextTableTest)
#include "TextTableTest.moc"
