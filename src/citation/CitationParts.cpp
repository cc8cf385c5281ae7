// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/CitationParts.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace ca::citationparts {

bool isPeriodical(const QString &type)
{
    return type == QLatin1String("article") || type.startsWith(QLatin1String("article-"));
}

bool standsAlone(const QString &type)
{
    static const QSet<QString> types{QStringLiteral("book"), QStringLiteral("report"), QStringLiteral("dataset"),
                                     QStringLiteral("thesis"), QStringLiteral("map"), QStringLiteral("standard")};
    return types.contains(type);
}

QString kindOf(const QString &type)
{
    static const QHash<QString, QString> kinds{
        {QStringLiteral("article-newspaper"), QStringLiteral("newspaper article")},
        {QStringLiteral("article-magazine"), QStringLiteral("magazine article")},
        {QStringLiteral("article-journal"), QStringLiteral("journal article")},
        {QStringLiteral("article"), QStringLiteral("article")},
        {QStringLiteral("webpage"), QStringLiteral("web page")},
        {QStringLiteral("post-weblog"), QStringLiteral("blog post")},
        {QStringLiteral("post"), QStringLiteral("post")},
        {QStringLiteral("report"), QStringLiteral("report")},
        {QStringLiteral("book"), QStringLiteral("book")},
        {QStringLiteral("chapter"), QStringLiteral("chapter")},
        {QStringLiteral("dataset"), QStringLiteral("data set")},
        {QStringLiteral("map"), QStringLiteral("map")},
    };
    return kinds.value(type, QStringLiteral("document"));
}

QString venue(const CslItem &item)
{
    const QString container = item.text("container-title");
    return container.isEmpty() ? item.text("publisher") : container;
}

bool isAuthor(const CslItem &item, const QString &name)
{
    const std::vector<CslName> authors = item.names("author");
    return authors.size() == 1 && authors.front().naturalOrder().compare(name, Qt::CaseInsensitive) == 0;
}

QString otherPublisher(const CslItem &item)
{
    const QString publisher = item.text("publisher");
    const bool known = publisher.compare(venue(item), Qt::CaseInsensitive) == 0 || isAuthor(item, publisher);
    return known ? QString() : publisher;
}

QString capitalised(const QString &text)
{
    // One code point: a first letter outside the Basic Multilingual Plane has two code units.
    const qsizetype first = text.size() > 1 && text.front().isHighSurrogate() ? 2 : 1;
    return text.left(first).toUpper() + text.mid(first);
}

QString withRangeDash(QString text)
{
    static const QRegularExpression range(QStringLiteral("(?<=\\d)\\s*(?:--?|–)\\s*(?=\\d)"));
    return text.replace(range, QStringLiteral("–"));
}

QString editionText(const QString &edition)
{
    bool isNumber = false;
    const int number = edition.toInt(&isNumber);
    if (!isNumber)
        return edition;
    const bool teen = number % 100 / 10 == 1;
    const QString ending = QStringList{QStringLiteral("th"), QStringLiteral("st"), QStringLiteral("nd"), QStringLiteral("rd")}
                               .value(teen ? 0 : number % 10, QStringLiteral("th"));
    return QStringLiteral("%1%2 ed.").arg(number).arg(ending);
}

QString innerQuotes(const QString &title)
{
    QString inner = title;
    inner.replace(u'“', u'‘').replace(u'”', u'’').replace(u'"', u'\'');
    return inner;
}

} // namespace ca::citationparts
