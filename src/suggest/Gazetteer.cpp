// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Gazetteer.h"

#include "atlas/Folding.h"
#include "suggest/WordFile.h"

#include <algorithm>

namespace ca {

using suggest::Language;
using suggest::PhraseHit;
using suggest::Place;
using suggest::readWordFile;
using suggest::Word;
using suggest::WordRow;
using suggest::Words;

namespace {

bool isCased(QChar c)
{
    return c.isUpper() || c.isLower();
}

/// One word in capitals, six letters at most: TRIPP, BTK, ТМТМ.
bool isAcronym(const QString &name)
{
    int letters = 0;
    for (const QChar c : name) {
        if (!c.isUpper() && !c.isDigit())
            return false;
        ++letters;
    }
    return letters >= 2 && letters <= 6;
}

/// "Middle Corridor (TITR)" → "Middle Corridor".
QString withoutBracket(const QString &title)
{
    const qsizetype bracket = title.indexOf(QLatin1String(" ("));
    return bracket > 0 ? title.left(bracket) : title;
}

constexpr qsizetype shortAcronym = 3;

/// Whether any word of the name is written with a capital, other than the one that begins every sentence.
bool isCapitalised(const Gazetteer::Name &name, const Words &words, const PhraseHit &hit, bool startsSentence)
{
    const bool titleCase = name.text[name.text.lastIndexOf(u' ') + 1].isUpper();
    for (int i = hit.first + (startsSentence && titleCase && hit.first < hit.last ? 1 : 0); i <= hit.last; ++i) {
        if (words.at(i).capital || words.at(i).number)
            return true;
    }
    return false;
}

} // namespace

Gazetteer::Gazetteer(std::shared_ptr<const Atlas> atlas) : m_atlas(std::move(atlas)), m_places(*m_atlas)
{
    for (const WordRow &row : readWordFile(QStringLiteral("aliases.txt"))) {
        for (const QString &cell : row.cells)
            row.head == QLatin1String("-") ? m_unwanted << fold(cell) : m_unwanted;
    }
    addPlaces();
    addAtlasNames();
    addTitles();
    addAliases();
    addAliens();
    for (std::size_t i = 0; i < m_names.size(); ++i)
        m_names[i].text.contains(u'*') ? m_table.addPattern(m_names[i].text, static_cast<int>(i)) : m_table.addName(m_names[i].text, static_cast<int>(i));
}

void Gazetteer::add(Name name)
{
    if (name.text.size() < 2 || m_unwanted.contains(fold(name.text)))
        return;
    name.proper = isCased(name.text.front());
    name.acronym = !name.alien && isAcronym(name.text);
    name.weak = name.weak || (name.acronym && name.text.size() <= shortAcronym);
    m_names.push_back(std::move(name));
}

void Gazetteer::addPlaces()
{
    const std::vector<Place> &places = m_places.places();
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (const QString &spelling : places[i].spellings) {
            Name name;
            name.text = spelling;
            name.place = static_cast<int>(i);
            name.weak = places[i].minor;
            m_placeOf.insert(fold(spelling), name.place);
            add(std::move(name));
        }
    }
}

void Gazetteer::addAtlasNames()
{
    for (const ca::Name &row : m_atlas->data().names) {
        // A segment found by the name of a place on it is found as that place.
        if (m_atlas->segment(row.subject) && m_placeOf.contains(fold(row.name)))
            continue;
        Name name;
        name.text = row.name;
        name.ids = QStringList{row.subject};
        add(std::move(name));
    }
}

void Gazetteer::addTitles()
{
    for (const Subject &subject : m_atlas->data().subjects) {
        Name name;
        name.text = withoutBracket(subject.title);
        name.ids = QStringList{subject.id};
        add(std::move(name));
    }
    for (const Segment &segment : m_atlas->data().segments) {
        Name name;
        name.text = withoutBracket(segment.from) + u'-' + withoutBracket(segment.to);
        name.ids = QStringList{segment.id};
        add(std::move(name));
    }
}

