// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/FactGroups.h"

#include "base/Tr.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace ca {

namespace {

const QStringList &attributeOrder()
{
    static const QStringList order{
        QStringLiteral("status"), QStringLiteral("progress"), QStringLiteral("start"), QStringLiteral("completion"),
        QStringLiteral("opening"), QStringLiteral("length"), QStringLiteral("capacity"), QStringLiteral("volume"),
        QStringLiteral("transit-time"), QStringLiteral("gauge"), QStringLiteral("tracks"),
        QStringLiteral("electrification"), QStringLiteral("diameter"), QStringLiteral("depth"),
        QStringLiteral("operator"), QStringLiteral("owner"), QStringLiteral("stake"), QStringLiteral("lease"),
        QStringLiteral("cost"), QStringLiteral("contractor"), QStringLiteral("stations"), QStringLiteral("route"),
        QStringLiteral("source-of-name"), QStringLiteral("event"), QStringLiteral("other")};
    return order;
}

/// Attributes whose rows are separate statements, not answers to one question.
bool isFreeText(const QString &attribute)
{
    static const QSet<QString> words{QStringLiteral("event"), QStringLiteral("other"), QStringLiteral("route"),
                                     QStringLiteral("stations"), QStringLiteral("contractor")};
    return words.contains(attribute);
}

/// Attributes that change with time: another date with another value is a history, not a quarrel.
bool isHistory(const QString &attribute)
{
    static const QSet<QString> words{QStringLiteral("status"), QStringLiteral("progress"), QStringLiteral("volume")};
    return words.contains(attribute);
}

bool disagreement(const FactGroup &group)
{
    if (isFreeText(group.attribute))
        return false;
    for (std::size_t a = 0; a < group.facts.size(); ++a) {
        for (std::size_t b = a + 1; b < group.facts.size(); ++b) {
            const Fact &one = *group.facts[a];
            const Fact &other = *group.facts[b];
            const bool sameMatter = one.unit == other.unit && one.note == other.note;
            const bool later = isHistory(group.attribute) && one.asOf != other.asOf;
            if (sameMatter && !later && factValue(one) != factValue(other))
                return true;
        }
    }
    return false;
}

} // namespace

QString factValue(const Fact &fact)
{
    if (fact.unit.isEmpty())
        return fact.value;
    // A unit belongs to its number, not behind the words that follow: "43 km (27 miles)", "10 Mt/y by 2028".
    static const QRegularExpression leading(
        QStringLiteral("^(?:over |c\\. |\\+)?\\d(?:[\\d.]|,(?=\\d))*+(?:(?: to |-| \\+ )\\d(?:[\\d.]|,(?=\\d))*+)*+(?=,? [a-z(])"));
    const QRegularExpressionMatch number = leading.match(fact.value);
    const qsizetype at = number.hasMatch() ? number.capturedEnd() : fact.value.size();
    return fact.value.left(at) + QChar(0xa0) + fact.unit + fact.value.mid(at);
}

std::vector<std::vector<const Fact *>> factsByValue(const std::vector<const Fact *> &facts)
{
    std::vector<std::vector<const Fact *>> values;
    for (const Fact *fact : facts) {
        const auto same = std::find_if(values.begin(), values.end(), [fact](const auto &value) {
            return factValue(*value.front()) == factValue(*fact);
        });
        if (same == values.end())
            values.push_back({fact});
        else
            same->push_back(fact);
    }
    return values;
}

std::vector<FactGroup> groupFacts(const std::vector<const Fact *> &facts)
{
    std::vector<FactGroup> groups;
    for (const Fact *fact : facts) {
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [fact](const FactGroup &g) { return g.attribute == fact->attribute; });
        if (group == groups.end())
            group = groups.insert(groups.end(), FactGroup{fact->attribute, {}, false});
        group->facts.push_back(fact);
    }
    for (FactGroup &group : groups) {
        std::stable_sort(group.facts.begin(), group.facts.end(),
                         [](const Fact *a, const Fact *b) { return a->asOf > b->asOf; });
        group.disagree = disagreement(group);
    }
    const auto rank = [](const FactGroup &group) {
        const auto at = attributeOrder().indexOf(group.attribute);
        return at < 0 ? attributeOrder().size() : at;
    };
    std::stable_sort(groups.begin(), groups.end(),
                     [rank](const FactGroup &a, const FactGroup &b) { return rank(a) < rank(b); });
    return groups;
}

QString attributeTitle(const QString &id)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("status"), QT_TRANSLATE_NOOP("FactGroups", "Status")},
        {QStringLiteral("length"), QT_TRANSLATE_NOOP("FactGroups", "Published length")},
        {QStringLiteral("start"), QT_TRANSLATE_NOOP("FactGroups", "Start of works")},
        {QStringLiteral("transit-time"), QT_TRANSLATE_NOOP("FactGroups", "Transit time")},
        {QStringLiteral("source-of-name"), QT_TRANSLATE_NOOP("FactGroups", "Origin of the name")},
        {QStringLiteral("event"), QT_TRANSLATE_NOOP("FactGroups", "Events")},
        {QStringLiteral("other"), QT_TRANSLATE_NOOP("FactGroups", "Also reported")},
    };
    if (const char *known = titles.value(id, nullptr))
        return tr(known);
    QString plain = id;
    plain.replace(QLatin1Char('-'), QLatin1Char(' '));
    return plain.left(1).toUpper() + plain.mid(1);
}

} // namespace ca
