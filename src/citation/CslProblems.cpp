// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/CslJson.h"

#include "base/Tr.h"
#include "citation/WellFormed.h"

#include <QDate>
#include <QJsonArray>
#include <QSet>
#include <QUrl>

namespace ca::csljson {

namespace {

/// csl-data.json, schema 1.0.2.
const QSet<QString> &knownTypes()
{
    static const QSet<QString> types = [] {
        const QString words = QStringLiteral(
            "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection "
            "dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case "
            "legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
            "personal_communication post post-weblog regulation report review review-book software song speech standard "
            "thesis treaty webpage");
        const QStringList list = words.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return types;
}

bool isScalar(const QJsonValue &value)
{
    return value.isString() || value.isDouble();
}

void checkIdentity(const QJsonObject &item, QStringList &problems)
{
    if (!isScalar(item.value(QLatin1String("id"))) || item.value(QLatin1String("id")) == QJsonValue(QString()))
        problems << tr("it has no id");
    const QString type = item.value(QLatin1String("type")).toString();
    if (type.isEmpty())
        problems << tr("it has no type");
    else if (!knownTypes().contains(type))
        problems << tr("“%1” is no type of CSL").arg(type);
}

void checkTexts(const QJsonObject &item, QStringList &problems)
{
    for (const char *member : {"title", "container-title", "publisher", "publisher-place", "URL", "DOI", "language", "genre",
                               "section", "volume", "issue", "page", "edition", "number", "note", "abstract"}) {
        const QJsonValue value = item.value(QLatin1String(member));
        if (!value.isUndefined() && !isScalar(value))
            problems << tr("%1 is no text").arg(QLatin1String(member));
    }
    const QString address = item.value(QLatin1String("URL")).toString();
    const QUrl url(address, QUrl::StrictMode);
    if (!address.isEmpty() && (!url.isValid() || url.scheme().isEmpty() || (url.host().isEmpty() && url.path().isEmpty())))
        problems << tr("URL is no address: %1").arg(address);
}

bool hasName(const QJsonObject &name)
{
    for (const char *member : {"literal", "family", "given"}) {
        if (!name.value(QLatin1String(member)).toString().trimmed().isEmpty())
            return true;
    }
    return false;
}

void checkNames(const QJsonObject &item, QStringList &problems)
{
    for (const char *member : {"author", "editor", "translator"}) {
        const QJsonValue value = item.value(QLatin1String(member));
        if (value.isUndefined())
            continue;
        if (!value.isArray())
            problems << tr("%1 is no list of names").arg(QLatin1String(member));
        for (const QJsonValue &name : value.toArray()) {
            if (!hasName(name.toObject()))
                problems << tr("%1 holds an entry without a name").arg(QLatin1String(member));
        }
    }
}

bool isWhole(const QJsonValue &part)
{
    bool digits = part.isDouble() && part.toDouble() == double(part.toInt());
    if (part.isString())
        part.toString().toInt(&digits);
    return digits;
}

bool isRealDate(const QJsonArray &parts)
{
    if (parts.isEmpty() || parts.size() > 3)
        return false;
    for (const QJsonValue &part : parts) {
        if (!isWhole(part))
            return false;
    }
    const auto number = [&parts](qsizetype i) { return i < parts.size() ? parts.at(i).toVariant().toInt() : 1; };
    return number(0) != 0 && QDate::isValid(number(0), number(1), number(2));
}

void checkDates(const QJsonObject &item, QStringList &problems)
{
    for (const char *member : {"issued", "accessed", "original-date", "event-date"}) {
        const QJsonValue value = item.value(QLatin1String(member));
        if (value.isUndefined())
            continue;
        const QJsonValue parts = value.toObject().value(QLatin1String("date-parts"));
        bool good = value.isObject() && (parts.isUndefined() || (parts.isArray() && parts.toArray().size() <= 2));
        for (const QJsonValue &end : parts.toArray())
            good = good && isRealDate(end.toArray());
        if (!good)
            problems << tr("%1 is no date").arg(QLatin1String(member));
    }
}

} // namespace

QStringList problems(const QJsonObject &item)
{
    QStringList problems;
    checkIdentity(item, problems);
    checkTexts(item, problems);
    checkNames(item, problems);
    checkDates(item, problems);
    bool mended = false;
    (void)wellFormed(QJsonValue(item), &mended);
    if (mended)
        problems << tr("it holds half characters (lone surrogates)");
    return problems;
}

} // namespace ca::csljson
