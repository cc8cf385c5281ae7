// SPDX-License-Identifier: GPL-3.0-or-later
#include "Mutations.h"

#include <algorithm>
#include <functional>

namespace ca::test {
namespace {

QString replacedAll(QString text, const std::vector<std::pair<QString, QString>> &pairs)
{
    for (const auto &[from, to] : pairs)
        text.replace(from, to);
    return text;
}

QString crLf(const QString &text, Dice &) { return replacedAll(text, {{QStringLiteral("\n"), QStringLiteral("\r\n")}}); }
QString oldMac(const QString &text, Dice &) { return replacedAll(text, {{QStringLiteral("\n"), QStringLiteral("\r")}}); }
QString byteOrderMark(const QString &text, Dice &) { return QChar(0xFEFF) + text; }
QString blankLines(const QString &text, Dice &) { return replacedAll(text, {{QStringLiteral("\n"), QStringLiteral("\n\n")}}); }
QString decomposed(const QString &text, Dice &) { return text.normalized(QString::NormalizationForm_D); }
QString noBreakSpaces(const QString &text, Dice &) { return replacedAll(text, {{QStringLiteral(" "), QString(QChar(0xA0))}}); }
QString doubleSpaces(const QString &text, Dice &) { return replacedAll(text, {{QStringLiteral(". "), QStringLiteral(".  ")}}); }
QString ellipses(const QString &text, Dice &) { return replacedAll(text, {{QStringLiteral("..."), QString(QChar(0x2026))}}); }

QString thinSpaces(const QString &text, Dice &dice)
{
    QString out;
    for (const QChar c : text)
        out += c == u' ' && dice.chance(30) ? QChar(0x2009) : c;
    return out;
}

QString straightQuotes(const QString &text, Dice &)
{
    QString out = text;
    for (const char16_t c : u"\u2018\u2019")
        out.replace(QChar(c), u'\'');
    for (const char16_t c : u"\u201c\u201d\u00ab\u00bb")
        out.replace(QChar(c), u'"');
    return out;
}

QString curlyQuotes(const QString &text, Dice &)
{
    QString out;
    bool open = false;
    for (const QChar c : text) {
        if (c == u'"')
            open = !open;
        out += c == u'\'' ? QChar(0x2019) : c == u'"' ? QChar(open ? 0x201C : 0x201D) : c;
    }
    return out;
}

QString guillemets(const QString &text, Dice &dice)
{
    QString out = curlyQuotes(text, dice);
    return out.replace(QChar(0x201C), QChar(0xAB)).replace(QChar(0x201D), QChar(0xBB));
}

QString otherDashes(const QString &text, Dice &dice)
{
    static const QStringList dashes{QStringLiteral(" - "), QStringLiteral(" -- "), QString(QChar(0x2014)), QStringLiteral(" \u2014 ")};
    return replacedAll(text, {{QStringLiteral(" \u2013 "), dice.of(dashes)}});
}

QString invisible(const QString &text, Dice &dice)
{
    static const std::vector<char16_t> characters{0x00AD, 0x200B, 0x2060};
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        out += text[i];
        const bool within = i + 1 < text.size() && text[i].isLetter() && text[i + 1].isLetter();
        if (within && dice.chance(8))
            out += QChar(dice.of(characters));
    }
    return out;
}

/// Where a word may be broken: within letters, two at least on each side.
qsizetype breakIn(const QString &word, Dice &dice)
{
    for (int attempt = 0; attempt < 4 && word.size() >= 6; ++attempt) {
        const qsizetype at = dice.between(2, static_cast<int>(word.size()) - 3);
        bool letters = true;
        for (qsizetype i = at - 2; i < at + 2; ++i)
            letters = letters && word[i].isLetter();
        if (letters && word[at].isLower())
            return at;
    }
    return -1;
}

/// @p hyphen ends lines within words; none if it is null.
QString wrapLine(const QString &paragraph, int width, QChar hyphen, Dice &dice)
{
    QString out;
    qsizetype column = 0;
    for (QString word : paragraph.split(u' ')) {
        const bool full = column > 0 && column + 1 + word.size() > width;
        const qsizetype at = full && !hyphen.isNull() && dice.chance(60) ? breakIn(word, dice) : -1;
        if (at > 0) {
            out += u' ' + word.left(at) + hyphen + u'\n';
            word = word.mid(at);
            column = 0;
        } else if (column > 0) {
            out += full ? u'\n' : u' ';
            column = full ? 0 : column + 1;
        }
        out += word;
        column += word.size();
    }
    return out;
}

QString wrapAll(const QString &text, int width, QChar hyphen, Dice &dice)
{
    QStringList paragraphs = text.split(u'\n', Qt::SkipEmptyParts);
    for (QString &paragraph : paragraphs)
        paragraph = wrapLine(paragraph, width, hyphen, dice);
    return paragraphs.join(QStringLiteral("\n\n")) + u'\n';
}

QString wrap60(const QString &text, Dice &dice) { return wrapAll(text, 60, {}, dice); }
QString wrap72(const QString &text, Dice &dice) { return wrapAll(text, 72, {}, dice); }
QString wrap80(const QString &text, Dice &dice) { return wrapAll(text, 80, {}, dice); }
QString hyphenate60(const QString &text, Dice &dice) { return wrapAll(text, 60, u'-', dice); }
QString hyphenate72(const QString &text, Dice &dice) { return wrapAll(text, 72, QChar(0x2010), dice); }
QString hyphenate40(const QString &text, Dice &dice) { return wrapAll(text, 40, u'-', dice); }
QString softHyphenate(const QString &text, Dice &dice) { return wrapAll(text, 66, QChar(0xAD), dice); }

QString merged(const QString &text, Dice &dice)
{
    QString out;
    const QStringList paragraphs = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &paragraph : paragraphs)
        out += paragraph + (dice.chance(50) ? u' ' : u'\n');
    return out;
}

