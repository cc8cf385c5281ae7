// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureView.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace ca {

/// The figure being made: the one value that page, inspector, check and output all look at, with undo. Lives on the GUI
/// thread.
class FigureDocument : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] const FigureView &view() const { return m_view; }
    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }
    /// Changes the view by @p change as one step called @p text. Steps that follow one another with the same @p mergeKey
    /// (a drag, typing in a field) are undone together; empty = never merged. A change that changes nothing is no step.
    void edit(const QString &text, const std::function<void(FigureView &)> &change, const QString &mergeKey = {});
    /// Another figure: the steps before are forgotten.
    void reset(const FigureView &view);

Q_SIGNALS:
    void changed();

private:
    friend class FigureStep;
    void set(const FigureView &view);

    FigureView m_view;
    QUndoStack m_stack;
};

} // namespace ca
