// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/Backdrop.h"
#include "map/MapPicture.h"
#include "map/RenderJob.h"

#include <QObject>


namespace ca {

/// A map that always answers at once: it shows the last picture, moved and scaled, while the picture of what is wanted now
/// is made on another thread. Lives on the GUI thread.
class LiveMap : public QObject {
    Q_OBJECT
public:
    explicit LiveMap(QObject *parent = nullptr);

    /// What should be seen from now on. A running rendering gives way, but for one of a view near by: that is let finish and
    /// shown, so that a map in motion shows progress.
    void want(const RenderRequest &request);
    /// Paints what there is for @p now.
    void paint(QPainter &painter, const MapView &now) const;

    [[nodiscard]] bool hasPicture() const { return !m_picture.image.isNull(); }
    /// Whether the picture is the one wanted last.
    [[nodiscard]] bool current() const { return hasPicture() && !m_job.running(); }
    /// What the picture holds.
    [[nodiscard]] const DrawnSummary &summary() const { return m_summary; }

Q_SIGNALS:
    void pictureChanged();

private:
    void take(const QImage &image, const RenderRequest &request, const DrawnSummary &summary);

    RenderJob m_job;
    Backdrop m_backdrop;
    MapView m_running;                       ///< of the running job, as far as is known here
    MapView m_latest;                        ///< wanted last
    MapPicture m_picture;
    DrawnSummary m_summary;
};

} // namespace ca
