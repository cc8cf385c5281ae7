// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Endings.h"

#include "atlas/Folding.h"
#include "suggest/WordFile.h"

#include <QHash>
#include <QSet>

#include <array>

namespace ca::suggest {

namespace {

using EndingSet = QSet<QString>;

/// A = a or e, I = i or u (folded), D = d or t: all readings of a template.
void expand(const QString &pattern, EndingSet &out)
{
    QStringList readings{QString()};
    for (const QChar c : pattern) {
        const QStringView letters = c == u'A' ? QStringView(u"ae") : c == u'I' ? QStringView(u"iu") : c == u'D' ? QStringView(u"dt") : QStringView(&c, 1);
        QStringList longer;
        for (const QString &reading : readings) {
            for (const QChar letter : letters)
                longer << reading + letter;
        }
        readings = longer;
    }
    for (const QString &reading : readings)
        out.insert(reading);
}

class EndingTable {
public:
    EndingTable()
    {
        const auto rows = readWordFile(QStringLiteral("endings.txt"));
        const std::pair<Ending, const char *> plain[] = {
            {Ending::RussianAdjective, "russian-adjective"}, {Ending::RussianHard, "russian-hard"}, {Ending::RussianA, "russian-a"},
            {Ending::RussianYa, "russian-ya"}, {Ending::RussianSoft, "russian-soft"}, {Ending::RussianY, "russian-y"},
            {Ending::RussianNeuter, "russian-iy-neuter"}, {Ending::Armenian, "armenian"}, {Ending::ArmenianI, "armenian-i"},
            {Ending::Georgian, "georgian"}, {Ending::GeorgianI, "georgian-i"}, {Ending::GeorgianSyncope, "georgian-syncope"}};
        for (const auto &[ending, head] : plain) {
            for (const QString &word : wordsOf(rows, QLatin1String(head)))
                set(ending).insert(fold(word));
        }
        for (const QString &word : wordsOf(rows, QStringLiteral("english")))
            m_english.insert(fold(word));
        for (const QString &word : wordsOf(rows, QStringLiteral("turkic-c")))
            expand(word, set(Ending::Latin));
        for (const char *head : {"turkic-v", "turkic-p"}) {
            for (const QString &word : wordsOf(rows, QLatin1String(head)))
                expand(word, set(Ending::LatinVowel));
        }
    }

