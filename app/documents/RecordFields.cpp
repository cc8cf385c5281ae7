// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/RecordFields.h"

#include "atlas/Records.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringList>

namespace ca {

namespace {

QString nameLine(const QJsonObject &name)
{
    const QString literal = name.value(QLatin1String("literal")).toString();
    if (!literal.isEmpty())
        return literal;
    const QString family = name.value(QLatin1String("family")).toString();
    const QString given = name.value(QLatin1String("given")).toString();
    return given.isEmpty() ? family : family + QStringLiteral(", ") + given;
}

QJsonObject nameOf(const QString &line)
{
    const qsizetype comma = line.indexOf(u',');
    if (comma < 0)
        return {{QStringLiteral("literal"), line}};
    return {{QStringLiteral("family"), line.left(comma).trimmed()}, {QStringLiteral("given"), line.mid(comma + 1).trimmed()}};
}

bool isDate(const QStringList &parts)
{
    return QDate(parts[0].toInt(), parts.value(1, QStringLiteral("1")).toInt(), parts.value(2, QStringLiteral("1")).toInt()).isValid();
}

} // namespace

QString namesText(const QJsonArray &names)
{
    QStringList lines;
    for (const QJsonValue &name : names)
        lines << nameLine(name.toObject());
    return lines.join(u'\n');
}

QJsonArray namesFromText(const QString &text, const QJsonArray &before)
{
    QJsonArray names;
    for (const QString &raw : text.split(u'\n')) {
        const QString line = raw.simplified();
        if (line.isEmpty())
            continue;
        QJsonObject name = nameOf(line);
        for (const QJsonValue &known : before) {
            if (nameLine(known.toObject()) == line)
                name = known.toObject();
        }
        names.append(name);
    }
    return names;
}

QString dateText(const QJsonObject &date)
{
    return Record{{}, {{QStringLiteral("issued"), date}}}.issued();
}

QJsonValue dateFromText(const QString &text, const QJsonObject &before)
{
    static const QRegularExpression shape(QStringLiteral("^(ca?\\.\\s*)?(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"));
    if (text.trimmed() == dateText(before))
        return before;   // ranges and seasons stay as they are
    const QRegularExpressionMatch match = shape.match(text.trimmed());
    QStringList parts = match.capturedTexts().mid(2);
    parts.removeAll(QString());
    if (!match.hasMatch() || !isDate(parts))
        return {};
    QJsonArray numbers;
    for (const QString &part : parts)
        numbers.append(part.toInt());
    QJsonObject date{{QStringLiteral("date-parts"), QJsonArray{numbers}}};
    if (!match.captured(1).isEmpty())
        date.insert(QStringLiteral("circa"), true);
    return date;
}

} // namespace ca
