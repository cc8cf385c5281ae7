// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/Commands.h"

#include "base/Tr.h"
#include "commands/Command.h"
#include "commands/Help.h"

#include <QFileInfo>

#include <cstdio>

namespace ca {

namespace {

const Command *commandNamed(const QString &name)
{
    for (const Command *command : allCommands()) {
        if (command->name == name)
            return command;
    }
    return nullptr;
}

bool asksForHelp(const QString &argument)
{
    return argument == QLatin1String("--help") || argument == QLatin1String("-h") || argument == QLatin1String("help");
}

bool asksForVersion(const QString &argument)
{
    return argument == QLatin1String("--version") || argument == QLatin1String("-v");
}

bool asksForFigure(const QString &argument)
{
    return argument == QLatin1String("--figure") || argument.startsWith(QLatin1String("--figure="));
}

int runWithOptions(const Command &command, const QStringList &arguments, CommandIo &io)
{
    if (arguments.contains(QLatin1String("--help")) || arguments.contains(QLatin1String("-h"))) {
        io.out << helpFor(command);
        return ExitDone;
    }
    const Result<CommandLine> line = CommandLine::parse(arguments, command.options, command.maxWords);
    if (!line)
        return io.badUsage(tr("%1: %2; see “corridor-atlas %1 --help”").arg(command.name, line.error().text()));
    return command.run(*line, io);
}

/// "--figure F …" is short for "export --out F …".
int runFigure(const QStringList &arguments, CommandIo &io)
{
    QStringList words = arguments;
    words.front().replace(QLatin1String("--figure"), QLatin1String("--out"));
    return runWithOptions(exportCommand(), words, io);
}

/// Options may stand before the command too: "--atlas F list" is "list --atlas F".
QStringList commandFirst(QStringList arguments)
{
    static const QStringList shared{QStringLiteral("--atlas"), QStringLiteral("--library"), QStringLiteral("--project"), QStringLiteral("--base-map")};
    QStringList options;
    while (arguments.size() > 2 && shared.contains(arguments.front()))
        options << arguments.takeFirst() << arguments.takeFirst();
    return arguments + options;
}

int run(const QStringList &words, CommandIo &io)
{
    const QStringList arguments = commandFirst(words);
    const QString first = arguments.value(0);
    if (first.isEmpty())
        return io.badUsage(tr("no command; see “corridor-atlas --help”"));
    if (asksForHelp(first)) {
        const Command *about = commandNamed(arguments.value(1));
        if (arguments.size() > (about ? 2 : 1))
            return io.badUsage(tr("“%1” is no command; see “corridor-atlas --help”").arg(arguments.last()));
        io.out << (about ? helpFor(*about) : helpText());
        return ExitDone;
    }
    if (asksForVersion(first)) {
        if (arguments.size() > 1)
            return io.badUsage(tr("--version takes no value"));
        io.out << versionText();
        return ExitDone;
    }
    if (asksForFigure(first))
        return runFigure(arguments, io);
    if (const Command *command = commandNamed(first))
        return runWithOptions(*command, arguments.mid(1), io);
    return io.badUsage(tr("“%1” is no command; see “corridor-atlas --help”").arg(first));
}

} // namespace

bool isCommand(const QString &firstArgument)
{
    if (asksForHelp(firstArgument) || asksForVersion(firstArgument) || asksForFigure(firstArgument)
        || commandNamed(firstArgument))
        return true;
    const bool bareWord = !firstArgument.isEmpty() && !firstArgument.startsWith(u'-');
    return bareWord && !firstArgument.contains(u'/') && !firstArgument.contains(u'.') && !QFileInfo::exists(firstArgument);
}

bool commandNeedsGui(const QString &firstArgument)
{
    const Command *command = commandNamed(firstArgument);
    return asksForFigure(firstArgument) || (command && command->drawsPictures);
}

void prepareForCommand()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Servers have no run-time folder, and Qt says so several times: an error must stay the one line that is read.
    static QtMessageHandler before = nullptr;
    before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &message) {
        if (before && !message.startsWith(QLatin1String("QStandardPaths:")))
            before(type, context, message);
    });
}

int runCommand(const QStringList &arguments)
{
    QTextStream out(stdout), err(stderr);
    CommandIo io{out, err};
    return runCommand(arguments, io);
}

int runCommand(const QStringList &arguments, CommandIo &io)
{
    const int code = run(arguments, io);
    io.out.flush();
    io.err.flush();
    if (code == ExitDone && io.out.status() != QTextStream::Ok)
        return io.failed(tr("the output could not be written"));
    return code;
}

} // namespace ca