void Gazetteer::addAliases()
{
    for (const WordRow &row : readWordFile(QStringLiteral("aliases.txt"))) {
        QStringList ids;
        for (QString id : row.head.split(u' ', Qt::SkipEmptyParts)) {
            if (id.startsWith(u'^'))
                m_wide.insert(id.remove(0, 1));
            if (m_atlas->knows(id))
                ids << id;
        }
        for (const QString &cell : row.cells) {
            Name name;
            name.weak = cell.startsWith(u'~');
            name.text = name.weak ? cell.mid(1) : cell;
            name.ids = ids;
            if (!ids.isEmpty())
                add(std::move(name));
        }
    }
}

void Gazetteer::addAliens()
{
    for (const WordRow &row : readWordFile(QStringLiteral("aliens.txt"))) {
        for (const QString &cell : row.cells) {
            Name name;
            name.text = cell;
            name.alien = true;
            name.otherRoute = row.head == QLatin1String("other route");
            add(std::move(name));
        }
    }
}

bool Gazetteer::isWritten(const Name &name, const Words &words, const PhraseHit &hit) const
{
    const Word &first = words.at(hit.first);
    if (name.alien || !isCased(words.text()[first.start]))
        return true;
    if (name.acronym) {
        const QStringView stem = QStringView(words.text()).mid(first.start, hit.stemEnd - first.start);
        const bool shouts = std::none_of(stem.begin(), stem.end(), [](QChar c) { return c.isLower(); });
        return shouts || (name.text.size() >= 5 && first.capital);
    }
    return hit.first != hit.last || !name.proper || first.capital;
}

std::vector<Gazetteer::Use> Gazetteer::uses(const Words &words, int first, int end, Language language) const
{
    std::vector<PhraseHit> hits;
    for (int i = first; i < end; ++i)
        m_table.findAt(words, i, end, language, hits);
    const auto nameOf = [this](const PhraseHit &hit) -> const Name & { return m_names[static_cast<std::size_t>(hit.value)]; };
    std::erase_if(hits, [&](const PhraseHit &hit) { return !isWritten(nameOf(hit), words, hit); });
    std::stable_sort(hits.begin(), hits.end(), [&](const PhraseHit &a, const PhraseHit &b) {
        const int longA = a.last - a.first, longB = b.last - b.first;
        return longA != longB ? longA > longB : nameOf(a).alien > nameOf(b).alien;
    });
    // Which use took a word; uses of the very same words stand side by side, but none beside a look-alike.
    std::vector<int> taken(static_cast<std::size_t>(end - first), -1);
    std::vector<Use> uses;
    for (const PhraseHit &hit : hits) {
        const auto from = taken.begin() + (hit.first - first), to = taken.begin() + (hit.last - first) + 1;
        const int holder = *from;
        const bool free = std::all_of(from, to, [](int t) { return t < 0; });
        const bool same = !free && holder >= 0 && uses[static_cast<std::size_t>(holder)].firstWord == hit.first
            && uses[static_cast<std::size_t>(holder)].lastWord == hit.last && !uses[static_cast<std::size_t>(holder)].name->alien;
        if (!free && !same)
            continue;
        if (free)
            std::fill(from, to, static_cast<int>(uses.size()));
        uses.push_back({&nameOf(hit), hit.first, hit.last, words.at(hit.first).start, words.at(hit.last).end,
                        nameOf(hit).proper && !isCapitalised(nameOf(hit), words, hit, hit.first == first)});
    }
    std::stable_sort(uses.begin(), uses.end(), [](const Use &a, const Use &b) { return a.firstWord < b.firstWord; });
    return uses;
}

std::vector<NameMatch> Gazetteer::find(const QString &text) const
{
    const Words words(text);
    std::vector<NameMatch> matches;
    for (const Use &use : uses(words, 0, words.count(), languageOf(words, 0, words.count(), Language::Western))) {
        NameMatch match{use.start, use.end, use.name->text, use.name->ids, use.name->weak || use.lowerCase};
        if (use.name->place >= 0) {
            for (const int segment : m_places.at(use.name->place).segments)
                match.ids << m_atlas->data().segments[static_cast<std::size_t>(segment)].id;
        }
        matches.push_back(std::move(match));
    }
    return matches;
}

} // namespace ca
