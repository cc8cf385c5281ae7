// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/Records.h"

#include "base/Tr.h"

namespace ca {

namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().trimmed();
}

QString personName(const QJsonObject &person)
{
    if (const QString literal = text(person, "literal"); !literal.isEmpty())
        return literal;
    const QString given = text(person, "given");
    const QString family = text(person, "family");
    return given.isEmpty() || family.isEmpty() ? given + family : given + u' ' + family;
}

QString joinNames(const QStringList &names)
{
    if (names.size() > 3)
        return tr("%1 and others").arg(names.front());
    if (names.size() < 2)
        return names.join(QString());
    return tr("%1 and %2")
        .arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.back());
}

} // namespace

QString isoDate(const QJsonArray &parts)
{
    QStringList date;
    for (const QJsonValue &part : parts) {
        const int number = part.isString() ? part.toString().toInt() : part.toInt();
        date += QStringLiteral("%1").arg(number, date.isEmpty() ? 4 : 2, 10, QLatin1Char('0'));
    }
    return date.join(u'-');
}

QString Record::titleText() const
{
    return text(csl, "title");
}

QString Record::authorText() const
{
    QStringList names;
    for (const QJsonValue &person : csl.value(QLatin1String("author")).toArray()) {
        if (const QString name = personName(person.toObject()); !name.isEmpty())
            names += name;
    }
    return joinNames(names);
}

QString Record::publisher() const
{
    const QString named = text(csl, "publisher");
    return named.isEmpty() ? text(csl, "container-title") : named;
}

QString Record::issued() const
{
    const QJsonObject date = csl.value(QLatin1String("issued")).toObject();
    QStringList ends;
    for (const QJsonValue &end : date.value(QLatin1String("date-parts")).toArray()) {
        if (const QJsonArray parts = end.toArray(); !parts.isEmpty())
            ends += isoDate(parts);
    }
    if (ends.isEmpty())
        return {};
    const QJsonValue circa = date.value(QLatin1String("circa"));
    const bool estimate = circa.isBool() ? circa.toBool() : !circa.isUndefined() && !circa.isNull();
    return (estimate ? QStringLiteral("c. ") : QString()) + ends.join(u'/');
}

QUrl Record::url() const
{
    const QString address = text(csl, "URL");
    return address.isEmpty() ? QUrl() : QUrl(address, QUrl::StrictMode);
}

QString Record::custom(const QString &key) const
{
    return csl.value(QLatin1String("custom")).toObject().value(key).toString();
}

QString Record::citation() const
{
    QStringList parts;
    if (const QString author = authorText(); !author.isEmpty())
        parts += author;
    if (const QString name = titleText(); !name.isEmpty())
        parts += QStringLiteral("“%1”").arg(name);
    if (const QString house = publisher(); !house.isEmpty() && house != titleText())
        parts += house;
    if (parts.isEmpty())
        parts += custom(QStringLiteral("description"));
    if (parts.front().isEmpty())
        parts.front() = id;
    if (const QString original = custom(QStringLiteral("copy_of")); !original.isEmpty())
        parts += tr("copy of %1").arg(original);
    const QString date = issued();
    parts += date.isEmpty() ? tr("undated") : date;
    return parts.join(QStringLiteral(", "));
}

QString Record::shortCitation() const
{
    const QStringList candidates{publisher(), authorText(), titleText(), custom(QStringLiteral("description")), id};
    QString who;
    for (const QString &candidate : candidates) {
        if (who.isEmpty())
            who = candidate;
    }
    const QString date = issued();
    return QStringLiteral("%1, %2").arg(
        who, date.isEmpty() ? tr("undated") : date);
}

} // namespace ca
