// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QString>

#include <vector>

/// Test articles with their gold, see corpus/README.md.
namespace ca::test {

struct GoldSentence {
    enum class Kind { Named, GoesOn, None };
    int start = 0;  ///< UTF-16 in the article's text
    int end = 0;
    QString text;
    QSet<QString> corridors, segments;
    QSet<QString> optional;  ///< may be suggested, need not
    Kind kind = Kind::None;
};

struct GoldArticle {
    QString name;      ///< "en-01-horadiz"
    QString text;
    std::vector<GoldSentence> sentences;
    [[nodiscard]] QString language() const { return name.left(2); }
};

inline QSet<QString> goldIds(const QString &cell, QSet<QString> &optional)
{
    QSet<QString> ids;
    for (const QString &id : cell.split(u' ', Qt::SkipEmptyParts)) {
        if (id.startsWith(u'?'))
            optional.insert(id.mid(1));
        else if (id != QLatin1String("-"))
            ids.insert(id);
    }
    return ids;
}

inline void readGold(const QString &line, GoldSentence &sentence)
{
    const QStringList cells = line.mid(1).split(u';');
    sentence.corridors = goldIds(cells.value(0), sentence.optional);
    sentence.segments = goldIds(cells.value(1), sentence.optional);
    const QString kind = cells.value(2).trimmed();
    sentence.kind = kind == QLatin1String("named") ? GoldSentence::Kind::Named
        : kind == QLatin1String("goes-on")         ? GoldSentence::Kind::GoesOn
                                                   : GoldSentence::Kind::None;
}

inline GoldArticle readArticle(const QString &path)
{
    GoldArticle article;
    article.name = QFileInfo(path).completeBaseName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return article;
    bool fresh = true;  // at the start of a paragraph
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'=')) {
            readGold(line, article.sentences.back());
            continue;
        }
        if (line.isEmpty()) {
            fresh = true;
            continue;
        }
        const bool heading = line.startsWith(QLatin1String("h "));
        if (!article.text.isEmpty())
            article.text += fresh || heading ? u'\n' : u' ';
        GoldSentence sentence;
        sentence.text = heading ? line.mid(2) : line;
        sentence.start = static_cast<int>(article.text.size());
        article.text += sentence.text;
        sentence.end = static_cast<int>(article.text.size());
        article.sentences.push_back(sentence);
        fresh = heading;
    }
    return article;
}

/// Articles of corpus/@p part, by name.
inline std::vector<GoldArticle> readCorpus(const QString &part)
{
    std::vector<GoldArticle> articles;
    const QDir folder(sourcePath(QStringLiteral("tests/suggest/corpus/") + part));
    for (const QString &name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name))
        articles.push_back(readArticle(folder.filePath(name)));
    return articles;
}

} // namespace ca::test
