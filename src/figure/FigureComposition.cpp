// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureComposition.h"

#include "base/Tr.h"
#include "figure/FigureText.h"
#include "figure/NorthArrow.h"
#include "figure/NullDevice.h"
#include "figure/QuietCorner.h"
#include "map/Frame.h"
#include "map/LabelPainter.h"
#include "map/LabelsAround.h"

#include <algorithm>
#include <cmath>

namespace ca {

namespace {

std::optional<Error> objection(const Figure &figure)
{
    if (!figure.map.scene || !figure.map.view.projection)
        return Error{tr("there is no map to draw"), {}, 0};
    const QSizeF page = figure.page;
    if (!(std::isfinite(page.width()) && std::isfinite(page.height()) && page.width() > 0 && page.height() > 0))
        return Error{tr("the page has no size"), {}, 0};
    if (figure.theme.isEmpty() ? !figure.map.style : MapStyle::bundledPath(figure.theme).isEmpty())
        return Error{tr("there is no theme called %1").arg(figure.theme), {}, 0};
    return std::nullopt;
}

/// Works out content and layout together: the legend names what is drawn, what is drawn depends on the frame, and the
/// frame on the legend. It mostly settles of itself; where it does not, the frame only shrinks after a few passes.
class Composer {
public:
    explicit Composer(const Figure &figure) : m_figure(figure)
    {
        m_composition.page = figure.page;
        m_composition.noteSubjects = figure.noteSubjects;
        m_composition.notePassages = figure.notePassages;
        m_composition.ownPassages = figure.ownPassages;
        m_composition.transparent = figure.transparent;
        m_composition.map = figure.map;
        if (!figure.theme.isEmpty())
            m_composition.map.style = MapStyle::bundled(figure.theme);
        m_composition.map.highlight.hovered.clear();
        m_composition.asOf = figure.asOf.isEmpty() ? atlas().data().date : figure.asOf;
    }

    Result<FigureComposition> composed()
    {
        setWords();
        draw(m_figure.page / (m_figure.scale > 0 ? m_figure.scale : FigureLayout::scaleFor(m_figure.page)));
        for (int pass = 0; pass < mostPasses; ++pass) {
            setKeys();
            Result<FigureLayout> layout = FigureLayout::of(m_figure, m_composition.content);
            if (!layout)
                return layout.error();
            const bool sameFrame = pass > 0 && layout->rect(Element::Map) == m_composition.layout.rect(Element::Map);
            if (pass >= freePasses && !sameFrame && fitsInto(m_composition.layout, *layout))
                break;
            m_composition.layout = *layout;
            if (!sameFrame)
                draw(m_composition.layout.rect(Element::Map).size());
            else {
                cover();  // the same again, in the new layout
                break;
            }
        }
        finish();
        return std::move(m_composition);
    }

private:
    using Element = FigureLayout::Element;
    static constexpr int freePasses = 3;  ///< after them the frame only shrinks
    static constexpr int mostPasses = 7;
    [[nodiscard]] const Atlas &atlas() const { return m_figure.map.scene->atlas(); }

    void setWords()
    {
        FigureContent &content = m_composition.content;
        content.title = m_figure.shows(Element::Title) ? m_figure.title.simplified() : QString();
        content.disclaimer = m_figure.shows(Element::Disclaimer) ? m_figure.disclaimerText().simplified() : QString();
        const QString asOf = figuretext::asOf(m_composition.asOf);
        content.subtitle = !m_figure.shows(Element::Subtitle) ? QString()
            : m_figure.subtitle.simplified().isEmpty() ? asOf
                                                       : m_figure.subtitle.simplified();
        content.notes = m_figure.shows(Element::Notes) ? Notes::of(atlas(), m_figure.noteSubjects, m_figure.notePassages, m_figure.ownPassages) : Notes();
        content.northArrow = m_figure.shows(Element::NorthArrow) && !m_figure.map.visibility.layer(QStringLiteral("graticule"));
        const Box box = m_figure.extent.empty() ? m_figure.map.view.box()
                                                : m_figure.map.view.projection->bounds(m_figure.extent);
        content.aspect = box.height() > 0 && box.width() > 0 ? box.width() / box.height() : 1.5;
    }

    /// What the last drawing calls for.
    void setKeys()
    {
        FigureContent &content = m_composition.content;
        const RenderRequest &map = m_composition.map;
        m_composition.credits = Credits::of(allDrawn(), map.scene->base().credits, map.view.projection->title());
        content.credits = m_figure.shows(Element::Credits) ? m_composition.credits.text() : QString();
        content.briefCredits = m_composition.credits.brief();
        content.legend = m_figure.shows(Element::Legend)
            ? Legend::of(m_composition.drawn, atlas(), map.namePolicy, map.language, map.highlight.selected)
            : Legend();
        content.statusKey = m_figure.shows(Element::StatusKey) ? Legend::statusKey(m_composition.drawn) : Legend();
        content.scaleBar = m_figure.shows(Element::ScaleBar) && ScaleBar::of(map.view, 100).has_value();
    }

    /// Frames the map and notes what is drawn in it.
    void draw(QSizeF frame)
    {
        RenderRequest &map = m_composition.map;
        map.view = m_figure.map.view;
        const QSizeF canvas = map.view.size;
        map.view.size = frame;
        if (!m_figure.extent.empty())
            map.view = map.view.fitted(m_figure.extent);
        else  // all that the canvas shows stays in view
            map.view.metresPerPixel *= std::max(canvas.width() / frame.width(), canvas.height() / frame.height());
        cover();
        m_composition.labels = map.labels ? LabelLayout::placeAround(map, m_covered) : std::vector<PlacedLabel>();
        NullDevice device(frame.toSize());
        QPainter painter(&device);
        m_composition.drawn = MapPainter::paint(painter, map, m_composition.labels);
    }

