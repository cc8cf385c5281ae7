// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Language.h"

#include "suggest/WordFile.h"

#include <QSet>

namespace ca::suggest {

namespace {

struct SmallWords {
    QSet<QString> western;
    QSet<QString> turkic;

    SmallWords()
    {
        const auto rows = readWordFile(QStringLiteral("languages.txt"));
        for (const QString &word : wordsOf(rows, QStringLiteral("western")))
            western.insert(word);
        for (const QString &word : wordsOf(rows, QStringLiteral("turkic")))
            turkic.insert(word);
    }
};

bool hasTurkicLetter(QStringView word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) {
        return QStringView(u"\u0259\u018f\u01dd\u0131\u011f\u015f\u0130\u015e").contains(c);
    });
}

} // namespace

Language languageOf(const Words &words, int first, int last, Language otherwise)
{
    static const SmallWords small;
    int western = 0, turkic = 0;
    for (int i = first; i < last; ++i) {
        if (words.at(i).script != Script::Latin)
            continue;
        const QString lower = words.original(i).toString().toLower();
        western += small.western.contains(lower) ? 1 : 0;
        // Names carry such letters into any language: only plain words tell.
        turkic += small.turkic.contains(lower) || (!words.at(i).capital && hasTurkicLetter(words.original(i))) ? 1 : 0;
    }
    return western == turkic ? otherwise : turkic > western ? Language::Turkic : Language::Western;
}

} // namespace ca::suggest
