// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/LayerMenu.h"

#include "base/Tr.h"
#include "layers/LayerList.h"
#include "layers/LayerReportDialog.h"
#include "layers/LayerStyleDialog.h"

#include <QMenu>

namespace ca {
namespace {

void openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void fillLayerMenu(QMenu &menu, LayerList &layers, const QString &id, QWidget *parent, const std::function<void(const GeoBox &)> &zoom)
{
    const LayerList::Entry *entry = layers.entry(id);
    if (!entry)
        return;
    const auto add = [&](const QString &text, const std::function<void()> &action) {
        return menu.addAction(text, &layers, action);
    };
    add(tr("&Zoom to layer"), [zoom, extent = entry->data->extent] { zoom(extent); });
    add(tr("&Look …"), [&layers, id, parent] { openDialog(new LayerStyleDialog(layers, id, parent)); });
    add(tr("&What was found …"), [data = entry->data, parent] { openDialog(new LayerReportDialog(*data, parent)); });
    menu.addSeparator();
    add(tr("Move &up"), [&layers, id] { layers.move(id, 1); })->setEnabled(layers.entries().back().id != id);
    add(tr("Move &down"), [&layers, id] { layers.move(id, -1); })->setEnabled(layers.entries().front().id != id);
    menu.addSeparator();
    add(tr("&Remove"), [&layers, id] { layers.remove(id); });
}

} // namespace ca
