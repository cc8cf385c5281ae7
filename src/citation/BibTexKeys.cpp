// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/BibTex.h"

#include "atlas/Folding.h"
#include "citation/CslItem.h"

#include <QSet>

namespace ca::bibtex {

namespace {

QString asciiWord(const QString &text)
{
    QString word;
    for (const QChar c : fold(text)) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            word += c;
    }
    return word.left(24);
}

QString who(const CslItem &item)
{
    const std::vector<CslName> authors = item.names("author");
    if (!authors.empty()) {
        if (const QString name = asciiWord(authors.front().isLiteral() ? authors.front().literal : authors.front().family);
            !name.isEmpty())
            return name;
    }
    for (const char *member : {"container-title", "publisher", "id"}) {
        if (const QString name = asciiWord(item.text(member)); !name.isEmpty())
            return name;
    }
    return QStringLiteral("source");
}

QString firstWord(const QString &title)
{
    static const QSet<QString> empty{QStringLiteral("a"), QStringLiteral("an"), QStringLiteral("the"), QStringLiteral("of"),
                                     QStringLiteral("in"), QStringLiteral("on"), QStringLiteral("and"), QStringLiteral("to"),
                                     QStringLiteral("for"), QStringLiteral("from"), QStringLiteral("with"), QStringLiteral("s")};
    QString word;
    for (const QChar c : title + u' ') {
        if (c.isLetterOrNumber()) {
            word += c;
            continue;
        }
        const QString plain = asciiWord(word);
        if (!plain.isEmpty() && !empty.contains(plain))
            return plain;
        word.clear();
    }
    return {};
}

/// 0 → "", 1 → "b", … 25 → "z", 26 → "za", …
QString letterFor(int repeat)
{
    return repeat == 0 ? QString() : QString(repeat / 26, u'z') + QChar(u'a' + char16_t(repeat % 26));
}

} // namespace

QStringList keys(const std::vector<QJsonObject> &items)
{
    QStringList keys;
    QSet<QString> taken;
    for (const QJsonObject &json : items) {
        const CslItem item(json);
        const CslDate date = item.date("issued");
        const QString year = date.ends.empty() ? QStringLiteral("nd") : QString::number(qAbs(date.ends.front().year));
        const QString head = who(item) + year, tail = firstWord(item.text("title"));
        QString key;
        for (int repeat = 0; key.isEmpty() || taken.contains(key); ++repeat)
            key = head + letterFor(repeat) + tail;
        taken.insert(key);
        keys << key;
    }
    return keys;
}

} // namespace ca::bibtex
