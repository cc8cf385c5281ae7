// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/FeatureDialog.h"

#include "layers/LayerText.h"
#include "layers/LoadedLayer.h"
#include "layers/OsmLooks.h"
#include "panels/HtmlWriter.h"
#include "window/LinkHandler.h"

#include <QTextBrowser>

namespace ca {
namespace {

QString htmlOf(const LoadedLayer &layer, std::size_t feature)
{
    QString rows, origin;
    if (const QString object = osmlayers::objectOf(*layer.table, feature); !object.isEmpty()) {
        const QString date = layer.credit.dataDate.isEmpty() ? FeatureDialog::tr("extract of unknown date") : FeatureDialog::tr("extract of %1").arg(layer.credit.dataDate);
        origin = QStringLiteral("<p>%1 · %2 · %3</p>")
                     .arg(HtmlWriter::link("osm", object, object), HtmlWriter::escaped(date),
                          HtmlWriter::escaped(layer.credit.text + QStringLiteral(", ODbL")));
    }
    for (const FeatureTable::Column &column : layer.table->columns)
        rows += tableRow(HtmlWriter::escaped(column.name), column.values.text(feature));
    if (rows.isEmpty())
        return QStringLiteral("<p>%1</p>").arg(FeatureDialog::tr("The file says nothing more about it."));
    return origin + QStringLiteral("<table>%1</table>").arg(rows);
}

} // namespace

FeatureDialog::FeatureDialog(const LoadedLayer &layer, std::size_t feature, LinkHandler &links, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Feature %1 of %2").arg(layer.table->ids[feature]).arg(layer.title));
    setObjectName(QStringLiteral("feature"));
    QTextBrowser &text = setText(*this, htmlOf(layer, feature), {420, 300});
    text.setOpenLinks(false);
    connect(&text, &QTextBrowser::anchorClicked, &links, &LinkHandler::follow);
}

} // namespace ca
