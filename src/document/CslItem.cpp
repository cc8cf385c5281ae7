// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/CslItem.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace ca {
namespace {

QJsonArray parts(int year, int month, int day)
{
    if (year < 1400 || year > 2200 || month < 0 || month > 12)
        return {};
    QJsonArray date{year};
    if (month > 0)
        date.append(month);
    if (month > 0 && day > 0) {
        if (!QDate::isValid(year, month, day))
            return {};
        date.append(day);
    }
    return QJsonArray{date};
}

/// Year first: 2026, 2026-11, 2026-11-26T…, 2026/11/26, 20261126.
QJsonArray yearFirst(const QString &date)
{
    static const QRegularExpression separated(QStringLiteral("^(?:D:)?(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?(?=$|[T\\s])"));
    static const QRegularExpression packed(QStringLiteral("^(?:D:)?(\\d{4})(\\d{2})(\\d{2})"));
    QRegularExpressionMatch m = separated.match(date);
    if (!m.hasMatch())
        m = packed.match(date);
    return m.hasMatch() ? parts(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt()) : QJsonArray();
}

QJsonArray dotted(const QString &date)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b"));
    const QRegularExpressionMatch m = form.match(date);
    return m.hasMatch() ? parts(m.captured(3).toInt(), m.captured(2).toInt(), m.captured(1).toInt()) : QJsonArray();
}

int monthNamed(const QString &name)
{
    static const QStringList months = QStringLiteral("jan feb mar apr may jun jul aug sep oct nov dec").split(u' ');
    return static_cast<int>(months.indexOf(name.left(3).toLower())) + 1;
}

/// 26 November 2026, Nov. 26, 2026, Thu, 26 Nov 2026 04:09:46 GMT.
QJsonArray english(const QString &date)
{
    static const QString month = QStringLiteral("(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?");
    static const QRegularExpression dayFirst(QStringLiteral("\\b(\\d{1,2})\\s+%1,?\\s+(\\d{4})\\b").arg(month),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression monthFirst(QStringLiteral("\\b%1\\s+(\\d{1,2}),?\\s+(\\d{4})\\b").arg(month),
                                               QRegularExpression::CaseInsensitiveOption);
    QRegularExpressionMatch m = dayFirst.match(date);
    if (m.hasMatch())
        return parts(m.captured(3).toInt(), monthNamed(m.captured(2)), m.captured(1).toInt());
    m = monthFirst.match(date);
    return m.hasMatch() ? parts(m.captured(3).toInt(), monthNamed(m.captured(1)), m.captured(2).toInt()) : QJsonArray();
}

/// A headline is a few hundred characters; metadata of a megabyte are an attack.
QString tidy(const QString &value)
{
    return value.left(2000).simplified();
}

/// Titles that a program made of a file's name tell nothing.
bool isGeneratedTitle(const QString &title)
{
    static const QRegularExpression form(
        QStringLiteral("^(microsoft word - .*|untitled.*|document ?\\d*|.*\\.(docx?|odt|indd|qxd|pdf|rtf|txt|html?))$"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(title).hasMatch();
}

} // namespace

QJsonArray cslDateParts(const QString &date)
{
    const QString text = date.left(100).simplified();
    for (const auto &form : {yearFirst, dotted, english}) {
        const QJsonArray found = form(text);
        if (!found.isEmpty())
            return found;
    }
    return {};
}

void CslItem::noteSource(const QString &field, const QString &source)
{
    m_custom.insert(QString(field).replace(u'-', u'_') + QLatin1String("_source"), source);
}

void CslItem::setType(const QString &type, const QString &source)
{
    const bool stated = !source.isEmpty();
    if (has(QStringLiteral("type")) && !stated)
        return;
    if (m_custom.value(QLatin1String("type_source")).toString(QStringLiteral("default")) != QLatin1String("default"))
        return;
    m_item.insert(QStringLiteral("type"), type);
    noteSource(QStringLiteral("type"), stated ? source : QStringLiteral("default"));
}

void CslItem::setText(const QString &field, const QString &value, const QString &source)
{
    const QString text = tidy(value);
    if (text.isEmpty() || has(field) || (field == QLatin1String("title") && isGeneratedTitle(text)))
        return;
    m_item.insert(field, text);
    noteSource(field, source);
}

void CslItem::addAuthor(const QJsonObject &name, const QString &source)
{
    constexpr int most = 100;
    if (name.isEmpty() || (!m_authorSource.isEmpty() && m_authorSource != source) || m_authors.size() >= most
        || m_authors.contains(name))
        return;
    m_authorSource = source;
    m_authors.append(name);
}

void CslItem::addAuthorName(const QString &name, const QString &source, bool inverted)
{
    const QString text = tidy(name);
    // Some sites put the address of a profile into the author's field.
    if (text.isEmpty() || text.startsWith(QLatin1String("http://")) || text.startsWith(QLatin1String("https://")))
        return;
    const qsizetype comma = text.indexOf(u',');
    if (inverted && comma > 0 && comma + 1 < text.size())
        addAuthor({{QStringLiteral("family"), text.left(comma).trimmed()},
                   {QStringLiteral("given"), text.mid(comma + 1).trimmed()}}, source);
    else
        addAuthor({{QStringLiteral("literal"), text}}, source);
}

void CslItem::setDate(const QString &field, const QString &value, const QString &source)
{
    const QString text = tidy(value).left(100);
    if (text.isEmpty() || has(field))
        return;
    const QJsonArray date = cslDateParts(text);
    m_item.insert(field, date.isEmpty() ? QJsonObject{{QStringLiteral("literal"), text}}
                                        : QJsonObject{{QStringLiteral("date-parts"), date}});
    noteSource(field, source);
}

void CslItem::setCustom(const QString &key, const QString &value)
{
    const QString text = tidy(value);
    if (!text.isEmpty() && !m_custom.contains(key))
        m_custom.insert(key, text);
}

QJsonObject CslItem::toJson() const
{
    QJsonObject item = m_item;
    QJsonObject custom = m_custom;
    if (!m_authors.isEmpty()) {
        item.insert(QStringLiteral("author"), m_authors);
        custom.insert(QStringLiteral("author_source"), m_authorSource);
    }
    if (!custom.isEmpty())
        item.insert(QStringLiteral("custom"), custom);
    return item;
}

} // namespace ca
