// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapPainter.h"
#include "map/RenderRequest.h"

#include <QImage>
#include <QObject>

namespace ca {

/// Renders requests off the GUI thread, one at a time. Every start() and queue() ends in exactly one finished() or
/// cancelled(). Lives on the GUI thread.
class RenderJob : public QObject {
    Q_OBJECT
public:
    explicit RenderJob(QObject *parent = nullptr);
    ~RenderJob() override;  ///< cancels and waits

    /// In place of whatever was asked for before.
    void start(const RenderRequest &request);
    /// After the running one, which goes on; in place of what waits.
    void queue(const RenderRequest &request);
    void cancel();
    /// Whether there will be another signal.
    [[nodiscard]] bool running() const;

Q_SIGNALS:
    void finished(const QImage &image, const ca::RenderRequest &request, const ca::DrawnSummary &summary);
    void cancelled();

private Q_SLOTS:
    void deliver();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ca

Q_DECLARE_METATYPE(ca::RenderRequest)
Q_DECLARE_METATYPE(ca::DrawnSummary)
