// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageMaker.h"

#include "Random.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ca::bench {
namespace {

QString address(int number)
{
    return QStringLiteral("https://gazette.example/news/%1").arg(number);
}

QString jsonLd(const MadeArticle &article)
{
    const auto named = [](const char *type, const QString &name) {
        return QJsonObject{{QStringLiteral("@type"), QLatin1String(type)}, {QStringLiteral("name"), name}};
    };
    const QJsonObject object{
        {QStringLiteral("@context"), QStringLiteral("https://schema.org")},
        {QStringLiteral("@type"), QStringLiteral("NewsArticle")},
        {QStringLiteral("headline"), article.title},
        {QStringLiteral("inLanguage"), article.language},
        {QStringLiteral("datePublished"), article.date},
        {QStringLiteral("url"), address(article.number)},
        {QStringLiteral("author"), QJsonArray{named("Person", article.author)}},
        {QStringLiteral("publisher"), named("Organization", article.publisher)},
    };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Style sheets and scripts within the page: most of what a saved page weighs.
QString filler(const QString &element, int size, Random &random)
{
    QString out = u'<' + element + u'>';
    while (out.size() < size) {
        const int n = random.below(100'000);
        out += element == QLatin1String("style")
            ? QStringLiteral(".c%1>.d%2{margin:%3px;color:#%4}\n").arg(n).arg(n % 97).arg(n % 13).arg(n, 6, 16, QLatin1Char('0'))
            : QStringLiteral("window.q%1=function(a){if(a<%2){return \"x%3\"+a}};\n").arg(n).arg(n % 97).arg(n % 13);
    }
    return out + QStringLiteral("</") + element + u'>';
}

QString links(const QString &kind, const QString &attribute, int count, const MadeArticle &article, Random &random)
{
    QString out = QStringLiteral("<%1 class=\"%2\"><ul>").arg(kind, attribute);
    for (int i = 0; i < count; ++i) {
        const QStringList &some = article.paragraphs[static_cast<std::size_t>(random.below(static_cast<int>(article.paragraphs.size())))];
        out += QStringLiteral("<li><a href=\"%1\" data-k=\"%2\"><img src=\"i/%2.jpg\" alt=\"\"><span>%3</span></a></li>\n")
                   .arg(address(random.below(9'000))).arg(random.below(9'000)).arg(some.front().section(u' ', 0, 4));
    }
    return out + QStringLiteral("</ul></%1>").arg(kind);
}

QString head(const MadeArticle &article, int filling, Random &random)
{
    const auto meta = [](const char *attribute, const char *key, const QString &value) {
        return QStringLiteral("<meta %1=\"%2\" content=\"%3\">\n").arg(QLatin1String(attribute), QLatin1String(key), value.toHtmlEscaped());
    };
    return QStringLiteral("<!DOCTYPE html><html lang=\"%1\"><head><meta charset=\"utf-8\"><title>%2 | %3</title>\n")
               .arg(article.language, article.title.toHtmlEscaped(), article.publisher)
        + meta("property", "og:title", article.title) + meta("property", "og:site_name", article.publisher)
        + meta("name", "author", article.author) + meta("property", "article:published_time", article.date)
        + QStringLiteral("<script type=\"application/ld+json\">%1</script>\n").arg(jsonLd(article))
        + filler(QStringLiteral("style"), filling / 2, random) + filler(QStringLiteral("script"), filling / 2, random)
        + QStringLiteral("</head>\n");
}

QString body(const MadeArticle &article, Random &random)
{
    QString out = QStringLiteral("<article><h1>%1</h1><p class=\"byline\">%2</p>\n").arg(article.title.toHtmlEscaped(), article.author);
    for (const QStringList &sentences : article.paragraphs) {
        QString text = sentences.join(u' ').toHtmlEscaped();
        if (random.oneIn(3))
            text.replace(text.indexOf(u' '), 1, QStringLiteral(" <a href=\"%1\">").arg(address(random.below(9'000)))).append(QStringLiteral("</a>"));
        out += QStringLiteral("<div class=\"block\"><p>%1</p></div>\n").arg(text);
        if (random.oneIn(8))
            out += QStringLiteral("<div class=\"ad\"><script>show(%1)</script></div>").arg(random.below(9'000));
    }
    return out + QStringLiteral("</article>\n");
}

} // namespace

QByteArray makePage(const MadeArticle &article)
{
    Random random(static_cast<quint64>(article.number) * 7919 + 1);
    const int size = random.between(30'000, 180'000);
    const QString rest = QStringLiteral("<body><header><a href=\"/\">%1</a></header>").arg(article.publisher)
        + links(QStringLiteral("nav"), QStringLiteral("menu"), 40, article, random) + QStringLiteral("<main>") + body(article, random)
        + links(QStringLiteral("aside"), QStringLiteral("related"), random.between(20, 80), article, random)
        + QStringLiteral("</main>") + links(QStringLiteral("footer"), QStringLiteral("footer"), 30, article, random)
        + QStringLiteral("</body></html>\n");
    const auto inBytes = static_cast<int>(rest.toUtf8().size());
    return (head(article, std::max(4'000, size - inBytes), random) + rest).toUtf8();
}

} // namespace ca::bench
