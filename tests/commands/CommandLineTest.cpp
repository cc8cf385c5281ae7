// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/CommandLine.h"

#include <QTest>

using namespace ca;

class CommandLineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void understands();
    void refuses_data();
    void refuses();
};

namespace {

const std::vector<OptionSpec> options{{QStringLiteral("--out"), QStringLiteral("FILE"), {}}, {QStringLiteral("--json"), {}, {}}};

} // namespace

void CommandLineTest::understands()
{
    const QStringList words{QStringLiteral("a"), QStringLiteral("--out"), QStringLiteral("-10,2"), QStringLiteral("--json"),
                            QStringLiteral("--"), QStringLiteral("--b")};
    const Result<CommandLine> line = CommandLine::parse(words, options, 2);
    QVERIFY(line.ok());
    QCOMPARE(line->words(), (QStringList{QStringLiteral("a"), QStringLiteral("--b")}));
    QCOMPARE(line->value(QStringLiteral("--out")), QStringLiteral("-10,2"));
    QVERIFY(line->has(QStringLiteral("--json")));
    QCOMPARE(CommandLine::parse({QStringLiteral("--out=x=y")}, options, 0)->value(QStringLiteral("--out")), QStringLiteral("x=y"));
    QCOMPARE(line->given({QStringLiteral("--json"), QStringLiteral("--none")}), QStringList{QStringLiteral("--json")});
}

void CommandLineTest::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("reason");
    QTest::newRow("unknown") << QStringList{QStringLiteral("--what")} << QStringLiteral("no option --what");
    QTest::newRow("unknown short") << QStringList{QStringLiteral("-x")} << QStringLiteral("no option -x");
    QTest::newRow("no value at the end") << QStringList{QStringLiteral("--out")} << QStringLiteral("wants a value");
    QTest::newRow("no value before an option") << QStringList{QStringLiteral("--out"), QStringLiteral("--json")} << QStringLiteral("wants a value");
    QTest::newRow("twice") << QStringList{QStringLiteral("--json"), QStringLiteral("--json")} << QStringLiteral("twice");
    QTest::newRow("value for a switch") << QStringList{QStringLiteral("--json=1")} << QStringLiteral("takes no value");
    QTest::newRow("too many words") << QStringList{QStringLiteral("a"), QStringLiteral("b")} << QStringLiteral("“b”");
}

void CommandLineTest::refuses()
{
    QFETCH(QStringList, words);
    QFETCH(QString, reason);
    const Result<CommandLine> line = CommandLine::parse(words, options, 1);
    QVERIFY(!line.ok());
    QVERIFY2(line.error().message.contains(reason), qPrintable(line.error().message));
}

QTEST_APPLESS_MAIN(CommandLineTest)
#include "CommandLineTest.moc"