    /// What is painted over the map: labels keep off it.
    void cover()
    {
        RenderRequest &map = m_composition.map;
        const QRectF frame = m_composition.layout.rect(Element::Map);
        m_covered.clear();
        if (map.cornerCredit)
            m_covered.push_back(LabelPainter::creditRect(Frame(map)));
        settleScale(frame);
        for (const FigureLayout::Item &item : m_composition.layout.items) {
            if (m_composition.layout.onMap(item))
                m_covered.push_back(item.rect.translated(-frame.topLeft()));
        }
        coverWithInset(frame);
        m_composition.graticule.clear();
        if (map.visibility.layer(QStringLiteral("graticule")))
            m_composition.graticule = graticulelabels::of(map.view);
        std::erase_if(m_composition.graticule, [this](const GraticuleLabel &label) {
            return std::any_of(m_covered.begin(), m_covered.end(), [&](const QRectF &rect) { return rect.intersects(label.rect); });
        });
        for (const GraticuleLabel &label : m_composition.graticule)
            m_covered.push_back(label.rect);
    }

    /// Scale bar and north arrow that stand on the map take no more room than they need, in the quietest corner.
    void settleScale(const QRectF &frame)
    {
        FigureLayout &layout = m_composition.layout;
        m_barLength = longestBar(layout.rect(Element::ScaleBar));
        QRectF block;
        std::vector<FigureLayout::Item *> items;
        for (FigureLayout::Item &item : layout.items) {
            const bool scale = item.element == Element::ScaleBar || item.element == Element::NorthArrow;
            if (!scale || item.placed || !layout.onMap(item))
                continue;
            if (const auto bar = ScaleBar::of(m_composition.map.view, m_barLength); bar && item.element == Element::ScaleBar)
                item.rect.setWidth(bar->width());
            block |= item.rect;
            items.push_back(&item);
        }
        if (items.empty())
            return;
        const QRectF corner = quietCorner(m_composition.map, block.size(), m_covered, {Qt::BottomLeftCorner, Qt::TopLeftCorner, Qt::TopRightCorner});
        for (FigureLayout::Item *item : items) {
            item->rect.translate(corner.translated(frame.topLeft()).topLeft() - block.topLeft());
            item->automatic = item->rect;
        }
    }

    /// A bar beside which its words have room.
    static double longestBar(const QRectF &rect) { return std::max(24.0, rect.width() - 85); }

    void coverWithInset(const QRectF &frame)
    {
        RenderRequest &map = m_composition.map;
        m_composition.inset.reset();
        if (!m_figure.shows(Element::Inset) || frame.isEmpty())
            return;
        const QRectF own = quietCorner(map, Inset::naturalSize(map, frame.size()), m_covered, {Qt::TopRightCorner, Qt::TopLeftCorner, Qt::BottomLeftCorner, Qt::BottomRightCorner})
                               .translated(frame.topLeft());
        m_inset = {Element::Inset, own, 1, false, own, {60, 45}};
        if (const auto placed = m_figure.placed.find(Element::Inset); placed != m_figure.placed.end()) {
            m_inset.rect = placeOf(placed->second, m_composition.layout.page);
            m_inset.placed = true;
        }
        m_composition.inset = Inset::of(map, m_inset.rect.size());
        if (m_composition.inset)
            m_covered.push_back(m_inset.rect.translated(-frame.topLeft()));
    }

    /// On the map and the locator map.
    [[nodiscard]] DrawnSummary allDrawn() const
    {
        DrawnSummary all = m_composition.drawn;
        if (!m_composition.inset)
            return all;
        for (const QString &layer : m_composition.inset->drawn.layers) {
            if (!all.layers.contains(layer))
                all.layers << layer;
        }
        for (const QString &provenance : m_composition.inset->drawn.provenances) {
            if (!all.provenances.contains(provenance))
                all.provenances << provenance;
        }
        return all;
    }

    /// Whether the content as it is now stands in @p kept, so that its frame can stay.
    static bool fitsInto(const FigureLayout &kept, const FigureLayout &wanted)
    {
        const QRectF before = kept.rect(Element::Map), after = wanted.rect(Element::Map);
        return before == after || (kept.items.size() == wanted.items.size() && before.width() <= after.width()
                                   && before.height() <= after.height());
    }

    void finish()
    {
        const RenderRequest &map = m_composition.map;
        if (m_composition.inset)
            m_composition.layout.items.push_back(m_inset);
        if (m_composition.layout.find(Element::ScaleBar))
            m_composition.scaleBar = ScaleBar::of(map.view, m_barLength);
        m_composition.north = northarrow::angle(map.view);
        m_composition.warnings = m_composition.layout.warnings;
        if (m_figure.shows(Element::Inset) && !m_composition.inset)
            m_composition.warnings << tr("the map itself shows so much that a locator map would say nothing; it was left out");
        if (m_composition.drawn.labelsInOtherLanguage > 0)
            m_composition.warnings << tr("%1 labels have no name in the language asked for and stand in another")
                                          .arg(m_composition.drawn.labelsInOtherLanguage);
    }

    const Figure &m_figure;
    FigureComposition m_composition;
    FigureLayout::Item m_inset;
    double m_barLength = 24;           ///< at most, layout units
    std::vector<QRectF> m_covered;     ///< screen coordinates of the map
};

} // namespace

Result<FigureComposition> FigureComposition::of(const Figure &figure)
{
    if (const std::optional<Error> error = objection(figure))
        return *error;
    return Composer(figure).composed();
}

} // namespace ca
