// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/NameIndex.h"

#include "atlas/Folding.h"

#include <QStringList>

#include <algorithm>

namespace ca {
namespace {

/// After names, in turns, as loose folding makes one letter of two equal ones. Folding lets both pass
/// and no name holds them.
constexpr QChar separators[] = {QChar(0x01), QChar(0x02)};
constexpr qsizetype chunk = 1 << 15;       ///< folded at a time, so that its work space stays small
constexpr qsizetype shortestWithin = 3;    ///< fewer letters are sought at the beginning of words only
constexpr qsizetype shortestAlike = 3;     ///< fewer sound like anything

bool isSeparator(QChar c)
{
    return c == separators[0] || c == separators[1];
}

bool isDropped(QChar c)
{
    return c == u'\'' || c == u'"';
}

bool isGap(QChar c)
{
    return c.isSpace() || c == u'-' || c == u'/' || c == u',' || c == u';';
}

/// Punctuation differs too freely between spellings to be compared: gaps become one blank, none
/// at the ends of a name.
QString withPlainPunctuation(const QString &folded)
{
    QString out;
    out.reserve(folded.size());
    bool gap = false;
    for (const QChar c : folded) {
        if (isDropped(c))
            continue;
        if (isGap(c)) {
            gap = true;
            continue;
        }
        if (gap && !out.isEmpty() && !isSeparator(c) && !isSeparator(out.back()))
            out += u' ';
        gap = false;
        out += c;
    }
    return out;
}

QString foldedKey(const QString &text)
{
    return withPlainPunctuation(fold(text));
}

QString looseKey(const QString &text)
{
    return withPlainPunctuation(foldLoosely(text));
}

bool beginsWord(QStringView name, qsizetype at)
{
    return at == 0 || !(name[at - 1].isLetterOrNumber() || name[at - 1].isSurrogate());
}

bool hasWord(QStringView name, QStringView word)
{
    for (qsizetype i = name.indexOf(word); i >= 0; i = name.indexOf(word, i + 1)) {
        if (beginsWord(name, i))
            return true;
    }
    return false;
}

} // namespace

QStringView NameIndex::Buffer::name(std::size_t i) const
{
    return QStringView(text).mid(starts[i], starts[i + 1] - starts[i] - 1);
}

void NameIndex::Buffer::findStarts()
{
    starts.assign(1, 0);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isSeparator(text[i]))
            starts.push_back(static_cast<int>(i) + 1);
    }
}

/// One look-up: the words folded both ways, and what was found so far for each entry.
class NameIndex::Scan {
public:
    Scan(const NameIndex &index, const QString &words)
        : m_index(index), m_folded(foldedKey(words)), m_loose(looseKey(words)),
          m_words(m_folded.split(u' ', Qt::SkipEmptyParts)), m_best(index.m_firstName.size())
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_folded.isEmpty(); }

    void names()
    {
        each(m_index.m_folded, m_folded, [&](std::size_t i, QStringView name, qsizetype at) {
            note(i, gradeAt(name, at), name);
        });
    }

    void allWords()
    {
        if (m_words.size() < 2)
            return;
        const QString longest = *std::max_element(m_words.begin(), m_words.end(), [](const QString &a, const QString &b) {
            return a.size() < b.size();
        });
        each(m_index.m_folded, longest, [&](std::size_t i, QStringView name, qsizetype) {
            if (hasAllWords(name))
                note(i, Grade::AllWords, name);
        });
    }

    void alike()
    {
        if (m_loose.size() < shortestAlike)
            return;
        each(m_index.m_loose, m_loose, [&](std::size_t i, QStringView name, qsizetype at) {
            note(i, alikeAt(name, at), name);
        });
    }

    [[nodiscard]] std::vector<Match> matches() const
    {
        std::vector<Match> out;
        std::copy_if(m_best.begin(), m_best.end(), std::back_inserter(out), [](const Match &m) {
            return m.grade != Grade::None;
        });
        return out;
    }

private:
    /// Calls @p visit for every place where @p needle stands.
    template <class Visit>
    void each(const Buffer &buffer, const QString &needle, Visit visit) const
    {
        const QStringView text(buffer.text);
        std::size_t i = 0;
        for (qsizetype at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
            const auto next = std::upper_bound(buffer.starts.begin() + static_cast<std::ptrdiff_t>(i),
                                               buffer.starts.end(), static_cast<int>(at));
            i = static_cast<std::size_t>(next - buffer.starts.begin()) - 1;
            visit(i, buffer.name(i), at - buffer.starts[i]);
        }
    }

    [[nodiscard]] Grade gradeAt(QStringView name, qsizetype at) const
    {
        if (at == 0)
            return name.size() == m_folded.size() ? Grade::Equal : Grade::Begins;
        if (beginsWord(name, at))
            return Grade::WordBegins;
        return m_folded.size() >= shortestWithin ? Grade::Contains : Grade::None;
    }

    [[nodiscard]] Grade alikeAt(QStringView name, qsizetype at) const
    {
        if (at == 0)
            return name.size() == m_loose.size() ? Grade::Alike : Grade::AlikeBegins;
        return beginsWord(name, at) ? Grade::AlikeWord : Grade::None;
    }

    [[nodiscard]] bool hasAllWords(QStringView name) const
    {
        return std::all_of(m_words.begin(), m_words.end(), [name](const QString &word) { return hasWord(name, word); });
    }

    void note(std::size_t nameIndex, Grade grade, QStringView name)
    {
        const int entry = m_index.m_entryOf[nameIndex];
        Match &best = m_best[static_cast<std::size_t>(entry)];
        const auto length = static_cast<int>(name.size());
        if (grade < best.grade || (grade == best.grade && grade != Grade::None && length < best.length))
            best = {entry, grade, static_cast<int>(nameIndex) - m_index.m_firstName[static_cast<std::size_t>(entry)], length};
    }

    const NameIndex &m_index;
    QString m_folded;
    QString m_loose;
    QStringList m_words;
    std::vector<Match> m_best;
};

void NameIndex::addEntry(const QStringList &names)
{
    const auto entry = static_cast<int>(m_firstName.size());
    m_firstName.push_back(static_cast<int>(m_entryOf.size()));
    for (const QString &name : names) {
        QString plain = name.trimmed();
        plain.removeIf(isSeparator);
        m_pending += plain;
        m_pending += separators[m_entryOf.size() % 2];
        m_entryOf.push_back(entry);
    }
    if (m_pending.size() > chunk)
        foldPending();
}

void NameIndex::foldPending()
{
    m_folded.text += foldedKey(m_pending);
    m_loose.text += looseKey(m_pending);
    m_pending.clear();
}

void NameIndex::finish()
{
    foldPending();
    m_folded.findStarts();
    m_loose.findStarts();
    Q_ASSERT(m_folded.starts.size() == m_entryOf.size() + 1);
    Q_ASSERT(m_loose.starts.size() == m_entryOf.size() + 1);
}

std::vector<NameIndex::Match> NameIndex::find(const QString &words) const
{
    Scan scan(*this, words);
    if (scan.isEmpty())
        return {};
    scan.names();
    scan.allWords();
    scan.alike();
    return scan.matches();
}

} // namespace ca
