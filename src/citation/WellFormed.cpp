// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/WellFormed.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ca {

namespace {

bool isPairAt(const QString &text, qsizetype at)
{
    return text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
}

bool isXmlControl(QChar c)
{
    return c < u' ' && c != u'\t' && c != u'\n';
}

} // namespace

QString wellFormed(const QString &text, bool *mended)
{
    if (text.isValidUtf16())
        return text;
    if (mended)
        *mended = true;
    QString whole = text;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        if (isPairAt(whole, i))
            ++i;
        else if (whole[i].isSurrogate())
            whole[i] = QChar::ReplacementCharacter;
    }
    return whole;
}

QJsonValue wellFormed(const QJsonValue &value, bool *mended)
{
    if (value.isString())
        return wellFormed(value.toString(), mended);
    if (value.isArray()) {
        QJsonArray whole;
        for (const QJsonValue &entry : value.toArray())
            whole.append(wellFormed(entry, mended));
        return whole;
    }
    if (value.isObject()) {
        QJsonObject whole;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            whole.insert(wellFormed(member.key(), mended), wellFormed(member.value(), mended));
        return whole;
    }
    return value;
}

QString xmlText(const QString &text)
{
    QString whole = wellFormed(text);
    whole.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    whole.removeIf(isXmlControl);
    whole.replace(QChar(0xfffe), QChar::ReplacementCharacter).replace(QChar(0xffff), QChar::ReplacementCharacter);
    return whole;
}

QString xmlEscaped(const QString &text)
{
    return xmlText(text).toHtmlEscaped();
}

QString oneLine(const QString &text, bool *mended)
{
    QString line = wellFormed(text, mended);
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return line.simplified();
}

} // namespace ca