QString splitUp(const QString &text, Dice &dice)
{
    Document document = documentOf(text);
    QStringList lines;
    for (const QStringList &sentences : document) {
        QString line;
        for (const QString &sentence : sentences) {
            line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + sentence;
            if (dice.chance(40)) {
                lines << line;
                line.clear();
            }
        }
        if (!line.isEmpty())
            lines << line;
    }
    return lines.join(u'\n') + u'\n';
}

QString ligatures(const QString &text, Dice &)
{
    return replacedAll(text, {{QStringLiteral("ffi"), QString(QChar(0xFB03))}, {QStringLiteral("ff"), QString(QChar(0xFB00))},
                              {QStringLiteral("fi"), QString(QChar(0xFB01))}, {QStringLiteral("fl"), QString(QChar(0xFB02))}});
}

QString fullWidth(const QString &text, Dice &)
{
    QString out;
    for (const QChar c : text)
        out += c >= u'0' && c <= u'9' ? QChar(c.unicode() + 0xFEE0) : c;
    return out;
}

/// Pages of a few lines; @p foot and @p head write what stands between two.
QString paged(const QString &text, Dice &dice, const std::function<QString(int)> &between, QChar hyphen)
{
    const QStringList lines = wrapAll(text, 64, hyphen, dice).split(u'\n');
    // Two breaks at least: what stands in a text once is no running head.
    const int perPage = std::min(dice.between(7, 20), std::max(2, static_cast<int>(lines.size()) / 3));
    QString out;
    int page = dice.between(1, 40);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        out += lines[i] + u'\n';
        if (i % perPage == perPage - 1)
            out += between(page++);
    }
    return out;
}

QString pageNumbers(const QString &text, Dice &dice)
{
    return paged(text, dice, [](int page) { return QStringLiteral("\n%1\n\f").arg(page); }, {});
}

QString pageNumbersAndHeads(const QString &text, Dice &dice)
{
    return paged(text, dice, [](int page) { return QStringLiteral("\n%1\n\n\fReview of Small Harbours\n\n").arg(page); }, u'-');
}

QString dashedPageNumbers(const QString &text, Dice &dice)
{
    return paged(text, dice, [](int page) { return QStringLiteral("- %1 -\n").arg(page); }, {});
}

QString numberedHeads(const QString &text, Dice &dice)
{
    return paged(text, dice, [](int page) { return QStringLiteral("\n\f%1 Review of Small Harbours\n\n").arg(page); }, u'-');
}

