// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/TextDecoding.h"

#include <QStringEncoder>
#include <QTest>

using namespace ca;

class TextDecodingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheFirstInvalidByte_data();
    void findsTheFirstInvalidByte();
    void everyCodePointIsValid();
    void readsWhatAByteOrderMarkSays_data();
    void readsWhatAByteOrderMarkSays();
    void refusesWithThePlace_data();
    void refusesWithThePlace();
};

void TextDecodingTest::findsTheFirstInvalidByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("offset");
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("ASCII") << QByteArray("abc") << -1;
    QTest::newRow("two bytes") << QByteArray("a\xC9\x99z") << -1;
    QTest::newRow("Latin-1") << QByteArray("caf\xE9 au") << 3;
    QTest::newRow("lone continuation") << QByteArray("ab\x80") << 2;
    QTest::newRow("cut off at the end") << QByteArray("ab\xE2\x80") << 2;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << 0;
    QTest::newRow("overlong of three bytes") << QByteArray("a\xE0\x80\xAF") << 1;
    QTest::newRow("overlong of four bytes") << QByteArray("a\xF0\x80\x80\xAF") << 1;
    QTest::newRow("surrogate") << QByteArray("a\xED\xA0\x80") << 1;
    QTest::newRow("past U+10FFFF") << QByteArray("a\xF4\x90\x80\x80") << 1;
    QTest::newRow("no such lead") << QByteArray("a\xFF") << 1;
}

void TextDecodingTest::findsTheFirstInvalidByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, offset);
    QCOMPARE(firstInvalidUtf8(bytes), qsizetype(offset));
}

void TextDecodingTest::everyCodePointIsValid()
{
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x800 ? 1 : 37) {
        if (c < 0xD800 || c > 0xDFFF)
            QCOMPARE(firstInvalidUtf8(QString::fromUcs4(&c, 1).toUtf8()), qsizetype(-1));
    }
}

void TextDecodingTest::readsWhatAByteOrderMarkSays_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = QString::fromUtf8("M\u0259hri \u0544\u0565\u0572\u0580\u056b \U0001f600");
    const auto encoded = [&text](QStringEncoder::Encoding encoding) {
        QStringEncoder encoder(encoding, QStringEncoder::Flag::WriteBom);
        return QByteArray(encoder(text));
    };
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with mark") << encoded(QStringEncoder::Utf8);
    QTest::newRow("UTF-16 little-endian") << encoded(QStringEncoder::Utf16LE);
    QTest::newRow("UTF-16 big-endian") << encoded(QStringEncoder::Utf16BE);
}

void TextDecodingTest::readsWhatAByteOrderMarkSays()
{
    QFETCH(QByteArray, bytes);
    const Result<QString> text = decodeText(bytes);
    QVERIFY2(text.ok(), qPrintable(text.error().message));
    QCOMPARE(QString(*text).remove(QChar(0xFEFF)), QString::fromUtf8("M\u0259hri \u0544\u0565\u0572\u0580\u056b \U0001f600"));
}

void TextDecodingTest::refusesWithThePlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");
    QTest::newRow("invalid UTF-8") << QByteArray("plain \xE9 text") << QStringLiteral("byte 6 ");
    QTest::newRow("odd UTF-16") << QByteArray("\xFF\xFE" "a\0b", 5) << QStringLiteral("byte 4 ");
    QTest::newRow("lone surrogate") << QByteArray("\xFE\xFF\0a\xD8\0\0b", 8) << QStringLiteral("byte 4 ");
    QTest::newRow("NUL") << QByteArray("plain\0text", 10) << QStringLiteral("binary");
    QTest::newRow("control characters") << QByteArray("\x01\x02\x03 text") << QStringLiteral("binary");
    QTest::newRow("UTF-16 without mark") << QByteArray("a\0b\0", 4) << QStringLiteral("binary");
}

void TextDecodingTest::refusesWithThePlace()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const Result<QString> text = decodeText(bytes);
    QVERIFY(!text.ok());
    QVERIFY2(text.error().message.contains(part), qPrintable(text.error().message));
}

QTEST_APPLESS_MAIN(TextDecodingTest)
#include "TextDecodingTest.moc"
