// SPDX-License-Identifier: GPL-3.0-or-later
// How things are called: printing under a name policy, and finding by any name.
#include "atlas/Atlas.h"

#include "atlas/Folding.h"
#include "base/Tr.h"

#include <algorithm>

namespace ca {

namespace {

using NameList = std::vector<const Name *>;

QString findName(const NameList &names, const QString &policy, const QString &language)
{
    for (const Name *name : names) {
        if (name->policy == policy && name->language == language)
            return name->name;
    }
    return {};
}

QString firstOf(const QStringList &candidates)
{
    const auto found =
        std::find_if(candidates.begin(), candidates.end(), [](const QString &c) { return !c.isEmpty(); });
    return found == candidates.end() ? QString() : *found;
}

/// A party's own name, in the language or else in English; empty when it has none.
QString partyName(const NameList &names, NamePolicy party, const QString &language)
{
    const QString policy = toId(party);
    return firstOf({findName(names, policy, language), findName(names, policy, QStringLiteral("en"))});
}

QString withBothParties(const QString &neutral, const NameList &names, const QString &language)
{
    QStringList usages;
    const QString armenian = partyName(names, NamePolicy::Armenian, language);
    const QString azerbaijani = partyName(names, NamePolicy::Azerbaijani, language);
    if (!armenian.isEmpty() && armenian == azerbaijani) {
        // What both call it needs no attribution; it is shown once, if it differs from the neutral name.
        if (armenian != neutral)
            usages += armenian;
    } else {
        if (!armenian.isEmpty() && armenian != neutral)
            usages += tr("“%1” in Armenian usage").arg(armenian);
        if (!azerbaijani.isEmpty() && azerbaijani != neutral)
            usages += tr("“%1” in Azerbaijani usage").arg(azerbaijani);
    }
    if (usages.isEmpty())
        return neutral;
    const bool bracketed = neutral.endsWith(u')');  // two pairs of brackets in a row read badly
    const QString pattern = bracketed ? QStringLiteral("%1 – %2") : QStringLiteral("%1 (%2)");
    return pattern.arg(neutral, usages.join(QStringLiteral("; ")));
}

QString ends(const Segment &segment)
{
    return segment.from + QStringLiteral(" – ") + segment.to;
}

} // namespace

QString Atlas::displayName(const QString &id, NamePolicy policy, const QString &language) const
{
    const NameList own = names(id);
    const QString english = QStringLiteral("en");
    const QString wanted = toId(policy == NamePolicy::Both ? NamePolicy::Neutral : policy);
    const QString neutral = toId(NamePolicy::Neutral);
    QString name = firstOf({findName(own, wanted, language), findName(own, neutral, language),
                            findName(own, wanted, english), findName(own, neutral, english)});
    if (name.isEmpty()) {
        if (const Segment *stretch = segment(id))
            name = ends(*stretch);
        else if (const Subject *known = subject(id))
            name = known->title;
        else
            name = id;
    }
    return policy == NamePolicy::Both ? withBothParties(name, own, language) : name;
}

bool Atlas::hasNameIn(const QString &id, NamePolicy policy, const QString &language) const
{
    if (language == QLatin1String("en"))
        return true;
    const NameList own = names(id);
    const QString wanted = toId(policy == NamePolicy::Both ? NamePolicy::Neutral : policy);
    return !findName(own, wanted, language).isEmpty() || !findName(own, toId(NamePolicy::Neutral), language).isEmpty();
}

QStringList Atlas::resolve(const QString &idOrName) const
{
    if (knows(idOrName))
        return {idOrName};
    const auto search = [&](QString (*folded)(const QString &)) {
        QStringList found;
        const QString wanted = folded(idOrName.simplified());
        const auto match = [&](const QString &id, const QString &name) {
            if (!wanted.isEmpty() && !found.contains(id) && folded(name.simplified()) == wanted)
                found += id;
        };
        for (const Segment &s : m_data.segments) {
            match(s.id, s.id);
            match(s.id, ends(s));
        }
        for (const Subject &s : m_data.subjects) {
            match(s.id, s.id);
            match(s.id, s.title);
        }
        for (const Name &name : m_data.names) {
            if (knows(name.subject))
                match(name.subject, name.name);
        }
        return found;
    };
    const QStringList exact = search(&fold);
    return exact.isEmpty() ? search(&foldLoosely) : exact;
}

} // namespace ca
