// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/ElementMove.h"

#include "base/Tr.h"
#include "figures/FigureDocument.h"

#include <cmath>
#include <utility>

namespace ca {

namespace {

QString dragKey(int drag)
{
    return QStringLiteral("drag:%1").arg(drag);
}

QString stepText(FigureElement element, Handle handle)
{
    return (handle == Handle::Body ? tr("move %1") : tr("resize %1")).arg(figureElementTitle(element).toLower());
}

} // namespace

void ElementMove::begin(FigureElement element, Handle handle, const QRectF &rect, QPointF at, PageSnap snap)
{
    m_active = true;
    ++m_drags;
    m_element = element;
    m_handle = handle;
    m_rect = rect;
    m_from = at;
    m_snap = std::move(snap);
    const auto &placed = m_document.view().figure.placed;
    const auto found = placed.find(element);
    m_before = found == placed.end() ? std::nullopt : std::optional(found->second);
}

void ElementMove::to(QPointF at, bool snapping, bool straight)
{
    QPointF by = at - m_from;
    if (straight && m_handle == Handle::Body)
        (std::abs(by.x()) >= std::abs(by.y()) ? by.ry() : by.rx()) = 0;
    const QRectF wanted = ElementHandles::pulled(m_rect, m_handle, by);
    PageSnap::Snapped result{m_snap.kept(wanted, m_handle), {}};
    if (snapping)
        result = m_snap.snapped(wanted, m_handle);
    m_guides = std::move(result.guides);
    place(m_element, result.rect, dragKey(m_drags));
}

void ElementMove::finish()
{
    m_active = false;
    m_guides.clear();
}

void ElementMove::cancel()
{
    finish();
    m_document.edit(stepText(m_element, m_handle), [this](FigureView &view) {
        if (m_before)
            view.figure.placed[m_element] = *m_before;
        else
            view.figure.placed.erase(m_element);
    }, dragKey(m_drags));
}

void ElementMove::nudge(FigureElement element, const QRectF &rect, QPointF by, int run)
{
    m_handle = Handle::Body;
    const PageSnap page(m_document.view().figure.page, 0, {}, 0);
    place(element, page.kept(rect.translated(by), Handle::Body), QStringLiteral("nudge:%1").arg(run));
}

void ElementMove::place(FigureElement element, const QRectF &rect, const QString &mergeKey)
{
    m_document.edit(stepText(element, m_handle), [&](FigureView &view) {
        view.figure.placed[element] = shareOf(rect, view.figure.page);
    }, mergeKey);
}

} // namespace ca
