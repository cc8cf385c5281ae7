// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/CacheFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace ca;

class CacheFileTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QString m_path;

    void save(const QByteArray &key)
    {
        CacheWriter writer;
        writer.number(42);
        writer.text(QStringLiteral("Zəngəzur"));
        const double reals[] = {1.5, -2, 3};
        writer.array(std::span<const double>(reals));
        const std::uint8_t seven[] = {7};
        writer.array(std::span<const std::uint8_t>(seven));
        writer.array(std::span<const std::int64_t>());
        writer.real(0.25);
        QVERIFY(writer.save(m_path, key));
    }

private Q_SLOTS:
    void init()
    {
        m_path = m_folder.filePath(QStringLiteral("new folder/scene"));
        save("key");
    }

    void whatWasWrittenIsRead()
    {
        SharedArray<double> reals;
        {
            const auto reader = CacheReader::open(m_path, "key");
            QVERIFY(reader);
            QCOMPARE(reader->number(), std::uint64_t(42));
            QCOMPARE(reader->text(), QStringLiteral("Zəngəzur"));
            reals = reader->array<double>();
            const auto bytes = reader->array<std::uint8_t>();
            QCOMPARE(bytes.size(), std::size_t(1));
            QCOMPARE(int(bytes[0]), 7);
            QVERIFY(reader->array<std::int64_t>().empty());
            QVERIFY(!reader->finished());
            QCOMPARE(reader->real(), 0.25);
            QVERIFY(reader->finished());
        }
        // The array keeps the file mapped, even when it is removed.
        QVERIFY(QFile::remove(m_path));
        QCOMPARE(reals.size(), std::size_t(3));
        QCOMPARE(reals[2], 3.0);
    }

    void anotherKeyIsAnotherFile() { QVERIFY(!CacheReader::open(m_path, "other key")); }
    void noFile() { QVERIFY(!CacheReader::open(m_folder.filePath("none"), "key")); }

    void everyDamagedByteIsFound()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray damaged = whole;
            damaged[i] = char(damaged[i] ^ 0x10);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(damaged);
            file.close();
            QVERIFY2(!CacheReader::open(m_path, "key"), qPrintable(QString::number(i)));
        }
        for (const qsizetype size : QList<qsizetype>{0, 1, 47, 48, whole.size() - 1}) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(whole.left(size));
            file.close();
            QVERIFY2(!CacheReader::open(m_path, "key"), qPrintable(QString::number(size)));
        }
    }

    void readingBeyondTheEndFails()
    {
        const auto reader = CacheReader::open(m_path, "key");
        QVERIFY(reader);
        (void)reader->number();
        // Taken for an array of large things, the text is too short.
        struct Large {
            char bytes[1000];
        };
        QVERIFY(reader->array<Large>().empty());
        QVERIFY(!reader->ok());
        QCOMPARE(reader->number(), std::uint64_t(0));
    }

    void aHashIsTheFiles()
    {
        QVERIFY(fileHash(m_folder.filePath("none")).isEmpty());
        const QByteArray before = fileHash(m_path);
        QCOMPARE(before.size(), 16);
        save("key");
        QCOMPARE(fileHash(m_path), before);
        save("other");
        QVERIFY(fileHash(m_path) != before);
    }

    void whereNothingCanBeWritten()
    {
        CacheWriter writer;
        writer.number(1);
        const auto done = writer.save(QStringLiteral("/proc/no/such/folder"), "key");
        QVERIFY(!done);
        QVERIFY(!done.error().message.isEmpty());
    }
};

QTEST_APPLESS_MAIN(CacheFileTest)
#include "CacheFileTest.moc"
