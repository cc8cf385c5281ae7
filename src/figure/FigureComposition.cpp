// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureComposition.h"

#include "figure/FigureText.h"
#include "figure/NorthArrow.h"
#include "figure/NullDevice.h"

#include <QCoreApplication>

#include <cmath>

namespace ca {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Figure", text);
}

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
/// frame on the legend. The frame only ever shrinks, so it settles.
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
        for (int pass = 0; pass < 4; ++pass) {
            setKeys();
            Result<FigureLayout> layout = FigureLayout::of(m_figure, m_composition.content);
            if (!layout)
                return layout.error();
            if (pass > 0 && fitsInto(m_composition.layout, *layout))
                break;
            m_composition.layout = *layout;
            draw(m_composition.layout.rect(FigureLayout::Element::Map).size());
        }
        finish();
        return std::move(m_composition);
    }

private:
    using Element = FigureLayout::Element;
    [[nodiscard]] const Atlas &atlas() const { return m_figure.map.scene->atlas(); }

    void setWords()
    {
        FigureContent &content = m_composition.content;
        content.title = m_figure.shows(Element::Title) ? m_figure.title.simplified() : QString();
        content.disclaimer = m_figure.shows(Element::Disclaimer) ? m_figure.disclaimerText().simplified() : QString();
        const QString date = figuretext::date(m_composition.asOf);
        const QString asOf = date.isEmpty() ? QString() : tr("As of %1").arg(date);
        content.subtitle = !m_figure.shows(Element::Subtitle) ? QString()
            : m_figure.subtitle.simplified().isEmpty() ? asOf
                                                       : m_figure.subtitle.simplified();
        content.notes = m_figure.shows(Element::Notes) ? Notes::of(atlas(), m_figure.noteSubjects) : Notes();
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
        m_composition.credits =
            Credits::of(m_composition.drawn, map.scene->base().credits, map.view.projection->title());
        content.credits = m_figure.shows(Element::Credits) ? m_composition.credits.text() : QString();
        content.briefCredits = m_composition.credits.brief();
        content.legend = m_figure.shows(Element::Legend)
            ? Legend::of(m_composition.drawn, atlas(), map.namePolicy, map.language)
            : Legend();
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
        m_composition.labels = map.labels ? LabelLayout::place(map) : std::vector<PlacedLabel>();
        NullDevice device(frame.toSize());
        QPainter painter(&device);
        m_composition.drawn = MapPainter::paint(painter, map, m_composition.labels);
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
        const QRectF bar = m_composition.layout.rect(Element::ScaleBar);
        if (bar.width() > 0)
            m_composition.scaleBar = ScaleBar::of(map.view, std::max(24.0, bar.width() - 85));
        m_composition.north = northarrow::angle(map.view);
        m_composition.warnings = m_composition.layout.warnings;
        if (m_composition.drawn.labelsInOtherLanguage > 0)
            m_composition.warnings << tr("%1 labels have no name in the language asked for and stand in another")
                                          .arg(m_composition.drawn.labelsInOtherLanguage);
    }

    const Figure &m_figure;
    FigureComposition m_composition;
};

} // namespace

Result<FigureComposition> FigureComposition::of(const Figure &figure)
{
    if (const std::optional<Error> error = objection(figure))
        return *error;
    return Composer(figure).composed();
}

} // namespace ca
