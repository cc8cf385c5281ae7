// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/AtlasJson.h"
#include "commands/Command.h"
#include "commands/TextTable.h"
#include "document/TextExtractor.h"
#include "library/Library.h"
#include "window/AtlasLocation.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace ca {

namespace {

constexpr Verdict allVerdicts[] = {Verdict::Exact, Verdict::Moved, Verdict::Changed, Verdict::Ambiguous, Verdict::Orphan};

/// How many passages of the document's record have each verdict.
QJsonObject verdictsOf(const Library &library, qint64 document)
{
    QJsonObject counts;
    for (const Verdict verdict : allVerdicts)
        counts.insert(verdictId(verdict), 0);
    for (const StoredVerdict &stored : library.verdicts(document)) {
        const QString id = verdictId(stored.found.verdict);
        counts.insert(id, counts.value(id).toInt() + 1);
    }
    return counts;
}

struct Outcome {
    QJsonArray documents;
    QJsonArray errors;
    TextTable table{{tr("FILE"), tr("RECOGNISED AS"), tr("EXACT"), tr("MOVED"), tr("CHANGED"), tr("AMBIGUOUS"),
                     tr("NOT FOUND"), tr("TITLE")}, {2, 3, 4, 5, 6}};

    void add(const Library &library, const QString &file, const Document &document)
    {
        const QJsonObject verdicts = verdictsOf(library, document.id);
        documents.append(QJsonObject{{QStringLiteral("file"), file},
                                     {QStringLiteral("id"), document.id},
                                     {QStringLiteral("record"), document.csl},
                                     {QStringLiteral("recognised"), atlasjson::orNull(document.record)},
                                     {QStringLiteral("known"), document.known},
                                     {QStringLiteral("format"), document.format},
                                     {QStringLiteral("verdicts"), verdicts}});
        QStringList row{QFileInfo(file).fileName(), document.record};
        for (const Verdict verdict : allVerdicts)
            row << QString::number(verdicts.value(verdictId(verdict)).toInt());
        table.addRow(row << document.title);
    }
};

Outcome outcomeOf(const Library &library, const ImportReport &report, CommandIo &io)
{
    Outcome outcome;
    for (const ImportedFile &file : report.files) {
        for (const QString &warning : file.document.warnings())
            io.note(warning);
        if (file.document)
            outcome.add(library, file.file, *file.document);
        else
            outcome.errors.append(QJsonObject{{QStringLiteral("file"), file.file},
                                              {QStringLiteral("message"), file.document.error().message}});
    }
    for (const QString &problem : report.problems)
        io.note(problem);
    return outcome;
}

int printText(const QString &file, CommandIo &io)
{
    const Result<ExtractedText> text = TextExtractor::read(file);
    if (!text)
        return io.failed(text.error().text());
    io.out << text->text;
    if (!text->text.endsWith(u'\n'))
        io.out << '\n';
    for (const QString &remark : text->remarks)
        io.note(remark);
    return ExitDone;
}

/// Failed only where nothing was taken in; one bad file among many is a note.
int exitCode(const ImportReport &report, CommandIo &io)
{
    if (report.files.empty())
        return io.failed(tr("there was nothing to take in"));
    const auto bad = static_cast<std::size_t>(report.failed());
    for (const ImportedFile &file : report.files) {
        if (file.document)
            continue;
        if (bad == report.files.size())
            return io.failed(file.document.error().text());
        io.note(file.document.error().text());
    }
    return ExitDone;
}

int runImport(const CommandLine &line, CommandIo &io)
{
    if (line.has(QStringLiteral("--text"))) {
        if (!line.words().isEmpty())
            return io.badUsage(tr("import: --text takes one file and stores nothing"));
        return printText(line.value(QStringLiteral("--text")), io);
    }
    if (line.words().isEmpty())
        return io.badUsage(tr("import: name the files and folders to take in"));
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    const QString given = line.value(QStringLiteral("--library"));
    const QString file = given.isEmpty() ? defaultLibraryFile() : given;
    const Result<std::unique_ptr<Library>> library = Library::open(file);
    if (!library)
        return io.failed(library.error().text());
    const ImportOptions options{line.has(QStringLiteral("--keep-files"))};
    const ImportReport report = importInto(**library, line.words(), **atlas, options);
    const Outcome outcome = outcomeOf(**library, report, io);
    if (line.has(QStringLiteral("--json"))) {
        io.out << QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("documents"), outcome.documents},
                                                              {QStringLiteral("errors"), outcome.errors}}).toJson());
    } else if (!outcome.documents.isEmpty()) {
        io.out << outcome.table.text();
    }
    return exitCode(report, io);
}

} // namespace

const Command &importCommand()
{
    static const Command command{
        QStringLiteral("import"), QStringLiteral("FILE|FOLDER …"), 100'000, tr("takes articles into the library"),
        {jsonOption(), atlasOption(),
         {QStringLiteral("--library"), QStringLiteral("FILE"), tr("the library that takes them in; made where there is none")},
         {QStringLiteral("--keep-files"), {}, tr("keep the files' bytes in the library, too, not only their paths")},
         {QStringLiteral("--text"), QStringLiteral("FILE"), tr("print the text that would be taken out of this file; stores nothing")}},
        false, runImport};
    return command;
}

} // namespace ca
