// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "figure/FigureCheck.h"
#include "figure/WriteOptions.h"
#include "figures/FigureMaker.h"

#include <QSize>

#include <functional>

namespace ca {

/// A file that a figure is to be written to. The view to be kept in it is the task's.
struct FigureFile {
    QString path;
    WriteOptions options;
};

/// One figure and its files; it is worked out once for all of them.
struct FigureTask {
    QString id;                             ///< of what it shows: segment, corridor or the name of a view
    std::function<Result<FigureView>()> view;  ///< called once, on any thread
    std::vector<FigureFile> files;
};

struct WrittenFigure {
    QString path;
    QSize size;                             ///< pixels of pictures, else logical pixels of the page
};

/// How a task ended.
struct FigureOutcome {
    QString id;
    std::vector<WrittenFigure> written;
    QStringList warnings;
    std::vector<Finding> findings;          ///< empty unless asked for
    std::vector<Error> errors;              ///< each of them is a file that was not written
    bool cancelled = false;                 ///< then some of its files may be missing, none is broken
};

struct BatchChecks {
    bool check = false;                     ///< findings are wanted
    bool strict = false;                    ///< a figure with objections is not written
    FigureCheckInput input = {};
};

namespace FigureBatch {

/// The task that writes a view in each of @p formats into @p folder, its files named by @p id. @p common holds for all of
/// them, as far as a format knows what it says.
[[nodiscard]] FigureTask task(const QString &id, std::function<Result<FigureView>()> view, const QString &folder, const std::vector<FigureFormat> &formats,
                              const WriteOptions &common, QStringList &taken);

/// Blocking; figures are made in parallel. One that fails leaves the others alone. @p told is called once a task, from any
/// thread but one at a time, in the order in which they end; after a cancel the tasks not begun are told as cancelled.
/// Returns the outcomes in the order of @p tasks.
std::vector<FigureOutcome> run(FigureMaker &maker, const std::vector<FigureTask> &tasks, const BatchChecks &checks,
                               const CancelToken &cancel, const std::function<void(const FigureOutcome &)> &told);

/// A name for a file made of @p id and @p suffix that every file system takes, unlike all in @p taken, to which it is added.
[[nodiscard]] QString fileName(const QString &id, const QString &suffix, QStringList &taken);

} // namespace FigureBatch
} // namespace ca
