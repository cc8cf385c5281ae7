// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/ElementHandles.h"
#include "figures/FigureJob.h"
#include "figures/PageView.h"

#include <QWidget>

#include <map>
#include <optional>
#include <vector>

namespace ca {

class FigureDocument;
class PageInteraction;

/// The page of the figure on a desk. Shows the last picture that was made; what the document has changed since is shown at
/// once by moving parts of it, until the next picture tells the truth. Knows no map data: pictures are brought to it.
class FigurePage : public QWidget {
    Q_OBJECT
public:
    /// @p document must outlive the page.
    explicit FigurePage(FigureDocument &document, QWidget *parent = nullptr);
    ~FigurePage() override;

    [[nodiscard]] FigureDocument &document() const { return m_document; }
    /// The newest picture; empty before the first.
    [[nodiscard]] const PagePicture &picture() const { return m_picture; }
    void setPicture(const PagePicture &picture);
    /// Why there is no newer picture, or that one is on its way; empty = nothing to say.
    void setNotice(const QString &notice);
    /// What to ask the job for: the document at the present zoom.
    [[nodiscard]] PictureWish wish() const;

    [[nodiscard]] const PageView &pageView() const { return m_view; }
    void setPageView(const PageView &view);
    void fitPage();
    void showActualSize();                ///< 100 %: 96 logical pixels of the screen to the inch
    void zoomBy(double factor);           ///< about the middle, > 1 = closer

    [[nodiscard]] std::optional<FigureElement> selected() const { return m_selected; }
    void select(std::optional<FigureElement> element);
    /// The next element on the page (@p by 1) or the previous one (-1); false beyond the ends.
    bool selectNext(int by);
    /// Those on the page, page pixels, with what the document has moved since.
    [[nodiscard]] PlacedElements elements() const;
    [[nodiscard]] QRectF rectOf(FigureElement element) const;  ///< page pixels; empty when it is not on the page
    void editText(FigureElement element); ///< where it stands; nothing for what is no text
    void setFraming(bool framing);        ///< whether mouse and keys move the map inside its frame
    [[nodiscard]] bool framing() const { return m_framing; }

    QSize sizeHint() const override { return {900, 620}; }
    QSize minimumSizeHint() const override { return {240, 180}; }

Q_SIGNALS:
    void wishChanged();                   ///< another picture is wanted
    void viewChanged();
    void selectionChanged();
    void framingChanged(bool framing);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    friend class PageInteraction;
    void followDocument();
    void adaptView();
    void describe();
    void placeNames();
    void paintPicture(QPainter &painter) const;
    void paintMovedMap(QPainter &painter) const;
    void paintMovedElements(QPainter &painter) const;
    void paintOverlay(QPainter &painter) const;
    void paintNotice(QPainter &painter) const;
    [[nodiscard]] QRectF drawnRect(FigureElement element) const;
    [[nodiscard]] QRectF pictureRect(const PagePicture &picture) const;

    FigureDocument &m_document;
    PageInteraction *m_interaction = nullptr;
    PageView m_view;
    PagePicture m_picture;
    PagePicture m_whole;                ///< the newest one of the whole page: stands in where m_picture is a part
    QString m_notice;
    std::optional<FigureElement> m_selected;
    bool m_framing = false;
    std::map<FigureElement, QWidget *> m_names;  ///< unseen: what screen readers find on the page
};

} // namespace ca
