// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestData.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// No sentence of an article stands in the repository: no file shares nine words in a row with one.
class NoArticleTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { CA_NEED_TEST_DATA(); }
    void noFileSharesNineWords();

private:
    static QStringList words(const QString &text);
    static QSet<QString> runsOf(const QStringList &words);
    static QSet<QString> articleRuns();
};

namespace {
constexpr qsizetype runLength = 9;
constexpr qint64 largestText = 3'000'000;
constexpr qsizetype headlineWords = 22;  // shorter lines without a full stop are headlines, which may be cited
}

QStringList NoArticleTextTest::words(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[^\\w']+"), QRegularExpression::UseUnicodePropertiesOption);
    QString plain = text.toLower();
    plain.replace(QChar(0x2019), u'\'');
    return plain.split(separators, Qt::SkipEmptyParts);
}

QSet<QString> NoArticleTextTest::runsOf(const QStringList &words)
{
    QSet<QString> runs;
    for (qsizetype i = 0; i + runLength <= words.size(); ++i)
        runs.insert(QStringList(words.mid(i, runLength)).join(u' '));
    return runs;
}

QSet<QString> NoArticleTextTest::articleRuns()
{
    QSet<QString> runs;
    QDirIterator articles(ca::test::externalPath(QStringLiteral("sources")), {QStringLiteral("*.txt")}, QDir::Files);
    while (articles.hasNext()) {
        QFile file(articles.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            const QString trimmed = line.trimmed();
            const QStringList all = words(trimmed);
            const bool ends = trimmed.endsWith(u'.') || trimmed.endsWith(QChar(0x201d));
            if (all.size() >= headlineWords || ends)
                runs += runsOf(all);
        }
    }
    return runs;
}

void NoArticleTextTest::noFileSharesNineWords()
{
    const QSet<QString> forbidden = articleRuns();
    QVERIFY(forbidden.size() > 1000);
    int files = 0;
    const QString root = ca::test::sourcePath(QStringLiteral("."));
    for (const QString &folder : {QStringLiteral("app"), QStringLiteral("src"), QStringLiteral("resources"), QStringLiteral("geodata"),
                                  QStringLiteral("tests"), QStringLiteral("packaging"), QString()}) {
        const auto flags = folder.isEmpty() ? QDirIterator::NoIteratorFlags : QDirIterator::Subdirectories;
        QDirIterator it(QDir(root).filePath(folder), QDir::Files, flags);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.size() > largestText || !file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            if (bytes.contains('\0'))
                continue;
            ++files;
            for (const QString &line : QString::fromUtf8(bytes).split(u'\n')) {
                for (const QString &run : runsOf(words(line)))
                    QVERIFY2(!forbidden.contains(run), qPrintable(file.fileName() + QStringLiteral(": ") + run));
            }
        }
    }
    QVERIFY(files > 100);
}

QTEST_GUILESS_MAIN(NoArticleTextTest)
#include "NoArticleTextTest.moc"
