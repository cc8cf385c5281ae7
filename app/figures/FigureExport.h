// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/WriteOptions.h"
#include "figures/FigureJob.h"

#include <QObject>

#include <functional>

namespace ca {

/// Where those who write, print and copy get figures from.
struct FigureSupply {
    std::function<FigureView()> view;           ///< what is shown now; GUI thread
    std::function<FigureJob::Make()> maker;     ///< what makes figures of views, to be called on any thread; null when there is none yet
};

/// Makes a figure and writes it, off the GUI thread. Every start() ends in exactly one written(), failed() or cancelled().
/// Lives on the GUI thread.
class FigureExport : public QObject {
    Q_OBJECT
public:
    explicit FigureExport(FigureJob::Make make, QObject *parent = nullptr);
    ~FigureExport() override;    ///< cancels; the worker ends by itself

    /// Nothing while one is running. Evidence of @p view goes into the file.
    void start(const FigureView &view, const QString &path, WriteOptions options);
    /// The file is not touched unless it was being put into its place already.
    void cancel();
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    void stageChanged(const QString &text);     ///< what is being done
    void written(const QString &path, const QStringList &warnings);
    void failed(const QString &reason);
    void cancelled();

private:
    void end(const QString &path, const Result<Done> &done);

    FigureJob::Make m_make;
    CancelToken m_token;
    bool m_running = false;
};

} // namespace ca
