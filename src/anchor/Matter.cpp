// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/Matter.h"

#include "anchor/Words.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace ca {
namespace {

using Matter = AnchorDifference::Matter;

/// Words of a stretch that the other has not, as often; case folded.
QStringList without(QStringList words, const QStringList &others)
{
    for (const QString &other : others)
        words.removeOne(other);
    return words;
}

QStringList folded(const QString &text)
{
    QStringList out;
    for (const Word &word : wordsOf(text))
        out << foldedCase(QStringView(text).mid(word.start, word.length));
    return out;
}

bool isNumber(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isNumber(); });
}

bool isNegation(const QString &word)
{
    static const QSet<QString> words{
        QStringLiteral("not"), QStringLiteral("no"), QStringLiteral("never"), QStringLiteral("nor"),
        QStringLiteral("neither"), QStringLiteral("none"), QStringLiteral("cannot"), QStringLiteral("without"),
        QStringLiteral("не"), QStringLiteral("ни"), QStringLiteral("нет"), QStringLiteral("никогда"),
        QStringLiteral("нельзя"), QStringLiteral("без"), QStringLiteral("değil"), QStringLiteral("yok"),
        QStringLiteral("hiç"), QStringLiteral("asla"), QStringLiteral("deyil"), QStringLiteral("yox"),
        QStringLiteral("heç"), QStringLiteral("ոչ"), QStringLiteral("չէ"), QStringLiteral("չի")};
    return words.contains(word) || word.endsWith(QStringLiteral("n't")) || word.startsWith(u'չ');
}

/// gidecek and gitmeyecek, gelir and gelmir: one word has the syllable that the other lacks.
bool differByNegativeSyllable(const QString &a, const QString &b)
{
    const QString &longer = a.size() > b.size() ? a : b;
    const QString &shorter = a.size() > b.size() ? b : a;
    for (const QStringView syllable : {u"ma", u"me", u"mə", u"mi", u"mu", u"mü"}) {
        const qsizetype at = longer.indexOf(syllable, 2);
        if (at > 0 && shorter.size() > at && longer.left(at) == shorter.left(at))
            return longer.right(1) == shorter.right(1);
    }
    return false;
}

bool isUnit(const QString &word)
{
    static const QSet<QString> words{
        QStringLiteral("km"), QStringLiteral("m"), QStringLiteral("cm"), QStringLiteral("mm"), QStringLiteral("kg"),
        QStringLiteral("t"), QStringLiteral("bcm"), QStringLiteral("mw"), QStringLiteral("gw"), QStringLiteral("kv"),
        QStringLiteral("$"), QStringLiteral("€"), QStringLiteral("£"), QStringLiteral("₼"), QStringLiteral("֏"),
        QStringLiteral("₽"), QStringLiteral("₺"), QStringLiteral("%"), QStringLiteral("°"), QStringLiteral("usd"),
        QStringLiteral("eur"), QStringLiteral("percent"), QStringLiteral("million"), QStringLiteral("billion"),
        QStringLiteral("trillion"), QStringLiteral("thousand"), QStringLiteral("dollars"), QStringLiteral("euros"),
        QStringLiteral("tonnes"), QStringLiteral("tons"), QStringLiteral("miles"), QStringLiteral("kilometres"),
        QStringLiteral("kilometers"), QStringLiteral("metres"), QStringLiteral("meters"), QStringLiteral("км"),
        QStringLiteral("м"), QStringLiteral("т"), QStringLiteral("тонн"), QStringLiteral("млн"), QStringLiteral("млрд"),
        QStringLiteral("миллионов"), QStringLiteral("миллиардов"), QStringLiteral("тысяч"), QStringLiteral("долларов"),
        QStringLiteral("рублей"), QStringLiteral("процентов"), QStringLiteral("километров"), QStringLiteral("milyon"),
        QStringLiteral("milyar"), QStringLiteral("milyard"), QStringLiteral("bin"), QStringLiteral("min"),
        QStringLiteral("ton"), QStringLiteral("dolar"), QStringLiteral("dollar"), QStringLiteral("manat"),
        QStringLiteral("կմ"), QStringLiteral("մ"), QStringLiteral("տոննա"), QStringLiteral("միլիոն"),
        QStringLiteral("միլիարդ"), QStringLiteral("հազար"), QStringLiteral("դոլար"), QStringLiteral("դրամ")};
    return words.contains(word);
}

bool anyNegativeSyllable(const QStringList &gone, const QStringList &come)
{
    return std::any_of(gone.begin(), gone.end(), [&](const QString &a) {
        return std::any_of(come.begin(), come.end(), [&a](const QString &b) { return differByNegativeSyllable(a, b); });
    });
}

bool hasLetters(const QString &word)
{
    return word.front().isLetterOrNumber() || word.front().isSurrogate();
}

} // namespace

AnchorDifference::Matter matterOf(const QString &before, const QString &after)
{
    const QStringList a = folded(before);
    const QStringList b = folded(after);
    const QStringList gone = without(a, b);
    const QStringList come = without(b, a);
    const QStringList both = gone + come;
    const auto any = [&both](auto condition) { return std::any_of(both.begin(), both.end(), condition); };
    if (any(isNumber))
        return Matter::Number;
    if (any(isNegation) || anyNegativeSyllable(gone, come))
        return Matter::Negation;
    if (any(isUnit))
        return Matter::Unit;
    if (any(hasLetters))
        return Matter::Words;
    if (a == b)
        return before == after ? Matter::Words : Matter::Case;
    return both.isEmpty() ? Matter::Words : Matter::Punctuation;
}

bool isGrave(AnchorDifference::Matter matter)
{
    return matter == Matter::Number || matter == Matter::Negation || matter == Matter::Unit;
}

} // namespace ca
