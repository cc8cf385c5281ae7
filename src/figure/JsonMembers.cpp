// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/JsonMembers.h"

#include "base/Tr.h"

#include <QJsonArray>

namespace ca {

namespace {

constexpr int mostEntries = 10000;     ///< of a list
constexpr int longestEntry = 4096;     ///< characters: the longest path a system knows

} // namespace

std::optional<double> boundedNumber(const QJsonValue &value, double least, double most)
{
    const double number = value.toDouble();
    return value.isDouble() && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

QJsonValue JsonMembers::take(const QString &name)
{
    m_known << name;
    return m_json.value(name);
}

void JsonMembers::fail(const QString &name, const QString &what)
{
    if (!m_error)
        m_error = Error{tr("%1 is not %2").arg(nameOf(name), what), {}, 0};
}

void JsonMembers::read(const QString &name, QString &value, int mostCharacters)
{
    const QJsonValue json = take(name);
    if (json.isUndefined())
        return;
    if (!json.isString() || json.toString().size() > mostCharacters)
        return fail(name, tr("a text of at most %1 characters").arg(mostCharacters));
    value = json.toString();
}

void JsonMembers::read(const QString &name, bool &value)
{
    const QJsonValue json = take(name);
    if (json.isUndefined())
        return;
    if (!json.isBool())
        return fail(name, tr("true or false"));
    value = json.toBool();
}

void JsonMembers::read(const QString &name, double &value, double least, double most)
{
    const QJsonValue json = take(name);
    if (json.isUndefined())
        return;
    const std::optional<double> number = boundedNumber(json, least, most);
    if (!number)
        return fail(name, tr("a number from %1 to %2").arg(least).arg(most));
    value = *number;
}

void JsonMembers::read(const QString &name, QSizeF &value, double least, double most)
{
    const QJsonValue json = take(name);
    if (json.isUndefined())
        return;
    const QJsonArray pair = json.toArray();
    const std::optional<double> width = boundedNumber(pair.at(0), least, most), height = boundedNumber(pair.at(1), least, most);
    if (pair.size() != 2 || !width || !height)
        return fail(name, tr("a width and a height from %1 to %2").arg(least).arg(most));
    value = {*width, *height};
}

void JsonMembers::read(const QString &name, QStringList &value)
{
    const QJsonValue json = take(name);
    if (json.isUndefined())
        return;
    const QJsonArray array = json.toArray();
    QStringList list;
    for (const QJsonValue &entry : array) {
        if (entry.isString() && entry.toString().size() <= longestEntry)
            list << entry.toString();
    }
    if (!json.isArray() || array.size() > mostEntries || list.size() != array.size())
        return fail(name, tr("a list of at most %1 short texts").arg(mostEntries));
    value = list;
}

QStringList JsonMembers::warnings() const
{
    QStringList all = m_warnings;
    for (const QString &name : m_json.keys()) {
        if (!m_known.contains(name))
            all << tr("%1 is unknown to this version and was left out").arg(nameOf(name.left(longestEntry)));
    }
    return all;
}

} // namespace ca
