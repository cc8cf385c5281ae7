// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/HitTester.h"

#include <QLabel>

#include <vector>

namespace ca {

class Session;

/// A few words on what is under the pointer: name, status, length, number of passages. A child of the canvas.
class HoverTip : public QLabel {
    Q_OBJECT
public:
    HoverTip(const Session &session, QWidget *canvas);

    /// Shows what @p hits say beside @p pointer, within the canvas; hides for none.
    void show(const std::vector<Hit> &hits, QPoint pointer);

private:
    [[nodiscard]] QString textFor(const std::vector<Hit> &hits) const;
    [[nodiscard]] QString textFor(const Hit &hit) const;

    const Session &m_session;
};

} // namespace ca
