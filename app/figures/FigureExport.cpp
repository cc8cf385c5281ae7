// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureExport.h"

#include "figure/FigureWriter.h"

#include <QFutureWatcher>
#include <QtConcurrent>

namespace ca {

namespace {

struct Order {
    FigureJob::Make make;
    FigureView view;
    QString path;
    WriteOptions options;
    QString drawing;     ///< the second stage's name
};

void carryOut(QPromise<Result<Done>> &promise, const Order &order)
{
    const Result<Figure> figure = order.make(order.view, order.options.cancel);
    if (!figure) {
        promise.addResult(Result<Done>(figure.error()));
        return;
    }
    promise.setProgressValueAndText(1, order.drawing);
    if (order.options.cancel.cancelled()) {
        promise.addResult(Result<Done>(Error{QStringLiteral("cancelled"), {}, 0}));
        return;
    }
    Result<Done> done = FigureWriter::write(*figure, order.path, order.options);
    done.warn(figure.warnings());
    promise.addResult(std::move(done));
}

} // namespace

FigureExport::FigureExport(FigureJob::Make make, QObject *parent) : QObject(parent), m_make(std::move(make)) {}

FigureExport::~FigureExport()
{
    m_token.cancel();
}

void FigureExport::start(const FigureView &view, const QString &path, WriteOptions options)
{
    if (m_running)
        return;
    m_running = true;
    m_token = CancelToken();
    options.cancel = m_token;
    options.view = view;
    auto *watcher = new QFutureWatcher<Result<Done>>(this);
    connect(watcher, &QFutureWatcherBase::progressTextChanged, this, &FigureExport::stageChanged);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        end(path, watcher->future().resultCount() > 0 ? watcher->result() : Result<Done>(Error{tr("the worker ended without a word"), path, 0}));
    });
    Q_EMIT stageChanged(tr("Collecting what is drawn …"));
    const Order order{m_make, view, path, options, tr("Drawing and writing …")};
    watcher->setFuture(QtConcurrent::run([order](QPromise<Result<Done>> &promise) {
        promise.setProgressRange(0, 2);
        carryOut(promise, order);
    }));
}

void FigureExport::cancel()
{
    m_token.cancel();
}

void FigureExport::end(const QString &path, const Result<Done> &done)
{
    m_running = false;
    if (done)
        Q_EMIT written(path, done.warnings());
    else if (m_token.cancelled())
        Q_EMIT cancelled();
    else
        Q_EMIT failed(done.error().text());
}

} // namespace ca
