// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/AtlasCheck.h"
#include "commands/AtlasAccess.h"
#include "commands/Command.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ca {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CheckCommand", text);
}

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

int runCheck(const CommandLine &line, CommandIo &io)
{
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
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
                                 {jsonOption(), atlasOption()}, false, runCheck};
    return command;
}

} // namespace ca
