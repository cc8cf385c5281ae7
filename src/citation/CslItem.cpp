// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/CslItem.h"

#include "citation/WellFormed.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace ca {

namespace {

QString scalar(const QJsonValue &value)
{
    if (value.isString())
        return oneLine(value.toString());
    return value.isDouble() ? value.toVariant().toString() : QString();
}

QString member(const QJsonObject &object, const char *name)
{
    return scalar(object.value(QLatin1String(name)));
}

int number(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().trimmed().toInt();
    const double n = value.toDouble();
    return std::abs(n) < 1e6 ? int(n) : 0;
}

bool truth(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toDouble() != 0;
    const QString word = value.toString();
    return !word.isEmpty() && word != QLatin1String("false") && word != QLatin1String("0");
}

CslName nameOf(const QJsonObject &object)
{
    CslName name{member(object, "literal"), member(object, "family"), member(object, "given"),
                 member(object, "dropping-particle"), member(object, "non-dropping-particle"), member(object, "suffix")};
    if (!name.literal.isEmpty())
        return {name.literal, {}, {}, {}, {}, {}};
    if (name.family.isEmpty())
        return {name.given, {}, {}, {}, {}, {}};
    return name;
}

CslDay dayOf(const QJsonArray &parts)
{
    CslDay day{number(parts.at(0)), number(parts.at(1)), number(parts.at(2))};
    if (day.month < 1 || day.month > 12)
        day.month = day.day = 0;
    if (day.day < 1 || day.day > 31)
        day.day = 0;
    return day;
}

QString joined(std::initializer_list<QString> parts)
{
    QStringList words;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            words << part;
    }
    return words.join(u' ');
}

} // namespace

QString CslName::familyText() const
{
    if (isLiteral())
        return literal;
    // d’Artagnan, al-Din: a particle that ends in an apostrophe or hyphen is written in one with the name.
    const bool fused = nonDroppingParticle.endsWith(u'’') || nonDroppingParticle.endsWith(u'\'')
        || nonDroppingParticle.endsWith(u'-');
    return fused ? nonDroppingParticle + family : joined({nonDroppingParticle, family});
}

QString CslName::naturalOrder() const
{
    return isLiteral() ? literal : joined({given, droppingParticle, familyText(), suffix});
}

QString CslItem::text(const char *name) const
{
    static const QRegularExpression markup(QStringLiteral("</?(?:i|b|sc|sup|sub|span)(?: [^<>]*)?>"));
    return member(m_item, name).remove(markup).simplified();
}

QString CslItem::custom(const char *name) const
{
    return member(m_item.value(QLatin1String("custom")).toObject(), name);
}

std::vector<CslName> CslItem::names(const char *name) const
{
    std::vector<CslName> names;
    for (const QJsonValue &entry : m_item.value(QLatin1String(name)).toArray()) {
        const CslName one = nameOf(entry.toObject());
        if (!one.familyText().isEmpty())
            names.push_back(one);
    }
    return names;
}

CslDate CslItem::date(const char *name) const
{
    const QJsonObject object = m_item.value(QLatin1String(name)).toObject();
    CslDate date;
    for (const QJsonValue &end : object.value(QLatin1String("date-parts")).toArray()) {
        const CslDay day = dayOf(end.toArray());
        if (day.year != 0 && date.ends.size() < 2)
            date.ends.push_back(day);
    }
    date.season = number(object.value(QLatin1String("season")));
    if (date.season < 1 || date.season > 4)
        date.season = 0;
    date.circa = truth(object.value(QLatin1String("circa")));
    if (date.ends.empty())
        date.words = joined({member(object, "literal").isEmpty() ? member(object, "raw") : member(object, "literal")});
    return date;
}

QString CslItem::doi() const
{
    static const QRegularExpression resolver(QStringLiteral("^(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)"),
                                             QRegularExpression::CaseInsensitiveOption);
    return text("DOI").remove(resolver);
}

QString CslItem::address() const
{
    const QString identifier = doi();
    return identifier.isEmpty() ? text("URL") : QStringLiteral("https://doi.org/") + identifier;
}

} // namespace ca
