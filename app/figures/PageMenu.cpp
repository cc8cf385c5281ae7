// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/PageMenu.h"

#include "base/Tr.h"
#include "figures/FigureDocument.h"
#include "figures/FigurePage.h"
#include "figures/TextInPlace.h"

#include <QMenu>

namespace ca {
namespace {

void addSelected(QMenu &menu, FigurePage &page, FigureElement element)
{
    FigureDocument &document = page.document();
    const QString name = figureElementTitle(element);
    if (TextInPlace::edits(element))
        menu.addAction(tr("&Edit %1").arg(name.toLower()), &page, [&page, element] { page.editText(element); });
    if (element == FigureElement::Map) {
        QAction *framing = menu.addAction(tr("&Move the map inside its frame"), &page, &FigurePage::setFraming);
        framing->setCheckable(true);
        framing->setChecked(page.framing());
    } else {
        menu.addAction(tr("S&witch off %1").arg(name.toLower()), &page, [&document, element, name] {
            document.edit(tr("switch off %1").arg(name.toLower()), [element](FigureView &view) { view.figure.setShown(element, false); });
        });
    }
    QAction *restore = menu.addAction(tr("&Restore automatic place"), &page, [&document, element, name] {
        document.edit(tr("restore place of %1").arg(name.toLower()), [element](FigureView &view) { view.figure.placed.erase(element); });
    });
    restore->setEnabled(document.view().figure.placed.contains(element));
    menu.addSeparator();
}

} // namespace

void fillHiddenElements(QMenu &menu, FigureDocument &document)
{
    menu.clear();
    for (const FigureElement element : document.view().figure.hidden) {
        const QString name = figureElementTitle(element);
        menu.addAction(name, &document, [&document, element, name] {
            document.edit(tr("switch on %1").arg(name.toLower()), [element](FigureView &view) { view.figure.setShown(element, true); });
        });
    }
    menu.setEnabled(!menu.isEmpty());
}

void restoreAllPlaces(FigureDocument &document)
{
    document.edit(tr("restore all places"), [](FigureView &view) { view.figure.placed.clear(); });
}

void showPageMenu(FigurePage &page, QPoint at)
{
    auto *menu = new QMenu(&page);
    menu->setObjectName(QStringLiteral("pageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto element = page.selected())
        addSelected(*menu, page, *element);
    else if (page.rectOf(FigureElement::Title).isEmpty())
        menu->addAction(tr("Add &title"), &page, [&page] { page.editText(FigureElement::Title); });
    FigureDocument &document = page.document();
    fillHiddenElements(*menu->addMenu(tr("Switch &on")), document);
    menu->addAction(tr("Restore &all places"), &page, [&document] { restoreAllPlaces(document); })
        ->setEnabled(!document.view().figure.placed.empty());
    menu->addSeparator();
    menu->addAction(tr("&Fit page"), &page, &FigurePage::fitPage);
    menu->addAction(tr("Actual &size"), &page, &FigurePage::showActualSize);
    menu->popup(page.mapToGlobal(at));
}

} // namespace ca
