// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/FrontMatter.h"

#include <QHash>
#include <QRegularExpression>

namespace ca::FrontMatter {
namespace {

const QRegularExpression &field()
{
    static const QRegularExpression form(QStringLiteral("^([A-Za-z][A-Za-z0-9_-]*)\\s*:(?:\\s+(.*))?$"));
    return form;
}

QString unquoted(QString value)
{
    value = value.trimmed();
    const bool quoted = value.size() > 1 && (value.front() == u'"' || value.front() == u'\'') && value.back() == value.front();
    if (!quoted)
        return value;
    const bool twice = value.front() == u'"';
    value = value.mid(1, value.size() - 2);
    return twice ? value.replace(QLatin1String("\\\""), QLatin1String("\"")) : value.replace(QLatin1String("''"), QLatin1String("'"));
}

/// One value, or the members of [a, b].
QStringList valuesOf(const QString &value)
{
    const QString text = value.trimmed();
    if (!text.startsWith(u'[') || !text.endsWith(u']'))
        return text.isEmpty() ? QStringList() : QStringList(unquoted(text));
    QStringList members;
    for (const QString &member : text.mid(1, text.size() - 2).split(u',', Qt::SkipEmptyParts))
        members << unquoted(member);
    return members;
}

QHash<QString, QStringList> fieldsIn(const QStringList &lines)
{
    QHash<QString, QStringList> fields;
    QString key;
    for (const QString &line : lines) {
        const QRegularExpressionMatch match = field().match(line);
        if (match.hasMatch()) {
            key = match.captured(1).toLower();
            fields[key] << valuesOf(match.captured(2));
            continue;
        }
        QString item = line.trimmed();
        if (key.isEmpty() || !item.startsWith(QLatin1String("- ")))
            continue;
        item = item.mid(2).trimmed();
        if (item.startsWith(QLatin1String("name:")))
            item = item.mid(5);
        fields[key] << unquoted(item);
    }
    return fields;
}

QString sourceOf(const char *key)
{
    return QLatin1String("front matter ") + QLatin1String(key);
}

void addText(CslItem &item, const QHash<QString, QStringList> &fields, const char *field, std::initializer_list<const char *> keys)
{
    for (const char *key : keys)
        for (const QString &value : fields.value(QLatin1String(key)))
            item.setText(QLatin1String(field), value, sourceOf(key));
}

} // namespace

qsizetype length(const QStringList &lines)
{
    constexpr qsizetype longest = 200;
    if (lines.isEmpty() || lines.front().trimmed() != QLatin1String("---"))
        return 0;
    bool hasField = false;
    for (qsizetype i = 1; i < std::min(lines.size(), longest); ++i) {
        const QString line = lines[i].trimmed();
        if (line == QLatin1String("---") || line == QLatin1String("..."))
            return hasField ? i + 1 : 0;
        hasField = hasField || field().match(lines[i]).hasMatch();
    }
    return 0;
}

void addTo(CslItem &item, const QStringList &lines)
{
    const QHash<QString, QStringList> fields = fieldsIn(lines);
    addText(item, fields, "title", {"title"});
    addText(item, fields, "container-title", {"container-title", "journal", "newspaper", "site"});
    addText(item, fields, "publisher", {"publisher"});
    addText(item, fields, "URL", {"url", "source", "canonical", "link"});
    addText(item, fields, "language", {"lang", "language"});
    for (const char *key : {"author", "authors"})
        for (const QString &value : fields.value(QLatin1String(key)))
            item.addAuthorName(value, sourceOf(key));
    for (const char *key : {"date", "published", "issued"})
        for (const QString &value : fields.value(QLatin1String(key)))
            item.setDate(QStringLiteral("issued"), value, sourceOf(key));
}

} // namespace ca::FrontMatter
