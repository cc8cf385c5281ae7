// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CsvReader.h"

#include <QTest>

using namespace ca;

class CsvReaderTest : public QObject {
    Q_OBJECT

    /// "2:a|b 3:c|d" – line and cells of each row, then errors as "!line message".
    static QString told(const QByteArray &bytes)
    {
        const CsvTable table = parseCsv(bytes, QStringLiteral("x.csv"));
        QStringList words;
        for (const CsvTable::Row &row : table.rows)
            words += QStringLiteral("%1:%2").arg(row.line).arg(row.cells.join(u'|'));
        for (const Error &error : table.errors)
            words += QStringLiteral("!%1 %2").arg(error.line).arg(error.message);
        return words.join(u' ');
    }

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QByteArray("h,i\na,b\nc,d\n") << "2:a|b 3:c|d";
        QTest::newRow("no last line end") << QByteArray("h,i\na,b") << "2:a|b";
        QTest::newRow("CRLF") << QByteArray("h,i\r\na,b\r\nc,d\r\n") << "2:a|b 3:c|d";
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFh,i\na,b\n") << "2:a|b";
        QTest::newRow("empty cells") << QByteArray("h,i,j\n,,\na,,\n,,c\n") << "2:|| 3:a|| 4:||c";
        QTest::newRow("quoted") << QByteArray("h,i\n\"a,b\",\"say \"\"x\"\"\"\n") << "2:a,b|say \"x\"";
        QTest::newRow("quoted empty") << QByteArray("h,i\n\"\",\"\"\n") << "2:|";
        QTest::newRow("quoted line end") << QByteArray("h,i\n\"a\nb\",c\nd,e\n") << "2:a\nb|c 4:d|e";
        QTest::newRow("quoted CRLF") << QByteArray("h,i\r\n\"a\r\nb\",c\r\nd,e\r\n") << "2:a\r\nb|c 4:d|e";
        QTest::newRow("blank lines") << QByteArray("h,i\n\na,b\n\n\nc,d\n\n") << "3:a|b 6:c|d";
        QTest::newRow("blanks are kept") << QByteArray("h,i\n a , b\n") << "2: a | b";
        QTest::newRow("header only") << QByteArray("h,i\n") << "";
        QTest::newRow("one column") << QByteArray("h\na\n") << "2:a";
        QTest::newRow("UTF-8") << QByteArray("h\n\xC9\x99\n") << QStringLiteral("2:ə");
        QTest::newRow("empty file") << QByteArray() << "!1 the file has no header line";
        QTest::newRow("too few cells") << QByteArray("h,i\na\nb,c\n") << "3:b|c !2 1 cells where the header has 2";
        QTest::newRow("too many cells") << QByteArray("h,i\na,b,\n") << "!2 3 cells where the header has 2";
        QTest::newRow("never closed") << QByteArray("h\na\n\"b\nc\n") << "2:a !3 a quoted cell is never closed";
        QTest::newRow("mark inside") << QByteArray("h\na\"b\nc\n") << "3:c !2 a quotation mark inside a cell that is not quoted";
        QTest::newRow("text after quotes") << QByteArray("h\n\"a\nb\" c\nd\n") << "4:d !3 text after the end of a quoted cell";
        QTest::newRow("not UTF-8") << QByteArray("h\nok\n\xFF\xFE\n") << "2:ok !3 not valid UTF-8";
        QTest::newRow("cut inside a character") << QByteArray("h\n\xC9") << "!2 not valid UTF-8";
    }

    void reads()
    {
        QFETCH(QByteArray, bytes);
        QTEST(told(bytes), "expected");
    }

    void namesTheFile()
    {
        const CsvTable table = parseCsv("h\n\"", QStringLiteral("dir/x.csv"));
        QCOMPARE(table.errors.size(), std::size_t(1));
        QCOMPARE(table.errors[0].text(), QStringLiteral("dir/x.csv:2: a quoted cell is never closed"));
        QCOMPARE(table.header, QStringList{"h"});
    }

    void survivesEveryPrefix()
    {
        const QByteArray whole("h,i\n\"a\"\"\r\n,b\",\xC9\x99\r\nc,\"d\"\n");
        for (int length = 0; length <= whole.size(); ++length) {
            const CsvTable table = parseCsv(whole.first(length), QString());
            for (const CsvTable::Row &row : table.rows)
                QCOMPARE(row.cells.size(), table.header.size());
        }
        QCOMPARE(parseCsv(whole, QString()).rows.size(), std::size_t(2));
    }
};

QTEST_APPLESS_MAIN(CsvReaderTest)
#include "CsvReaderTest.moc"
