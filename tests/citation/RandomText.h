// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QString>

/// Texts that no one would write, the same on every run.
namespace ca::test {

/// Any scripts, quotation marks, braces, commands of TeX, mark-up, line breaks, control characters; well-formed UTF-16
/// unless @p broken.
inline QString randomText(QRandomGenerator &random, int most, bool broken = false)
{
    static const QStringList pieces{
        QStringLiteral("\""), QStringLiteral("'"), QStringLiteral("{"), QStringLiteral("}"), QStringLiteral("\\"), QStringLiteral("%"),
        QStringLiteral("&amp;"), QStringLiteral("<i>"), QStringLiteral("</b>"), QStringLiteral("\n"), QStringLiteral("\r\n"),
        QStringLiteral("\t"), QStringLiteral("  - "), QStringLiteral("TY  - "), QStringLiteral("@"), QStringLiteral("#$_^~"),
        QStringLiteral("Zəngəzur"), QStringLiteral("Զանգեզուր"), QStringLiteral("ზანგეზური"), QStringLiteral("Зангезур"),
        QStringLiteral("😀"), QStringLiteral("e\u0301"), QStringLiteral(" "), QStringLiteral("“”"), QStringLiteral("\u2028"),
        QStringLiteral("\u200f"), QStringLiteral(" and "), QStringLiteral(","), QString(QChar(0)), QString(QChar(0x7f)),
        QStringLiteral("]]>"), QStringLiteral("\ufffe"), QStringLiteral("urn:corridor-atlas:subject:")};
    QString text;
    for (int left = random.bounded(most + 1); left > 0; --left) {
        const int kind = random.bounded(10);
        if (kind < 5)
            text += pieces[random.bounded(int(pieces.size()))];
        else if (kind < 9)
            text += QChar(char16_t(random.bounded(1, 0xd800)));
        else if (broken)
            text += QChar(char16_t(random.bounded(0xd800, 0xe000)));
    }
    return text;
}

/// Any JSON object, a few levels deep.
inline QJsonObject randomObject(QRandomGenerator &random, int depth)
{
    const auto value = [&]() -> QJsonValue {
        switch (random.bounded(depth > 0 ? 6 : 4)) {
        case 0: return randomText(random, 8);
        case 1: return random.bounded(1000000) / 64.0;
        case 2: return random.bounded(2) == 1;
        case 3: return QJsonValue();
        case 4: return randomObject(random, depth - 1);
        default: return QJsonArray{randomText(random, 4), randomObject(random, depth - 1)};
        }
    };
    QJsonObject object;
    for (int left = random.bounded(4); left > 0; --left)
        object.insert(randomText(random, 4) + QString::number(left), value());
    return object;
}

} // namespace ca::test
