// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureElement.h"

#include <QScrollArea>

namespace ca {

class FigureDocument;
class Session;

/// Everything about the figure that can be chosen, as fields: page, texts, map, elements, notes. Each edit is a step of the
/// document, and the fields follow it.
class FigureInspector : public QScrollArea {
    Q_OBJECT
public:
    /// Both outlive the inspector.
    FigureInspector(FigureDocument &document, Session &session, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {320, 640}; }

Q_SIGNALS:
    void elementActivated(ca::FigureElement element);   ///< its row got the focus
};

} // namespace ca
