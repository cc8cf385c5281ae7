// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/HitTester.h"
#include "map/MapView.h"

#include <QObject>
#include <QPointF>
#include <QTimer>

#include <optional>

namespace ca {

class MapCanvas;
class Session;

/// What clicks mean. One thing there is chosen at once, several ask; clicked again in the same place, the next one is chosen.
/// Positions are logical pixels of the canvas. Belongs to the canvas.
class HitChooser : public QObject {
    Q_OBJECT
public:
    HitChooser(Session &session, MapCanvas &canvas);

    void click(QPointF at);
    /// A menu of all that is there; false when that is nothing.
    bool askForAny(QPointF at);
    /// Selects what can be selected and tells of a feature of the user's; a place of the base map is nothing to choose.
    void choose(const Hit &hit);
    /// A click was the beginning of a double click: what is selected stays.
    void keepSelection() { m_clearTimer.stop(); }

private:
    struct Choice {
        Hit hit;
        QPointF at;
        MapView view;
    };
    [[nodiscard]] bool again(QPointF at) const;
    void chooseNext();
    void chooseAt(const Hit &hit, QPointF at);
    void ask(const std::vector<Hit> &choices, QPointF at);

    Session &m_session;
    MapCanvas &m_canvas;
    QTimer m_clearTimer;      ///< a click beside everything clears, unless it begins a double click
    std::optional<Choice> m_last;
};

} // namespace ca
