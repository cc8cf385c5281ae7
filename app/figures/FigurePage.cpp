// SPDX-License-Identifier: GPL-3.0-or-later
// What the page knows and can do; how it looks is in FigurePagePainting.cpp.
#include "figures/FigurePage.h"

#include "figures/FigureDocument.h"
#include "figures/PageInteraction.h"

#include <QAccessible>
#include <QEvent>

#include <algorithm>

namespace ca {

FigurePage::FigurePage(FigureDocument &document, QWidget *parent) : QWidget(parent), m_document(document)
{
    setObjectName(QStringLiteral("figurePage"));
    setAccessibleName(tr("Page of the figure"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_view.page = document.view().figure.page;
    connect(&document, &FigureDocument::changed, this, &FigurePage::followDocument);
    // Last: from here on events reach the members above.
    m_interaction = new PageInteraction(*this);
}

FigurePage::~FigurePage() = default;

void FigurePage::setPicture(const PagePicture &picture)
{
    m_picture = picture;
    if (picture.whole())
        m_whole = picture;
    m_notice.clear();
    if (m_selected && rectOf(*m_selected).isEmpty())
        select(std::nullopt);
    placeNames();
    update();
}

void FigurePage::setNotice(const QString &notice)
{
    m_notice = notice;
    update();
}

PictureWish FigurePage::wish() const
{
    return {m_document.view(), m_view.deviceScale(), m_view.wantedPart()};
}

void FigurePage::followDocument()
{
    adaptView();
    if (m_selected && rectOf(*m_selected).isEmpty())
        select(std::nullopt);
    placeNames();
    update();
    Q_EMIT wishChanged();
}

void FigurePage::adaptView()
{
    setPageView(m_view.adapted(m_document.view().figure.page, QSizeF(size()), devicePixelRatioF()));
}

void FigurePage::setPageView(const PageView &view)
{
    if (view == m_view)
        return;
    m_interaction->commitText();
    const bool another = view.deviceScale() != m_view.deviceScale() || view.wantedPart() != m_view.wantedPart();
    m_view = view;
    placeNames();
    update();
    Q_EMIT viewChanged();
    if (another)
        Q_EMIT wishChanged();
}

void FigurePage::fitPage()
{
    setPageView(m_view.fit());
}

void FigurePage::showActualSize()
{
    setPageView(m_view.zoomedTo(1));
}

void FigurePage::zoomBy(double factor)
{
    setPageView(m_view.zoomedAt(QRectF(rect()).center(), factor));
}

void FigurePage::select(std::optional<FigureElement> element)
{
    if (element == m_selected)
        return;
    m_selected = element;
    m_interaction->startRun();
    if (element != FigureElement::Map)
        setFraming(false);
    describe();
    update();
    Q_EMIT selectionChanged();
}

bool FigurePage::selectNext(int by)
{
    std::vector<FigureElement> present;
    for (const FigureElement element : allFigureElements) {
        if (!rectOf(element).isEmpty())
            present.push_back(element);
    }
    const auto at = m_selected ? std::find(present.begin(), present.end(), *m_selected) : present.end();
    const auto count = std::ptrdiff_t(present.size());
    const auto next = at == present.end() ? (by > 0 ? 0 : count - 1) : at - present.begin() + by;
    if (next < 0 || next >= count)
        return false;
    select(present[std::size_t(next)]);
    return true;
}

QRectF FigurePage::drawnRect(FigureElement element) const
{
    if (!m_picture.composition)
        return {};
    const FigureLayout &layout = m_picture.composition->layout;
    const QRectF rect = layout.rect(element);
    return {rect.topLeft() * layout.scale, rect.size() * layout.scale};
}

QRectF FigurePage::rectOf(FigureElement element) const
{
    const QRectF drawn = drawnRect(element);
    const FigureSpec &now = m_document.view().figure, &made = m_picture.wish.view.figure;
    if (drawn.isEmpty() || !(now.shows(element) || element == FigureElement::Map))
        return {};
    const auto wanted = now.placed.find(element), had = made.placed.find(element);
    if (wanted == now.placed.end() || (had != made.placed.end() && had->second == wanted->second))
        return drawn;
    return placeOf(wanted->second, now.page);
}

PlacedElements FigurePage::elements() const
{
    PlacedElements placed;
    for (const FigureElement element : allFigureElements) {
        if (const QRectF rect = rectOf(element); !rect.isEmpty())
            placed.emplace_back(element, rect);
    }
    return placed;
}

void FigurePage::editText(FigureElement element)
{
    m_interaction->editText(element);
}

void FigurePage::setFraming(bool framing)
{
    if (framing == m_framing)
        return;
    m_framing = framing;
    if (framing)
        select(FigureElement::Map);
    describe();
    update();
    Q_EMIT framingChanged(framing);
}

void FigurePage::describe()
{
    if (!m_selected)
        return setAccessibleDescription({});
    const QString name = figureElementTitle(*m_selected);
    setAccessibleDescription(m_framing ? tr("The map moves inside its frame; Escape ends that") : tr("%1 selected").arg(name));
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

/// Children that are not seen and take no clicks, so that screen readers find the elements where they are.
void FigurePage::placeNames()
{
    for (const FigureElement element : allFigureElements) {
        const QRectF rect = rectOf(element);
        QWidget *&name = m_names[element];
        if (rect.isEmpty()) {
            if (name)
                name->hide();
            continue;
        }
        if (!name) {
            name = new QWidget(this);
            name->setAttribute(Qt::WA_TransparentForMouseEvents);
            name->setAttribute(Qt::WA_NoSystemBackground);
            name->setAccessibleName(figureElementTitle(element));
            name->lower();
        }
        const FigureContent &content = m_picture.composition->content;
        name->setAccessibleDescription(element == FigureElement::Title ? content.title
                                       : element == FigureElement::Subtitle ? content.subtitle
                                       : element == FigureElement::Disclaimer ? content.disclaimer
                                       : element == FigureElement::Credits ? content.credits
                                                                           : QString());
        name->setGeometry(m_view.toWidget(rect).toRect());
        name->show();
    }
}

bool FigurePage::event(QEvent *event)
{
    return (m_interaction && m_interaction->handle(event)) || QWidget::event(event);
}

void FigurePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    adaptView();
}

void FigurePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    adaptView();
}

void FigurePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace ca
