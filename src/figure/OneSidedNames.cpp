// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/OneSidedNames.h"

#include "atlas/Folding.h"
#include "base/Tr.h"

#include <algorithm>

namespace ca {

namespace {

QString neutralPolicy()
{
    return toId(NamePolicy::Neutral);
}

/// The party whose word it is; empty = neither's, or nobody knows.
QString sideOf(const Atlas &atlas, const Name &name)
{
    const auto isParty = [](const Name &one) { return one.policy == toId(NamePolicy::Armenian) || one.policy == toId(NamePolicy::Azerbaijani); };
    if (isParty(name))
        return name.policy;
    // Another spelling or form of a party's name: avoided by the same.
    for (const Name *other : atlas.names(name.subject)) {
        if (isParty(*other) && !name.avoidedBy.isEmpty() && other->avoidedBy == name.avoidedBy)
            return other->policy;
    }
    return {};
}

bool takesSide(const Atlas &atlas, const Name &name)
{
    if (name.policy == neutralPolicy())
        return false;
    if (name.policy == QLatin1String("search"))
        return !name.avoidedBy.isEmpty();
    const std::vector<const Name *> others = atlas.names(name.subject);
    return std::none_of(others.begin(), others.end(), [&](const Name *other) { return other->policy != name.policy && other->policy != QLatin1String("search") && other->name == name.name; });
}

/// Where a name stands in folded text.
struct Match {
    const Name *name = nullptr;
    qsizetype begin = 0;
    qsizetype end = 0;      ///< of the name itself
    qsizetype wordEnd = 0;  ///< with the ending of its last word
    [[nodiscard]] bool within(const Match &other) const { return other.begin <= begin && end <= other.end; }
    [[nodiscard]] qsizetype length() const { return end - begin; }
};

class NameSearch {
public:
    NameSearch(const Atlas &atlas, const QString &text) : m_text(text), m_folded(foldWithOrigin(text))
    {
        for (const Name &name : atlas.data().names)
            find(name);
    }

    [[nodiscard]] const std::vector<Match> &matches() const { return m_matches; }
    [[nodiscard]] qsizetype original(qsizetype folded) const
    {
        return folded < qsizetype(m_folded.origin.size()) ? m_folded.origin[std::size_t(folded)] : m_text.size();
    }
    /// Written as the table has it, not only alike when folded.
    [[nodiscard]] bool exact(const Match &match) const
    {
        return m_text.mid(original(match.begin), original(match.end) - original(match.begin)).trimmed().compare(match.name->name, Qt::CaseInsensitive) == 0;
    }

private:
    void find(const Name &name)
    {
        const QString wanted = fold(name.name.simplified());
        for (qsizetype at = wanted.isEmpty() ? -1 : m_folded.text.indexOf(wanted); at >= 0; at = m_folded.text.indexOf(wanted, at + 1)) {
            const qsizetype end = at + wanted.size(), wordEnd = endOfWord(end);
            if ((at == 0 || !m_folded.text[at - 1].isLetterOrNumber()) && wordEnd - end <= longestEnding(name))
                m_matches.push_back({&name, at, end, wordEnd});
        }
    }

    /// English adds none; the region's languages decline names.
    static qsizetype longestEnding(const Name &name)
    {
        constexpr qsizetype ending = 5, shortName = 5;
        return name.language == QLatin1String("en") || name.name.size() < shortName ? 0 : ending;
    }

    [[nodiscard]] qsizetype endOfWord(qsizetype at) const
    {
        while (at < m_folded.text.size() && m_folded.text[at].isLetterOrNumber())
            ++at;
        return at;
    }

    QString m_text;
    FoldedText m_folded;
    std::vector<Match> m_matches;
};

/// Whether it is only a part of a longer name, which speaks for itself, or better read as a name that takes no side.
bool covered(const Atlas &atlas, const NameSearch &search, const Match &match)
{
    return std::any_of(search.matches().begin(), search.matches().end(), [&](const Match &other) {
        if (!match.within(other))
            return false;
        return other.length() > match.length() || (!takesSide(atlas, *other.name) && search.exact(other) && !search.exact(match));
    });
}

const Name *nameOf(const Atlas &atlas, const QString &subject, const QString &policy, const QString &language)
{
    for (const Name *name : atlas.names(subject)) {
        if (name->policy == policy && name->language == language)
            return name;
    }
    return nullptr;
}

QString otherSide(const QString &side)
{
    return side == toId(NamePolicy::Armenian) ? toId(NamePolicy::Azerbaijani) : toId(NamePolicy::Armenian);
}

/// In the name's own language, else in English.
const Name *counterpartOf(const Atlas &atlas, const Name &name, const QString &policy)
{
    const Name *own = nameOf(atlas, name.subject, policy, name.language);
    return own ? own : nameOf(atlas, name.subject, policy, QStringLiteral("en"));
}

QString counterpartText(const Atlas &atlas, const Name &name)
{
    const QString side = sideOf(atlas, name);
    const Name *neutral = counterpartOf(atlas, name, neutralPolicy());
    const Name *other = side.isEmpty() ? nullptr : counterpartOf(atlas, name, otherSide(side));
    if (!other || (neutral && neutral->name == other->name))
        return neutral && neutral->name != name.name ? neutral->name : QString();
    return side == toId(NamePolicy::Armenian) ? tr("“%1” in Azerbaijani usage").arg(other->name)
                                              : tr("“%1” in Armenian usage").arg(other->name);
}

/// Whether the page has another side's word for it, or the neutral one.
bool answered(const Atlas &atlas, const NameSearch &page, const Name &name)
{
    const QString side = sideOf(atlas, name);
    return std::any_of(page.matches().begin(), page.matches().end(), [&](const Match &match) {
        if (match.name->subject != name.subject || match.name->name == name.name)
            return false;
        return match.name->policy == neutralPolicy() || (!side.isEmpty() && sideOf(atlas, *match.name) == otherSide(side));
    });
}

} // namespace

std::vector<OneSidedName> oneSidedNames(const Atlas &atlas, const QString &text, const QString &around)
{
    const NameSearch search(atlas, text), page(atlas, around);
    std::vector<Match> matches = search.matches();
    // The longest name says most of what is meant; a party's own row more than one for searching.
    std::stable_sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) {
        return std::pair(-a.length(), a.name->policy == QLatin1String("search")) < std::pair(-b.length(), b.name->policy == QLatin1String("search"));
    });
    std::vector<OneSidedName> found;
    std::vector<Match> told;
    for (const Match &match : matches) {
        const auto known = [&](const Match &other) { return match.within(other) || other.name->subject == match.name->subject; };
        if (std::any_of(told.begin(), told.end(), known) || !takesSide(atlas, *match.name) || covered(atlas, search, match) || answered(atlas, page, *match.name))
            continue;
        told.push_back(match);
        const qsizetype begin = search.original(match.begin), end = search.original(match.wordEnd);
        found.push_back({match.name, text.mid(begin, end - begin), begin, end, counterpartText(atlas, *match.name)});
    }
    std::sort(found.begin(), found.end(), [](const OneSidedName &a, const OneSidedName &b) { return a.begin < b.begin; });
    return found;
}

} // namespace ca