/// Of five letters or more, and no square metre.
bool endsLongWord(const QString &text, qsizetype i)
{
    if (i < 8 || i + 1 >= text.size() || text[i + 1] != u' ')
        return false;
    const QString end = text.mid(i - 8, 9);
    for (const QString &unit : {QStringLiteral("met"), QStringLiteral("мет"), QStringLiteral("մետ")}) {
        if (end.contains(unit))
            return false;
    }
    return std::all_of(end.end() - 5, end.end(), [](QChar c) { return c.isLetter(); });
}

/// After the end of some words or sentences.
QString noted(const QString &text, Dice &dice, const std::function<QString(int)> &mark)
{
    QString out;
    int number = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        out += text[i];
        const bool sentence = i + 1 < text.size() && text[i] == u'.' && text[i + 1] == u' ';
        if ((sentence && dice.chance(25)) || (endsLongWord(text, i) && dice.chance(4)))
            out += mark(++number);
    }
    return out;
}

QString bracketNotes(const QString &text, Dice &dice)
{
    return noted(text, dice, [](int n) { return QStringLiteral("[%1]").arg(n); });
}

QString spacedBracketNotes(const QString &text, Dice &dice)
{
    return noted(text, dice, [](int n) { return QStringLiteral(" [%1]").arg(n); });
}

QString raisedNotes(const QString &text, Dice &dice)
{
    static const QString digits = QStringLiteral("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079");
    return noted(text, dice, [](int n) { return n > 9 ? QString(digits[n / 10]) + digits[n % 10] : QString(digits[n]); });
}

QString bulleted(const QString &text, Dice &dice)
{
    static const QStringList bullets{QStringLiteral("\u2022 "), QStringLiteral("- "), QStringLiteral("\u25aa  "), QStringLiteral("* ")};
    const QString bullet = dice.of(bullets);
    QStringList paragraphs = text.split(u'\n', Qt::SkipEmptyParts);
    for (QString &paragraph : paragraphs)
        paragraph.prepend(bullet);
    return paragraphs.join(u'\n') + u'\n';
}

QString headingInCapitals(const QString &text, Dice &)
{
    const qsizetype end = text.indexOf(u'\n');
    return text.left(end).toUpper() + text.mid(end);
}

QString boilerplate(const QString &text, Dice &dice)
{
    static const QStringList lines{QStringLiteral("Skip to the main part"), QStringLiteral("Share this page"),
                                   QStringLiteral("Written by our own staff"), QStringLiteral("Subscribe to the weekly letter")};
    QString before;
    for (int i = dice.between(1, 4); i > 0; --i)
        before += dice.of(lines) + u'\n';
    return before + text + dice.of(lines) + u'\n';
}

} // namespace

const std::vector<Mutation> &resavings()
{
    static const std::vector<Mutation> all{
        {"as it is", [](const QString &t, Dice &) { return t; }}, {"CR LF", crLf}, {"CR", oldMac},
        {"byte order mark", byteOrderMark}, {"blank lines", blankLines}, {"decomposed", decomposed},
        {"no-break spaces", noBreakSpaces}, {"double spaces", doubleSpaces}, {"thin spaces", thinSpaces},
        {"straight quotes", straightQuotes}, {"curly quotes", curlyQuotes}, {"guillemets", guillemets},
        {"other dashes", otherDashes}, {"ellipses", ellipses}, {"invisible characters", invisible}, {"boilerplate", boilerplate}};
    return all;
}

const std::vector<Mutation> &rewrappings()
{
    static const std::vector<Mutation> all{
        {"wrapped at 60", wrap60}, {"wrapped at 72", wrap72}, {"wrapped at 80", wrap80}, {"hyphenated at 60", hyphenate60},
        {"hyphenated at 72", hyphenate72}, {"hyphenated at 40", hyphenate40}, {"soft hyphens", softHyphenate},
        {"paragraphs merged", merged}, {"paragraphs split", splitUp}};
    return all;
}

const std::vector<Mutation> &retypesettings()
{
    static const std::vector<Mutation> all{
        {"ligatures", ligatures}, {"full-width figures", fullWidth}, {"page numbers", pageNumbers},
        {"page numbers and heads", pageNumbersAndHeads}, {"dashed page numbers", dashedPageNumbers},
        {"numbered heads", numberedHeads}, {"footnotes in brackets", bracketNotes},
        {"footnotes in brackets apart", spacedBracketNotes}, {"raised footnotes", raisedNotes}, {"bullets", bulleted},
        {"heading in capitals", headingInCapitals}};
    return all;
}

} // namespace ca::test
