// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureBatch.h"

#include "base/Tr.h"
#include "figure/FigureFormats.h"
#include "figure/FigureWriter.h"
#include "map/Fonts.h"

#include <QDir>
#include <QImageReader>
#include <QThread>
#include <QThreadPool>

#include <mutex>

namespace ca::FigureBatch {

namespace {

QSize sizeOf(const FigureFile &file, const FigureComposition &figure)
{
    const Result<FigureFormat> format = file.options.format ? Result<FigureFormat>(*file.options.format) : FigureWriter::formatFor(file.path);
    const bool picture = format && (*format == FigureFormat::Png || *format == FigureFormat::Tiff);
    const QSize read = picture ? QImageReader(file.path).size() : QSize();
    return read.isValid() ? read : (figure.page * (picture ? file.options.dpi / 96 : 1)).toSize();
}

void write(const FigureComposition &figure, const FigureTask &task, const FigureView &view, const CancelToken &cancel, FigureOutcome &outcome)
{
    for (const FigureFile &file : task.files) {
        WriteOptions options = file.options;
        options.cancel = cancel;
        if (!options.view)
            options.view = view;
        outcome.cancelled = outcome.cancelled || cancel.cancelled();
        if (outcome.cancelled)
            return;
        const Result<Done> done = FigureWriter::write(figure, file.path, options);
        outcome.warnings += done.warnings();
        if (done)
            outcome.written.push_back({file.path, sizeOf(file, figure)});
        else if (cancel.cancelled())
            outcome.cancelled = true;
        else
            outcome.errors.push_back(done.error());
    }
}

/// False when the figure is not to be written for what was found.
bool passes(const Figure &figure, const FigureComposition &made, const BatchChecks &checks, FigureOutcome &outcome)
{
    if (!checks.check && !checks.strict)
        return true;
    outcome.findings = FigureCheck::findings(figure, made, checks.input);
    if (!checks.strict || FigureCheck::objections(outcome.findings) == 0)
        return true;
    QStringList reasons;
    for (const Finding &finding : outcome.findings) {
        if (finding.severity == Finding::Severity::Objection)
            reasons << finding.sentence;
    }
    outcome.errors.push_back({tr("not written, for what was found: %1").arg(reasons.join(u' ')), {}, 0});
    return false;
}

FigureOutcome made(FigureMaker &maker, const FigureTask &task, const BatchChecks &checks, const CancelToken &cancel)
{
    FigureOutcome outcome;
    outcome.id = task.id;
    outcome.cancelled = cancel.cancelled();
    if (outcome.cancelled)
        return outcome;
    const auto fail = [&](const Error &error) {
        outcome.cancelled = cancel.cancelled();
        if (!outcome.cancelled)
            outcome.errors.push_back(error);
        return outcome;
    };
    const Result<FigureView> view = task.view();
    if (!view)
        return fail(view.error());
    const Result<Figure> figure = maker.figure(*view, cancel);
    if (!figure)
        return fail(figure.error());
    const Result<FigureComposition> composition = FigureComposition::of(*figure);
    if (!composition)
        return fail(composition.error());
    outcome.warnings = view.warnings() + figure.warnings() + composition->warnings;
    if (passes(*figure, *composition, checks, outcome))
        write(*composition, task, *view, cancel, outcome);
    return outcome;
}

/// Letters, digits and the signs of ids; what a shell or a file system could take for something else becomes a line.
QString safe(const QString &id)
{
    QString name;
    for (const QChar c : id.simplified())
        name += c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || QStringLiteral("-_. ()").contains(c) ? c : QChar(u'_');
    constexpr qsizetype longest = 80;  // 255 bytes is what most file systems take
    name = name.left(longest).trimmed();
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name[0] = u'_';
    return name.isEmpty() ? tr("figure") : name;
}

} // namespace

FigureTask task(const QString &id, std::function<Result<FigureView>()> view, const QString &folder, const std::vector<FigureFormat> &formats,
                const WriteOptions &common, QStringList &taken)
{
    FigureTask made{id, std::move(view), {}};
    for (const FigureFormat format : formats) {
        const FigureFormatWords &words = wordsOf(format);
        FigureFile file{QDir(folder).filePath(fileName(id, words.suffix, taken)), common};
        file.options.format = format;
        file.options.textAsOutlines = common.textAsOutlines && words.outlines;
        file.options.worldFile = common.worldFile && words.worldFile;
        made.files.push_back(std::move(file));
    }
    return made;
}

std::vector<FigureOutcome> run(FigureMaker &maker, const std::vector<FigureTask> &tasks, const BatchChecks &checks,
                               const CancelToken &cancel, const std::function<void(const FigureOutcome &)> &told)
{
    loadFonts();
    std::vector<FigureOutcome> outcomes(tasks.size());
    std::mutex telling;
    // Not parallelFor(): who waits there takes up other work, and here might come to wait for a scene it is itself building.
    QThreadPool pool;
    pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    for (std::size_t at = 0; at < tasks.size(); ++at) {
        pool.start([&, at] {
            outcomes[at] = made(maker, tasks[at], checks, cancel);
            const std::lock_guard lock(telling);
            told(outcomes[at]);
        });
    }
    pool.waitForDone();
    return outcomes;
}

QString fileName(const QString &id, const QString &suffix, QStringList &taken)
{
    const QString stem = safe(id);
    QString name = stem + u'.' + suffix;
    for (int number = 2; taken.contains(name, Qt::CaseInsensitive); ++number)
        name = QStringLiteral("%1-%2.%3").arg(stem).arg(number).arg(suffix);
    taken << name;
    return name;
}

} // namespace ca::FigureBatch
