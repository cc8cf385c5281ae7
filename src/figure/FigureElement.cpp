// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureElement.h"

#include "base/Tr.h"

namespace ca {

namespace {

struct Words {
    const char *id;
    const char *title;
};

/// In the order of the enumeration.
constexpr std::array<Words, allFigureElements.size()> words{{
    {"title", QT_TRANSLATE_NOOP("FigureElement", "Title")},
    {"subtitle", QT_TRANSLATE_NOOP("FigureElement", "Subtitle")},
    {"map", QT_TRANSLATE_NOOP("FigureElement", "Map")},
    {"inset", QT_TRANSLATE_NOOP("FigureElement", "Locator map")},
    {"legend", QT_TRANSLATE_NOOP("FigureElement", "Legend")},
    {"status-key", QT_TRANSLATE_NOOP("FigureElement", "Key to status")},
    {"scale-bar", QT_TRANSLATE_NOOP("FigureElement", "Scale bar")},
    {"north-arrow", QT_TRANSLATE_NOOP("FigureElement", "North arrow")},
    {"notes", QT_TRANSLATE_NOOP("FigureElement", "Numbered sources")},
    {"credits", QT_TRANSLATE_NOOP("FigureElement", "Credits")},
    {"disclaimer", QT_TRANSLATE_NOOP("FigureElement", "Disclaimer")},
}};

const Words &wordsOf(FigureElement element)
{
    return words[static_cast<std::size_t>(element)];
}

} // namespace

QString figureElementId(FigureElement element)
{
    return QLatin1String(wordsOf(element).id);
}

std::optional<FigureElement> figureElementFromId(const QString &id)
{
    for (const FigureElement element : allFigureElements) {
        if (id == QLatin1String(wordsOf(element).id))
            return element;
    }
    return std::nullopt;
}

QString figureElementTitle(FigureElement element)
{
    return tr(wordsOf(element).title);
}

} // namespace ca
