// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/PdfProcess.h"

#include "base/Tr.h"
#include "document/DocumentLimits.h"
#include "document/TextLines.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

namespace ca::PdfProcess {
namespace {

/// Waits for the end in short steps, so that cancelling works; empty when it came by itself.
QString waitForEnd(QProcess &process, const CancelToken &cancel)
{
    constexpr qint64 mostOutput = 400 * limits::megabyte;
    const QDeadlineTimer deadline(std::chrono::seconds(limits::pdfWallSeconds));
    while (!process.waitForFinished(20) && process.state() != QProcess::NotRunning) {
        if (cancel.cancelled())
            return readingCancelled();
        if (deadline.hasExpired() || process.bytesAvailable() > mostOutput)
            return tr("Reading it takes too long or too much memory; the file is damaged or hostile.");
    }
    return {};
}

/// Why there is nothing to hand back; none when it was read.
std::optional<Error> objectionTo(PdfContents::Status status, int pages)
{
    switch (status) {
    case PdfContents::Status::Read: return std::nullopt;
    case PdfContents::Status::Locked: return Error::of(tr("It is protected by a password."));
    case PdfContents::Status::TooManyPages:
        return Error::of(tr("It has %1 pages; at most %2 are taken in.").arg(pages).arg(limits::pdfPages));
    case PdfContents::Status::TooManyWords: return Error::of(tooMuchText());
    case PdfContents::Status::Damaged: break;
    }
    return Error::of(tr("The PDF is damaged and cannot be opened."));
}

/// What the program writes about @p pdf.
Result<QByteArray> answer(const QByteArray &pdf, const QStringList &arguments, const CancelToken &cancel)
{
    const QString path = program();
    if (path.isEmpty())
        return Error::of(tr("The program that reads PDFs, corridor-atlas-pdf, is missing; install Corridor Atlas anew."));
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(path, arguments);
    if (!process.waitForStarted())
        return Error::of(tr("The program that reads PDFs cannot be started: %1.").arg(process.errorString()));
    process.write(pdf);
    process.closeWriteChannel();
    const QString stopped = waitForEnd(process, cancel);
    if (!stopped.isEmpty()) {
        process.kill();
        process.waitForFinished();
        return Error::of(stopped);
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return Error::of(tr("The PDF could not be read: it is damaged, or needs more memory or time than any article."));
    return process.readAllStandardOutput();
}

/// Reads @p value from what the program wrote.
template <class T>
bool understood(const QByteArray &bytes, T &value)
{
    QDataStream in(bytes);
    in >> value;
    return in.status() == QDataStream::Ok;
}

} // namespace

QString program()
{
    const QString name = QStringLiteral("corridor-atlas-pdf");
    const QDir here(QCoreApplication::applicationDirPath());
    for (const char *folder : {".", "../libexec/corridor-atlas", "../bin", "../../bin"}) {
        const QFileInfo file(here.filePath(QLatin1String(folder) + u'/' + name));
        if (file.isExecutable() && file.isFile())
            return file.canonicalFilePath();
    }
    return {};
}

Result<PdfContents> read(const QByteArray &pdf, const CancelToken &cancel)
{
    const Result<QByteArray> bytes = answer(pdf, {}, cancel);
    if (!bytes)
        return bytes.error();
    PdfContents contents;
    if (!understood(*bytes, contents))
        return Error::of(tr("The PDF could not be read."));
    if (const std::optional<Error> error = objectionTo(contents.status, contents.pageCount))
        return *error;
    return contents;
}

Result<std::optional<QByteArray>> attachment(const QByteArray &pdf, const QString &name, qint64 most, const CancelToken &cancel)
{
    const Result<QByteArray> bytes = answer(pdf, {QStringLiteral("--attachment"), name}, cancel);
    if (!bytes)
        return bytes.error();
    PdfAttachment attachment;
    if (!understood(*bytes, attachment))
        return Error::of(tr("The PDF could not be read."));
    if (const std::optional<Error> error = objectionTo(attachment.status, 0))
        return *error;
    if (attachment.content.size() > most)
        return Error::of(tr("The file %1 in the PDF has more than %2 MB.").arg(name).arg(most / limits::megabyte));
    return attachment.found ? std::optional(attachment.content) : std::nullopt;
}

} // namespace ca::PdfProcess