    [[nodiscard]] bool has(Ending ending, const QString &rest) const { return m_sets[index(ending)].contains(rest); }
    [[nodiscard]] bool isEnglish(const QString &rest) const { return m_english.contains(rest); }

private:
    static std::size_t index(Ending ending) { return static_cast<std::size_t>(ending); }
    EndingSet &set(Ending ending) { return m_sets[index(ending)]; }
    std::array<EndingSet, static_cast<std::size_t>(Ending::Count)> m_sets;
    EndingSet m_english;
};

const EndingTable &endingTable()
{
    static const EndingTable table;
    return table;
}

bool isVowel(QChar folded)
{
    return QStringView(u"aeiou").contains(folded);
}

enum class Harmony { Back, Front, Unknown };

/// ASCII i stands for both ı and i where a text is typed without the marks.
Harmony harmonyOf(QChar c)
{
    const QChar lower = c == QChar(0x130) ? QChar(u'i') : c == u'I' ? QChar(0x131) : c.toLower();
    if (QStringView(u"aou\u0131").contains(lower))
        return Harmony::Back;
    return QStringView(u"e\u0259\u01dd\u00f6\u00fci").contains(lower) ? Harmony::Front : Harmony::Unknown;
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
}

/// Vowel harmony between the stem's last vowel and the ending's first.
bool harmonises(QStringView stem, QStringView ending)
{
    if (isAscii(stem) && isAscii(ending))
        return true;
    Harmony before = Harmony::Unknown, after = Harmony::Unknown;
    for (const QChar c : stem) {
        const Harmony one = harmonyOf(c);
        before = one == Harmony::Unknown ? before : one;
    }
    for (const QChar c : ending) {
        if (after == Harmony::Unknown)
            after = harmonyOf(c);
    }
    return before == Harmony::Unknown || after == Harmony::Unknown || before == after;
}

StemForm cut(const QString &word, int letters, Ending ending, bool bare)
{
    return {fold(word.left(word.size() - letters)), ending, bare, Script::Latin};
}

std::vector<StemForm> russianForms(const QString &word)
{
    static const QStringList adjectives{
        QStringLiteral("ый"), QStringLiteral("ий"), QStringLiteral("ой"), QStringLiteral("ая"), QStringLiteral("яя"),
        QStringLiteral("ое"), QStringLiteral("ее"), QStringLiteral("ые"), QStringLiteral("ие")};
    const QString lower = word.toLower();
    if (lower.size() < 4)
        return {cut(word, 0, lower.size() < 3 || lower.back() == u'и' || word == word.toUpper() ? Ending::None : Ending::RussianHard, true)};
    for (const QString &ending : adjectives) {
        if (lower.size() > 4 && lower.endsWith(ending))
            return {cut(word, 2, Ending::RussianAdjective, false)};
    }
    if (lower.endsWith(QStringLiteral("ие")))
        return {cut(word, 1, Ending::RussianNeuter, false)};
    switch (lower.back().unicode()) {
    case u'а': return {cut(word, 1, Ending::RussianA, false)};
    case u'я': return {cut(word, 1, Ending::RussianYa, false)};
    case u'ь': return {cut(word, 1, Ending::RussianSoft, true)};
    case u'й': return {cut(word, 1, Ending::RussianY, false)};
    default: break;
    }
    const bool indeclinable = QStringView(u"еёиоуыэю").contains(lower.back());
    return {cut(word, 0, indeclinable ? Ending::None : Ending::RussianHard, true)};
}

std::vector<StemForm> armenianForms(const QString &word, bool last)
{
    std::vector<StemForm> forms{cut(word, 0, last ? Ending::Armenian : Ending::None, true)};
    if (last && word.size() > 3 && word.endsWith(QChar(0x56b)))
        forms.push_back(cut(word, 1, Ending::ArmenianI, false));
    return forms;
}

std::vector<StemForm> georgianForms(const QString &word)
{
    static const QStringList syncopating{QStringLiteral("ანი"), QStringLiteral("ელი"), QStringLiteral("არი"), QStringLiteral("ალი"),
                                         QStringLiteral("ოლი"), QStringLiteral("ორი"), QStringLiteral("ენი")};
    std::vector<StemForm> forms{cut(word, 0, Ending::Georgian, true)};
    if (word.size() < 4)
        return forms;
    if (word.endsWith(u'ი'))
        forms.push_back(cut(word, 1, Ending::GeorgianI, true));
    if (word.endsWith(u'ა'))
        forms.push_back(cut(word, 1, Ending::GeorgianSyncope, false));
    for (const QString &ending : syncopating) {
        if (word.size() > 5 && word.endsWith(ending))
            forms.push_back({fold(word.left(word.size() - 3) + word[word.size() - 2]), Ending::GeorgianSyncope, false, Script::Georgian});
    }
    return forms;
}

bool endsLatin(const Words &words, int i, int stemLength, Ending ending, Language language)
{
    const QStringView rest = words.folded(i).mid(stemLength);
    const bool apostrophe = rest.startsWith(u'\'');
    if (endingTable().isEnglish(rest.toString()))
        return true;
    if (!apostrophe && language != Language::Turkic)
        return false;
    // Behind an apostrophe there is no doubt where the name ends; abbreviations end as they are read (IGB'nin).
    if (apostrophe) {
        const QString behind = rest.mid(1).toString();
        return endingTable().has(Ending::Latin, behind) || endingTable().has(Ending::LatinVowel, behind);
    }
    if (!endingTable().has(ending, rest.toString()))
        return false;
    const int at = words.endOfFolded(i, stemLength) - words.at(i).start;
    return harmonises(words.original(i).left(at), words.original(i).mid(at));
}

constexpr qsizetype longestEnding = 9;

} // namespace

std::vector<StemForm> formsOf(const QString &word, bool lastOfName)
{
    const Words read(word);
    const Script script = read.count() == 1 ? read.at(0).script : Script::Other;
    std::vector<StemForm> forms;
    if (script == Script::Cyrillic)
        forms = russianForms(word);
    else if (script == Script::Armenian)
        forms = armenianForms(word, lastOfName);
    else if (script == Script::Georgian)
        forms = georgianForms(word);
    else
        forms = {cut(word, 0, script == Script::Latin && lastOfName ? Ending::Latin : Ending::None, true)};
    for (StemForm &form : forms) {
        form.script = script;
        if (form.ending == Ending::Latin && !form.stem.isEmpty() && isVowel(form.stem.back()))
            form.ending = Ending::LatinVowel;
    }
    return forms;
}

bool endsWell(const Words &words, int i, int stemLength, const StemForm &form, Language language)
{
    const QStringView rest = words.folded(i).mid(stemLength);
    if (words.at(i).script != form.script)
        return false;
    if (rest.isEmpty())
        return form.bare;
    if (form.ending == Ending::Any)
        return true;
    if (form.ending == Ending::None || rest.size() > longestEnding)
        return false;
    if (form.ending == Ending::Latin || form.ending == Ending::LatinVowel)
        return endsLatin(words, i, stemLength, form.ending, language);
    return endingTable().has(form.ending, rest.toString());
}

} // namespace ca::suggest
