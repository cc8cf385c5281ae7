// SPDX-License-Identifier: GPL-3.0-or-later
#include "Measures.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>

namespace ca::bench {
namespace {

using Measure = QJsonObject (*)(const Task &);

Measure measureFor(const QString &step)
{
    if (step == QLatin1String("generate"))
        return generate;
    if (step == QLatin1String("import"))
        return import;
    if (step == QLatin1String("use"))
        return use;
    return step == QLatin1String("suggest") ? suggest : nullptr;
}

QByteArray firstLoad()
{
    QFile load(QStringLiteral("/proc/loadavg"));
    return load.open(QIODevice::ReadOnly) ? load.readAll().split(' ').front() : QByteArray();
}

/// Each step in a process of its own: nothing is warm but the system's file cache, and memory is that step's.
QJsonObject inOwnProcess(const QString &step, const Task &task)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--articles"), QString::number(task.articles), QStringLiteral("--pages"), task.pages,
                   QStringLiteral("--library"), task.library, step});
    process.waitForFinished(-1);
    const QJsonObject result = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    return result.isEmpty() ? QJsonObject{{QStringLiteral("error"), process.errorString()}} : result;
}

QJsonObject everything(const Task &task)
{
    QJsonObject out{{QStringLiteral("articles"), task.articles}, {QStringLiteral("cores"), QThread::idealThreadCount()},
                    {QStringLiteral("load_before"), QString::fromLatin1(firstLoad())}};
    for (const char *step : {"generate", "import", "use", "suggest"}) {
        const QJsonObject part = inOwnProcess(QLatin1String(step), task);
        for (auto member = part.begin(); member != part.end(); ++member)
            out[member.key()] = member.value();
        if (part.contains(QStringLiteral("error")))
            break;
    }
    out[QStringLiteral("load_after")] = QString::fromLatin1(firstLoad());
    return out;
}

int run(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("articles"), QStringLiteral("How many to make."), QStringLiteral("count"), QStringLiteral("2000")},
                       {QStringLiteral("pages"), QStringLiteral("Folder for the pages."), QStringLiteral("folder")},
                       {QStringLiteral("library"), QStringLiteral("Library file to make."), QStringLiteral("file")}});
    parser.addPositionalArgument(QStringLiteral("step"), QStringLiteral("generate, import, use or suggest; all without."), QStringLiteral("[step]"));
    parser.process(arguments);
    QTemporaryDir temporary;
    const auto place = [&](const char *option, const char *otherwise) {
        const QString given = parser.value(QLatin1String(option));
        return given.isEmpty() ? temporary.filePath(QLatin1String(otherwise)) : given;
    };
    const Task task{place("pages", "pages"), place("library", "library.sqlite"), parser.value(QStringLiteral("articles")).toInt()};
    const QString step = parser.positionalArguments().value(0);
    const Measure measure = measureFor(step);
    if (task.articles < 1 || (!step.isEmpty() && !measure))
        parser.showHelp(1);
    const QJsonObject result = measure ? measure(task) : everything(task);
    std::fputs(QJsonDocument(result).toJson().constData(), stdout);
    return result.contains(QStringLiteral("error")) ? 1 : 0;
}

} // namespace
} // namespace ca::bench

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    return ca::bench::run(QCoreApplication::arguments());
}
