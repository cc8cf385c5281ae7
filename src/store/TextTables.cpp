// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/TextTables.h"

#include <QFile>

#include <cmath>
#include <limits>

namespace ca::texttables {

namespace {

SubjectRef subjectRef(const QString &item, Cells &cells)
{
    const qsizetype colon = item.lastIndexOf(u':');
    const QString role = colon < 0 ? QString() : item.mid(colon + 1);
    if (role != QLatin1String("about") && role != QLatin1String("context"))
        cells.fail(QStringLiteral("a subject needs the role about or context: %1").arg(item));
    return {item.left(colon), role == QLatin1String("context")};
}

void read(Cells &c, Subject &row)
{
    row = {c.text("id"), c.word("kind", SubjectKind::Context), c.text("title"), {c.number("lat"), c.number("lon")},
           c.text("coord_source"), c.text("source"), c.text("note")};
}

void read(Cells &c, CorridorMember &row)
{
    row = {c.text("corridor"), c.integer("order"), c.text("segment"), c.word("role", Role::Main), c.list("follows"),
           c.text("join_reason")};
}

void read(Cells &c, Fact &row)
{
    row = {c.text("id"), c.text("subject"), c.text("attribute"), c.text("value"), c.text("unit"), c.text("as_of"),
           c.text("claimed_by"), c.list("source"), c.text("note")};
}

void read(Cells &c, Name &row)
{
    row = {c.text("subject"), c.text("language"), c.text("name"), c.text("policy"), c.text("used_by"),
           c.text("avoided_by"), c.text("from"), c.text("source")};
}

void read(Cells &c, Passage &row)
{
    row = {c.text("id"), c.text("record"), c.integer("paragraph"), c.text("first_words"), c.text("last_words"),
           c.integer("word_count"), c.text("sha256"), c.integer("normalisation"), c.text("paraphrase"),
           c.word("claim", Claim::Opinion), c.text("refers_to"), {}, c.list("contradicted_by")};
    for (const QString &item : c.list("subjects"))
        row.subjects.push_back(subjectRef(item, c));
}

void read(Cells &c, Contradiction &row)
{
    row = {c.text("id"), c.text("statement"), c.list("sources")};
}

void read(Cells &c, DisputedStretch &row)
{
    row = {c.text("id"), c.text("stretch"), c.text("parties"), c.text("viewpoint"), c.text("source")};
}

/// Objects to columns that are missing, unknown or named twice.
bool checkHeader(const QStringList &header, const QStringList &wanted, const QString &file, std::vector<Error> &errors)
{
    const std::size_t before = errors.size();
    for (const QString &column : wanted) {
        if (!header.contains(column))
            errors.push_back({QStringLiteral("missing column: %1").arg(column), file, 1});
    }
    for (const QString &column : header) {
        if (!wanted.contains(column))
            errors.push_back({QStringLiteral("unknown column: %1").arg(column), file, 1});
        else if (header.count(column) > 1)
            errors.push_back({QStringLiteral("column named twice: %1").arg(column), file, 1});
    }
    return errors.size() == before;
}

class TableReader {
public:
    TableReader(const QString &folder, AtlasCompiler::ReadResult &result) : m_folder(folder), m_result(result) {}

    template <class Row>
    void read(const char *table, const char *columns, std::vector<Row> AtlasData::*rows)
    {
        const QString name = QString::fromLatin1(table);
        const QString file = m_folder + u'/' + name + QStringLiteral(".csv");
        const std::optional<QByteArray> bytes = readFile(file, m_result.errors);
        if (!bytes)
            return;
        const CsvTable csv = parseCsv(*bytes, file);
        m_result.errors.insert(m_result.errors.end(), csv.errors.begin(), csv.errors.end());
        if (csv.header.isEmpty()
            || !checkHeader(csv.header, QString::fromLatin1(columns).split(u','), file, m_result.errors))
            return;
        for (const CsvTable::Row &line : csv.rows) {
            Cells cells(csv, line, file, m_result.errors);
            ca::texttables::read(cells, (m_result.source.data.*rows).emplace_back());
            m_result.source.places[name].push_back({file, line.line});
        }
    }

private:
    QString m_folder;
    AtlasCompiler::ReadResult &m_result;
};

} // namespace

QString Cells::text(const char *column) const
{
    return m_row.cells.value(m_table.header.indexOf(QLatin1String(column)));
}

QStringList Cells::list(const char *column) const
{
    QStringList items;
    for (const QString &item : text(column).split(u';', Qt::SkipEmptyParts)) {
        if (const QString trimmed = item.trimmed(); !trimmed.isEmpty())
            items += trimmed;
    }
    return items;
}

int Cells::integer(const char *column)
{
    bool ok = false;
    const int value = text(column).toInt(&ok);
    if (!ok)
        fail(QStringLiteral("%1 is not a whole number: %2").arg(QLatin1String(column), text(column)));
    return value;
}

double Cells::number(const char *column)
{
    const QString cell = text(column);
    if (cell.isEmpty())
        return std::numeric_limits<double>::quiet_NaN();
    bool ok = false;
    const double value = cell.toDouble(&ok);
    if (!ok || !std::isfinite(value))
        fail(QStringLiteral("%1 is not a number: %2").arg(QLatin1String(column), cell));
    return value;
}

void Cells::fail(const QString &message)
{
    m_errors.push_back({message, m_file, m_row.line});
}

std::optional<QByteArray> readFile(const QString &path, std::vector<Error> &errors)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    errors.push_back({QStringLiteral("cannot be read: %1").arg(file.errorString()), path, 0});
    return std::nullopt;
}

void readAll(const QString &folder, AtlasCompiler::ReadResult &result)
{
    TableReader reader(folder, result);
    reader.read("subjects", "id,kind,title,lat,lon,coord_source,source,note", &AtlasData::subjects);
    reader.read("corridors", "corridor,order,segment,role,follows,join_reason", &AtlasData::members);
    reader.read("facts", "id,subject,attribute,value,unit,as_of,claimed_by,source,note", &AtlasData::facts);
    reader.read("names", "subject,language,name,policy,used_by,avoided_by,from,source", &AtlasData::names);
    reader.read("passages",
                "id,record,paragraph,first_words,last_words,word_count,sha256,normalisation,paraphrase,claim,"
                "refers_to,subjects,contradicted_by",
                &AtlasData::passages);
    reader.read("contradictions", "id,statement,sources", &AtlasData::contradictions);
    reader.read("disputed", "id,stretch,parties,viewpoint,source", &AtlasData::disputed);
}

} // namespace ca::texttables
