// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that nothing but their colour tells apart, seen by eyes and printers that lose it.
#include "base/Tr.h"
#include "figure/FigureCheckParts.h"
#include "figure/LineLooks.h"

#include <algorithm>
#include <array>

namespace ca::figurecheck {

namespace {

/// Two kinds of line of the figure, by their place in its list of lines.
using Pair = std::pair<std::size_t, std::size_t>;

/// Two states of the same thing are told by dashes, of which another check speaks.
bool comparable(const DrawnSummary::Line &one, const DrawnSummary::Line &other)
{
    return one.corridor != other.corridor || one.mode != other.mode;
}

/// Lines of a figure that have the same shape in a style, with their colours.
class Shapes {
public:
    Shapes(const std::vector<DrawnSummary::Line> &lines, const MapStyle &style)
    {
        for (const DrawnSummary::Line &line : lines)
            m_looks.push_back(style.segmentLine(line.corridor, line.mode, line.status));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (std::size_t j = i + 1; j < lines.size(); ++j) {
                if (comparable(lines[i], lines[j]) && sameShape(m_looks[i], m_looks[j]))
                    m_pairs.emplace_back(i, j);
            }
        }
    }

    [[nodiscard]] std::vector<Pair> alike(ColourVision vision) const
    {
        std::vector<Pair> found;
        std::copy_if(m_pairs.begin(), m_pairs.end(), std::back_inserter(found),
                     [&](const Pair &pair) { return sameColour(m_looks[pair.first].color, m_looks[pair.second].color, vision); });
        return found;
    }

private:
    std::vector<LineStyle> m_looks;
    std::vector<Pair> m_pairs;
};

QString named(const Context &context, const Pair &pair)
{
    const DrawnSummary::Line &one = context.made.drawn.lines[pair.first], &other = context.made.drawn.lines[pair.second];
    if (one.corridor != other.corridor)
        return tr("%1 and %2").arg(context.name(one.corridor), context.name(other.corridor));
    return tr("%1 and %2 of %3").arg(title(one.mode), title(other.mode), context.name(one.corridor));
}

QString sentence(ColourVision vision)
{
    switch (vision) {
    case ColourVision::Everyone:
        return tr("Nothing tells these lines apart: %1.");
    case ColourVision::Deuteranopia:
        return tr("Readers with deuteranopia cannot tell these lines apart: %1.");
    case ColourVision::Protanopia:
        return tr("Readers with protanopia cannot tell these lines apart: %1.");
    case ColourVision::Tritanopia:
        return tr("Readers with tritanopia cannot tell these lines apart: %1.");
    case ColourVision::GreyPrint:
        return tr("Printed in grey, these lines cannot be told apart: %1.");
    }
    return {};
}

void addAlike(const Context &context, const std::vector<Pair> &pairs, ColourVision vision, Findings &out)
{
    QStringList names;
    for (const Pair &pair : pairs) {
        if (const QString name = named(context, pair); !names.contains(name))
            names << name;
    }
    const auto theme = themeThat(context, [&](const MapStyle &style) { return Shapes(context.made.drawn.lines, style).alike(vision).empty(); });
    // A figure made for the screen may never be printed.
    const auto say = vision == ColourVision::GreyPrint ? &remark : &objection;
    const QByteArray id = "colours-" + colourVisionId(vision).toLatin1();
    out.push_back(say(id.constData(), sentence(vision).arg(listedApart(names)), FigureElement::Map, theme));
}

/// What nobody can tell apart is said once.
void coloursAlike(const Context &context, Findings &out)
{
    const Shapes shapes(context.made.drawn.lines, context.style);
    const std::vector<Pair> always = shapes.alike(ColourVision::Everyone);
    for (const ColourVision vision : allColourVisions) {
        const std::vector<Pair> all = shapes.alike(vision);
        std::vector<Pair> pairs;
        std::set_difference(all.begin(), all.end(), always.begin(), always.end(), std::back_inserter(pairs));
        if (vision == ColourVision::Everyone)
            pairs = always;
        if (!pairs.empty())
            addAlike(context, pairs, vision, out);
    }
}

constexpr std::array<Check, 1> colourRules{coloursAlike};

} // namespace

bool confusesNothingNew(const Context &context, const MapStyle &style)
{
    const Shapes now(context.made.drawn.lines, context.style), then(context.made.drawn.lines, style);
    return std::all_of(allColourVisions.begin(), allColourVisions.end(), [&](ColourVision vision) {
        const std::vector<Pair> before = now.alike(vision), after = then.alike(vision);
        return std::includes(before.begin(), before.end(), after.begin(), after.end());
    });
}

std::span<const Check> colourChecks()
{
    return colourRules;
}

} // namespace ca::figurecheck
