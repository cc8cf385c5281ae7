// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/AtlasCheck.h"
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/Command.h"
#include "map/CompiledStyle.h"
#include "window/StyleFolder.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ca {

namespace {

QString contents(const AtlasData &data)
{
    return tr("%1 segments, %2 subjects, %3 facts, %4 names, %5 records, %6 passages")
        .arg(data.segments.size()).arg(data.subjects.size()).arg(data.facts.size())
        .arg(data.names.size()).arg(data.records.size()).arg(data.passages.size());
}

void printJson(const std::vector<AtlasProblem> &problems, CommandIo &io)
{
    QJsonArray rows;
    for (const AtlasProblem &problem : problems)
        rows.append(QJsonObject{{QStringLiteral("table"), problem.table},
                                {QStringLiteral("row"), problem.row},
                                {QStringLiteral("message"), problem.message}});
    io.out << QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("problems"), rows}}).toJson());
}

void printText(const std::vector<AtlasProblem> &problems, const AtlasData &data, const QString &file, CommandIo &io)
{
    for (const AtlasProblem &problem : problems)
        io.out << QStringLiteral("%1: %2: %3\n").arg(problem.table, problem.row, problem.message);
    if (problems.empty())
        io.out << tr("%1: %2: nothing to object to").arg(QDir::toNativeSeparators(file), contents(data)) << '\n';
}

QJsonObject toJson(const Error &error)
{
    return {{QStringLiteral("file"), error.file},
            {QStringLiteral("line"), error.line},
            {QStringLiteral("column"), error.column},
            {QStringLiteral("message"), error.message}};
}

/// A map style: what cannot be read is an error; what the atlas does not know only worth a remark.
int checkStyle(const Atlas &atlas, const CommandLine &line, CommandIo &io)
{
    const QString wanted = line.value(QStringLiteral("--style")), path = stylePath(wanted);
    if (path.isEmpty())
        return io.failed(tr("there is no style %1").arg(wanted));
    const auto style = MapStyle::read(path);
    const std::vector<Error> remarks = style ? CompiledStyle(**style, atlas).warnings() : std::vector<Error>();
    if (line.has(QStringLiteral("--json"))) {
        QJsonArray errors, warnings;
        if (!style)
            errors.append(toJson(style.error()));
        for (const Error &remark : remarks)
            warnings.append(toJson(remark));
        io.out << QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("errors"), errors},
                                                              {QStringLiteral("warnings"), warnings}}).toJson());
    }
    for (const Error &remark : remarks)
        io.note(remark.text());
    if (!style)
        return io.failed(style.error().text());
    if (!line.has(QStringLiteral("--json")))
        io.out << tr("%1: the style “%2” can be used").arg(QDir::toNativeSeparators(path), (*style)->name) << '\n';
    return ExitDone;
}

int runCheck(const CommandLine &line, CommandIo &io)
{
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    if (line.has(QStringLiteral("--style")))
        return checkStyle(**atlas, line, io);
    const AtlasData &data = (*atlas)->data();
    const std::vector<AtlasProblem> problems = checkAtlas(data);
    if (line.has(QStringLiteral("--json")))
        printJson(problems, io);
    else
        printText(problems, data, atlasFileFor(line), io);
    if (!problems.empty())
        return io.failed(tr("%1 has %2 problems").arg(atlasFileFor(line)).arg(problems.size()));
    return ExitDone;
}

} // namespace

const Command &checkCommand()
{
    static const Command command{QStringLiteral("check"), {}, 0, tr("whether the atlas keeps its promises: a line, or a list and exit 1"),
                                 {{QStringLiteral("--style"), QStringLiteral("NAME|FILE"), tr("a map style instead of the atlas")},
                                  jsonOption(), atlasOption()}, false, runCheck};
    return command;
}

} // namespace ca
