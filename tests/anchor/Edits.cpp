// SPDX-License-Identifier: GPL-3.0-or-later
#include "Mutations.h"

#include <algorithm>

namespace ca::test {
namespace {

/// Where the first passage stands, without its marks; empty when it is gone.
TextRange inner(const QString &text)
{
    const auto from = static_cast<int>(text.indexOf(opening));
    const auto to = static_cast<int>(text.indexOf(closing, from));
    return from < 0 || to < from ? TextRange{} : TextRange{from + 1, to - from - 1};
}

/// Ranges of the words within a stretch.
std::vector<TextRange> wordsIn(const QString &text, TextRange stretch)
{
    std::vector<TextRange> words;
    for (int i = stretch.start; i < stretch.end();) {
        int end = i;
        while (end < stretch.end() && text[end].isLetterOrNumber())
            ++end;
        if (end > i)
            words.push_back({i, end - i});
        i = std::max(end, i + 1);
    }
    return words;
}

std::vector<TextRange> wordsOutside(const QString &text)
{
    const TextRange passage = inner(text);
    std::vector<TextRange> words = wordsIn(text, {0, std::max(0, passage.start - 1)});
    const std::vector<TextRange> after = wordsIn(text, {passage.end() + 1, static_cast<int>(text.size()) - passage.end() - 1});
    words.insert(words.end(), after.begin(), after.end());
    return words;
}

QString exchange(QString text, TextRange word, const QString &other)
{
    return text.replace(word.start, word.length, other);
}

QString someWord(const QString &text, Dice &dice)
{
    const std::vector<TextRange> words = wordsIn(text, {0, static_cast<int>(text.size())});
    const TextRange word = words[static_cast<std::size_t>(dice.below(static_cast<int>(words.size())))];
    return text.mid(word.start, word.length);
}

QString editWord(const QString &text, const std::vector<TextRange> &words, Dice &dice)
{
    if (words.empty())
        return text;
    const int at = dice.below(static_cast<int>(words.size()));
    const TextRange word = words[static_cast<std::size_t>(at)];
    switch (dice.below(3)) {
    case 0: return exchange(text, word, someWord(text, dice));
    case 1: return at == 0 ? text : exchange(text, word, someWord(text, dice) + u' ' + text.mid(word.start, word.length));
    default: return exchange(text, word, QString());
    }
}

QString wordInPassage(const QString &text, Dice &dice) { return editWord(text, wordsIn(text, inner(text)), dice); }
QString wordOutside(const QString &text, Dice &dice) { return editWord(text, wordsOutside(text), dice); }

QString severalWordsInPassage(const QString &text, Dice &dice)
{
    QString out = text;
    for (int i = dice.between(2, 5); i > 0; --i)
        out = wordInPassage(out, dice);
    return out;
}

QString severalWordsOutside(const QString &text, Dice &dice)
{
    QString out = text;
    for (int i = dice.between(5, 25); i > 0; --i)
        out = wordOutside(out, dice);
    return out;
}

QString changedNumber(const QString &text, const std::vector<TextRange> &words, Dice &dice)
{
    std::vector<TextRange> numbers;
    for (const TextRange &word : words) {
        if (text[word.start].isDigit())
            numbers.push_back(word);
    }
    if (numbers.empty())
        return text;
    const TextRange number = dice.of(numbers);
    QString digits = text.mid(number.start, number.length);
    const int at = dice.below(static_cast<int>(digits.size()));
    digits[at] = digits[at].isDigit() ? QChar(u'0' + (digits[at].digitValue() + dice.between(1, 9)) % 10) : digits[at];
    return exchange(text, number, digits);
}

QString numberInPassage(const QString &text, Dice &dice) { return changedNumber(text, wordsIn(text, inner(text)), dice); }
QString numberOutside(const QString &text, Dice &dice) { return changedNumber(text, wordsOutside(text), dice); }

QString negated(const QString &text, Dice &dice)
{
    static const QStringList negations{QStringLiteral("not"), QStringLiteral("never"), QStringLiteral("не"),
                                       QStringLiteral("değil"), QStringLiteral("deyil"), QStringLiteral("ոչ")};
    const TextRange passage = inner(text);
    for (const TextRange &word : wordsIn(text, passage)) {
        if (negations.contains(text.mid(word.start, word.length)))
            return exchange(text, word, QString());
    }
    const std::vector<TextRange> words = wordsIn(text, passage);
    if (words.size() < 2)
        return text;
    // Not at an end: there it would stand beside the passage, not in it.
    const TextRange word = words[static_cast<std::size_t>(dice.between(1, static_cast<int>(words.size()) - 1))];
    return exchange(text, word, dice.of(negations) + u' ' + text.mid(word.start, word.length));
}

/// A Latin letter for a Cyrillic one that looks like it, or the other way round.
QString lookAlike(const QString &text, Dice &dice)
{
    static const QString latin = QStringLiteral("aceopxy");
    static const QString cyrillic = QStringLiteral("асеорху");
    const TextRange passage = inner(text);
    std::vector<int> places;
    for (int i = passage.start; i < passage.end(); ++i) {
        if (latin.contains(text[i]) || cyrillic.contains(text[i]))
            places.push_back(i);
    }
    if (places.empty())
        return text;
    QString out = text;
    const int at = dice.of(places);
    const qsizetype k = latin.indexOf(text[at]);
    out[at] = k >= 0 ? cyrillic[k] : latin[cyrillic.indexOf(text[at])];
    return out;
}

QString otherCase(const QString &text, Dice &dice)
{
    const std::vector<TextRange> words = wordsIn(text, inner(text));
    if (words.empty())
        return text;
    const TextRange word = words[static_cast<std::size_t>(dice.below(static_cast<int>(words.size())))];
    QString out = text;
    const QChar first = text[word.start];
    out[word.start] = first.isLower() ? first.toUpper() : first.toLower();
    return out;
}

QString otherPunctuation(const QString &text, Dice &)
{
    const TextRange passage = inner(text);
    QString out = text;
    for (int i = passage.start; i < passage.end(); ++i) {
        if (text[i] == u',')
            return out.remove(i, 1);
    }
    return out;
}

QString passageRemoved(const QString &text, Dice &)
{
    const TextRange passage = inner(text);
    QString out = text;
    return passage.length == 0 ? out : out.remove(passage.start - 1, passage.length + 2);
}

QString paragraphOfPassageRemoved(const QString &text, Dice &)
{
    Document document = documentOf(text);
    // A passage may begin in one paragraph and end in another: all go.
    bool within = false;
    std::erase_if(document, [&within](const QStringList &p) {
        const QString all = p.join(u' ');
        const bool goes = within || hasMark(all);
        within = (within || all.contains(opening)) && !all.contains(closing);
        return goes;
    });
    return textOf(document);
}

/// The passage goes; one much like it comes, there or elsewhere.
QString nearTwin(const QString &text, Dice &dice)
{
    const TextRange passage = inner(text);
    std::vector<TextRange> words = wordsIn(text, passage);
    const auto isNumber = [&text](const TextRange &word) { return text[word.start].isDigit(); };
    if (words.empty())
        return {};
    if (std::any_of(words.begin(), words.end(), isNumber) && dice.chance(70))
        std::erase_if(words, [&](const TextRange &word) { return !isNumber(word); });
    // Longer than any word was, so that no edit before is taken back.
    const TextRange word = dice.of(words);
    const QString other = text.mid(word.start, word.length) + (isNumber(word) ? u'7' : text[word.start].toLower());
    return text.mid(passage.start, word.start - passage.start) + other + text.mid(word.end(), passage.end() - word.end());
}

QString replacedByTwin(const QString &text, Dice &dice)
{
    const QString twin = nearTwin(text, dice);
    const TextRange passage = inner(text);
    if (twin.isEmpty())
        return text;
    QString out = text;
    return out.replace(passage.start - 1, passage.length + 2, twin);
}

QString withTwinElsewhere(const QString &text, Dice &dice)
{
    QString twin = nearTwin(text, dice);
    if (twin.isEmpty())
        return text;
    Document document = documentOf(text);
    QStringList &paragraph = dice.of(document);
    if (paragraph.size() > 1 && !hasMark(paragraph.join(u' ')))
        paragraph.insert(dice.below(static_cast<int>(paragraph.size())), twin.replace(u'\n', u' '));
    else
        document.push_back({twin.replace(u'\n', u' ')});
    return textOf(document);
}

QString removedWithTwinElsewhere(const QString &text, Dice &dice)
{
    return passageRemoved(withTwinElsewhere(text, dice), dice);
}

/// One of several identical sentences is not told from the others: when it comes to stand where the passage
/// stood, nobody knows the truth.
bool isTwinOfPassage(const QString &some, const QString &text)
{
    const QString all = unmarked(text.mid(text.indexOf(opening), text.indexOf(closing) - text.indexOf(opening)));
    return !hasMark(some) && (all.contains(some) || (!all.isEmpty() && some.contains(all)));
}

/// Sentences of other paragraphs, or of the passage's own, change places.
QString sentencesSwapped(const QString &text, Dice &dice)
{
    Document document = documentOf(text);
    for (int i = dice.between(1, 4); i > 0; --i) {
        QString &a = dice.of(dice.of(document));
        QString &b = dice.of(dice.of(document));
        const auto whole = [](const QString &s) { return s.count(opening) == s.count(closing); };
        const bool between = !isTwinOfPassage(a, text) && !isTwinOfPassage(b, text) && whole(a) && whole(b) && &a != &b;
        if (between)
            std::swap(a, b);
    }
    return textOf(document);
}

bool isWhole(const QStringList &paragraph)
{
    const QString all = paragraph.join(u' ');
    return all.count(opening) == all.count(closing);
}

QString paragraphMoved(const QString &text, Dice &dice)
{
    Document document = documentOf(text);
    for (int i = dice.between(1, 3); i > 0; --i) {
        const auto from = dice.below(static_cast<int>(document.size()));
        const QStringList paragraph = document[static_cast<std::size_t>(from)];
        if (!isWhole(paragraph) || isTwinOfPassage(paragraph.join(u' '), text))
            continue;
        document.erase(document.begin() + from);
        document.insert(document.begin() + dice.below(static_cast<int>(document.size()) + 1), paragraph);
    }
    return textOf(document);
}

QString paragraphOfPassageMoved(const QString &text, Dice &dice)
{
    Document document = documentOf(text);
    for (std::size_t i = 0; i < document.size(); ++i) {
        if (!hasMark(document[i].join(u' ')) || !isWhole(document[i]))
            continue;
        const QStringList paragraph = document[i];
        document.erase(document.begin() + static_cast<std::ptrdiff_t>(i));
        document.insert(document.begin() + dice.below(static_cast<int>(document.size()) + 1), paragraph);
        break;
    }
    return textOf(document);
}

QString paragraphDuplicated(const QString &text, Dice &dice)
{
    Document document = documentOf(text);
    const QStringList paragraph = dice.of(document);
    if (isWhole(paragraph) && !isTwinOfPassage(paragraph.join(u' '), text))
        document.insert(document.begin() + dice.below(static_cast<int>(document.size()) + 1), paragraph);
    return textOf(document);
}

QString paragraphsRemoved(const QString &text, Dice &dice)
{
    Document document = documentOf(text);
    for (int i = dice.between(1, 3); i > 0 && document.size() > 2; --i) {
        const auto at = dice.below(static_cast<int>(document.size()));
        if (!hasMark(document[static_cast<std::size_t>(at)].join(u' ')) && isWhole(document[static_cast<std::size_t>(at)]))
            document.erase(document.begin() + at);
    }
    return textOf(document);
}

QString sentenceInserted(const QString &text, Dice &dice)
{
    Document document = documentOf(text);
    for (int i = dice.between(1, 3); i > 0; --i) {
        QStringList &paragraph = dice.of(document);
        // A copy of the passage itself stays marked: its words stand there, too.
        const QString other = dice.of(document).first();
        if (other.count(opening) == other.count(closing) && !isTwinOfPassage(other, text))
            paragraph.insert(dice.below(static_cast<int>(paragraph.size()) + 1), other);
    }
    return textOf(document);
}

QString sentencesRemoved(const QString &text, Dice &dice)
{
    Document document = documentOf(text);
    for (int i = dice.between(1, 4); i > 0; --i) {
        QStringList &paragraph = dice.of(document);
        const auto at = dice.below(static_cast<int>(paragraph.size()));
        if (!paragraph.isEmpty() && !hasMark(paragraph[at]))
            paragraph.removeAt(at);
    }
    return textOf(document);
}

} // namespace

const std::vector<Mutation> &edits()
{
    static const std::vector<Mutation> all{
        {"word in the passage", wordInPassage}, {"words in the passage", severalWordsInPassage}, {"word outside", wordOutside},
        {"words outside", severalWordsOutside}, {"number in the passage", numberInPassage}, {"number outside", numberOutside},
        {"negation in the passage", negated}, {"look-alike letter", lookAlike}, {"case in the passage", otherCase},
        {"comma in the passage", otherPunctuation}, {"passage removed", passageRemoved},
        {"paragraph of the passage removed", paragraphOfPassageRemoved}, {"passage replaced by a twin", replacedByTwin},
        {"twin elsewhere", withTwinElsewhere}, {"removed, twin elsewhere", removedWithTwinElsewhere},
        {"sentences swapped", sentencesSwapped}, {"paragraphs moved", paragraphMoved},
        {"paragraph of the passage moved", paragraphOfPassageMoved}, {"paragraph duplicated", paragraphDuplicated},
        {"paragraphs removed", paragraphsRemoved}, {"sentences inserted", sentenceInserted}, {"sentences removed", sentencesRemoved}};
    return all;
}

} // namespace ca::test
