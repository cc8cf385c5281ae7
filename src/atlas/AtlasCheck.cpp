// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/CheckContext.h"

#include <QDate>
#include <QRegularExpression>

namespace ca {

namespace check {

Context::Context(const AtlasData &atlas) : data(atlas)
{
    for (const Segment &s : atlas.segments)
        segments.insert(s.id);
    for (const Subject &s : atlas.subjects) {
        subjects.insert(s.id);
        if (s.kind == SubjectKind::Corridor)
            corridors.insert(s.id);
    }
    for (const Record &r : atlas.records)
        records.insert(r.id);
    for (const Contradiction &c : atlas.contradictions)
        contradictions.insert(c.id);
}

void Row::object(const QString &message)
{
    m_context.problems.push_back({m_table, m_row, m_index, message});
}

void Row::need(bool ok, const QString &message)
{
    if (!ok)
        object(message);
}

void Row::needText(const QString &text, const char *column)
{
    need(!text.trimmed().isEmpty(), QStringLiteral("%1 is empty").arg(QLatin1String(column)));
}

void Row::needDate(const QString &date, const char *column)
{
    need(date.isEmpty() || isIsoDate(date),
         QStringLiteral("%1 is not a date: %2").arg(QLatin1String(column), date));
}

void Row::needRecords(const QStringList &ids, bool required)
{
    if (required)
        need(!ids.isEmpty(), QStringLiteral("no source"));
    for (const QString &id : ids)
        need(m_context.records.contains(id), QStringLiteral("unknown record: %1").arg(id));
}

// \z in the patterns of this room: $ would let a line end through.
void checkId(Row &row, const QString &id, QSet<QString> &seen)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[a-z0-9][a-z0-9-]*\\z"));
    if (id.isEmpty())
        row.object(QStringLiteral("id is empty"));
    else if (!allowed.match(id).hasMatch())
        row.object(QStringLiteral("id has other characters than a-z, 0-9 and hyphens: %1").arg(id));
    else if (seen.contains(id))
        row.object(QStringLiteral("id is not unique: %1").arg(id));
    seen.insert(id);
}

bool isLanguage(const QString &tag)
{
    static const QRegularExpression shape(QStringLiteral("\\A[a-z]{2,3}(-[A-Za-z]{2,8})*\\z"));
    return shape.match(tag).hasMatch();
}

QStringList splitList(const QString &list)
{
    QStringList items;
    for (const QString &item : list.split(u';', Qt::SkipEmptyParts)) {
        if (const QString trimmed = item.trimmed(); !trimmed.isEmpty())
            items += trimmed;
    }
    return items;
}

} // namespace check

const QStringList &factAttributes()
{
    static const QStringList words = QStringLiteral(
        "status length capacity volume gauge operator owner stake lease cost contractor completion progress "
        "start tracks electrification stations diameter depth transit-time route event opening source-of-name "
        "other").split(u' ');
    return words;
}

const QStringList &provenances()
{
    static const QStringList words = QStringLiteral("osm gem geonames natural-earth web-page estimated").split(u' ');
    return words;
}

const QStringList &namePolicyWords()
{
    static const QStringList words = QStringLiteral("neutral armenian azerbaijani search").split(u' ');
    return words;
}

bool isIsoDate(const QString &date)
{
    static const QRegularExpression shape(QStringLiteral("\\A(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?\\z"));
    const QRegularExpressionMatch match = shape.match(date);
    if (!match.hasMatch())
        return false;
    const int year = match.captured(1).toInt();
    const int month = match.captured(2).isEmpty() ? 1 : match.captured(2).toInt();
    const int day = match.captured(3).isEmpty() ? 1 : match.captured(3).toInt();
    return QDate::isValid(year, month, day);
}

std::vector<AtlasProblem> checkAtlas(const AtlasData &data)
{
    check::Context context(data);
    check::Row atlas(context, "atlas", data.title, 0);
    atlas.needText(data.title, "title");
    atlas.needText(data.version, "version");
    atlas.needText(data.date, "date");
    atlas.needDate(data.date, "date");
    check::checkSegments(context);
    check::checkSubjects(context);
    check::checkCorridors(context);
    check::checkFacts(context);
    check::checkNames(context);
    check::checkRecords(context);
    check::checkPassages(context);
    check::checkContradictions(context);
    check::checkDisputed(context);
    return std::move(context.problems);
}

} // namespace ca
