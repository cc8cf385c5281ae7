// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/JsonLd.h"

#include <QHash>
#include <QJsonDocument>
#include <QUrl>

namespace ca::JsonLd {
namespace {

QStringList typesOf(const QJsonObject &object)
{
    const QJsonValue type = object.value(QLatin1String("@type"));
    QStringList types;
    for (const QJsonValue &each : type.isArray() ? type.toArray() : QJsonArray{type})
        types << each.toString().section(u'/', -1);
    return types;
}

/// CSL's type for schema.org's; empty when it is no article.
QString cslType(const QJsonObject &object)
{
    static const QHash<QString, QString> types{
        {QStringLiteral("NewsArticle"), QStringLiteral("article-newspaper")},
        {QStringLiteral("ReportageNewsArticle"), QStringLiteral("article-newspaper")},
        {QStringLiteral("AnalysisNewsArticle"), QStringLiteral("article-newspaper")},
        {QStringLiteral("BackgroundNewsArticle"), QStringLiteral("article-newspaper")},
        {QStringLiteral("OpinionNewsArticle"), QStringLiteral("article-newspaper")},
        {QStringLiteral("ReviewNewsArticle"), QStringLiteral("article-newspaper")},
        {QStringLiteral("ScholarlyArticle"), QStringLiteral("article-journal")},
        {QStringLiteral("BlogPosting"), QStringLiteral("post-weblog")},
        {QStringLiteral("LiveBlogPosting"), QStringLiteral("article-newspaper")},
        {QStringLiteral("Report"), QStringLiteral("report")},
        {QStringLiteral("Article"), QStringLiteral("webpage")},
        {QStringLiteral("TechArticle"), QStringLiteral("webpage")}};
    for (const QString &type : typesOf(object))
        if (types.contains(type))
            return types.value(type);
    return {};
}

/// The objects of a script: itself, the members of an array, and what stands in @graph or mainEntity.
QList<QJsonObject> objectsIn(const QJsonDocument &script)
{
    QList<QJsonObject> objects;
    const QJsonArray top = script.isArray() ? script.array() : QJsonArray{script.object()};
    for (const QJsonValue &value : top) {
        const QJsonObject object = value.toObject();
        objects << object;
        for (const QJsonValue &member : object.value(QLatin1String("@graph")).toArray())
            objects << member.toObject();
        objects << object.value(QLatin1String("mainEntity")).toObject();
    }
    return objects;
}

class Article {
public:
    Article(const QJsonObject &object, const QList<QJsonObject> &all) : m_object(object)
    {
        for (const QJsonObject &each : all)
            if (each.contains(QLatin1String("@id")) && each.size() > 1)
                m_byId.insert(each.value(QLatin1String("@id")).toString(), each);
    }

    void addTo(CslItem &item) const
    {
        item.setType(cslType(m_object), source("@type"));
        item.setText(QStringLiteral("title"), textOf("headline"), source("headline"));
        item.setText(QStringLiteral("title"), textOf("name"), source("name"));
        for (const QJsonValue &author : listOf("author"))
            addAuthor(item, author);
        item.setDate(QStringLiteral("issued"), textOf("datePublished"), source("datePublished"));
        item.setCustom(QStringLiteral("modified"), textOf("dateModified"));
        for (const QJsonValue &publisher : listOf("publisher"))
            item.setText(QStringLiteral("publisher"), nameOf(publisher), source("publisher"));
        for (const QJsonValue &whole : listOf("isPartOf"))
            if (resolved(whole).value(QLatin1String("@type")) != QLatin1String("WebPage"))
                item.setText(QStringLiteral("container-title"), nameOf(whole), source("isPartOf"));
        item.setText(QStringLiteral("language"), textOf("inLanguage"), source("inLanguage"));
        addAddress(item);
    }

private:
    static QString source(const char *key) { return QLatin1String("JSON-LD ") + QLatin1String(key); }

    [[nodiscard]] QString textOf(const char *key) const { return m_object.value(QLatin1String(key)).toString(); }

    [[nodiscard]] QJsonArray listOf(const char *key) const
    {
        const QJsonValue value = m_object.value(QLatin1String(key));
        if (value.isUndefined() || value.isNull())
            return {};
        return value.isArray() ? value.toArray() : QJsonArray{value};
    }

    /// The object meant, also where only its @id stands.
    [[nodiscard]] QJsonObject resolved(const QJsonValue &value) const
    {
        const QJsonObject object = value.toObject();
        if (object.contains(QLatin1String("name")) || !object.contains(QLatin1String("@id")))
            return object;
        return m_byId.value(object.value(QLatin1String("@id")).toString(), object);
    }

    [[nodiscard]] QString nameOf(const QJsonValue &value) const
    {
        return value.isString() ? value.toString() : resolved(value).value(QLatin1String("name")).toString();
    }

    void addAuthor(CslItem &item, const QJsonValue &value) const
    {
        const QJsonObject person = resolved(value);
        const QString family = person.value(QLatin1String("familyName")).toString().simplified();
        const QString given = person.value(QLatin1String("givenName")).toString().simplified();
        if (!family.isEmpty() && !given.isEmpty())
            item.addAuthor({{QStringLiteral("family"), family}, {QStringLiteral("given"), given}}, source("author"));
        else
            item.addAuthorName(nameOf(value), source("author"));
    }

    void addAddress(CslItem &item) const
    {
        QString address = textOf("url");
        if (address.isEmpty()) {
            const QJsonValue page = m_object.value(QLatin1String("mainEntityOfPage"));
            address = page.isString() ? page.toString() : page.toObject().value(QLatin1String("@id")).toString();
        }
        const QUrl url(address, QUrl::StrictMode);
        if (url.isValid() && !url.host().isEmpty() && url.scheme().startsWith(QLatin1String("http")))
            item.setText(QStringLiteral("URL"), address, source("url"));
    }

    QJsonObject m_object;
    QHash<QString, QJsonObject> m_byId;
};

} // namespace

void addTo(CslItem &item, const QByteArray &script)
{
    const QList<QJsonObject> objects = objectsIn(QJsonDocument::fromJson(script.trimmed()));
    for (const QJsonObject &object : objects) {
        if (cslType(object).isEmpty())
            continue;
        Article(object, objects).addTo(item);
        return;
    }
}

} // namespace ca::JsonLd
