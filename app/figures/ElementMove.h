// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/PageSnap.h"

#include <QString>

namespace ca {

class FigureDocument;

/// One element on its way over the page: what a hand does becomes steps of the document, one to be undone for each drag.
/// Page pixels.
class ElementMove {
public:
    explicit ElementMove(FigureDocument &document) : m_document(document) {}

    void begin(FigureElement element, Handle handle, const QRectF &rect, QPointF at, PageSnap snap);
    /// @param snapping off = exactly where the hand is; @param straight only along the axis that it went further
    void to(QPointF at, bool snapping, bool straight);
    void finish();
    /// The element is where it was, as if it had not been touched.
    void cancel();
    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] Handle handle() const { return m_handle; }
    [[nodiscard]] const std::vector<QLineF> &guides() const { return m_guides; }

    /// By keys: @p rect moved by @p by. Steps that follow one another are undone together while @p run stays the same.
    void nudge(FigureElement element, const QRectF &rect, QPointF by, int run);

private:
    void place(FigureElement element, const QRectF &rect, const QString &mergeKey);

    FigureDocument &m_document;
    bool m_active = false;
    int m_drags = 0;
    FigureElement m_element = FigureElement::Map;
    Handle m_handle = Handle::None;
    QRectF m_rect;
    QPointF m_from;
    PageSnap m_snap;
    std::optional<QRectF> m_before;  ///< as the document had it
    std::vector<QLineF> m_guides;
};

} // namespace ca
