// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapPicture.h"
#include "map/RenderJob.h"

#include <QObject>
#include <QTimer>

namespace ca {

/// A wider and coarser picture without labels, made while nothing else is to do and painted below the true one, so that a
/// map in motion shows no bare edges. The true picture and its labels are as they would be without. Lives on the GUI thread.
class Backdrop : public QObject {
    Q_OBJECT
public:
    explicit Backdrop(QObject *parent = nullptr);

    /// @p shown is on the screen: makes what is wider than it in a while, unless there is one or pause() comes before. What
    /// was made of another look is dropped.
    void follow(const RenderRequest &shown);
    /// Something more urgent is to be drawn.
    void pause();
    /// Paints what it has around @p top, which is drawn over it.
    void paint(QPainter &painter, const MapPicture &top, const MapView &now) const;
    [[nodiscard]] bool ready() const { return !m_picture.image.isNull(); }

private:
    void take(const QImage &image, const RenderRequest &request);

    RenderJob m_job;
    RenderRequest m_next;     ///< the wider request
    RenderRequest m_made;     ///< what the picture is of
    QTimer m_idle;
    MapPicture m_picture;
};

} // namespace ca
