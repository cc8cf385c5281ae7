// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/FeatureDialog.h"

#include "layers/LayerText.h"
#include "layers/LoadedLayer.h"
#include "panels/HtmlWriter.h"

namespace ca {
namespace {

QString htmlOf(const LoadedLayer &layer, std::size_t feature)
{
    QString rows;
    for (const FeatureTable::Column &column : layer.table->columns)
        rows += tableRow(HtmlWriter::escaped(column.name), column.values.text(feature));
    if (rows.isEmpty())
        return QStringLiteral("<p>%1</p>").arg(FeatureDialog::tr("The file says nothing more about it."));
    return QStringLiteral("<table>%1</table>").arg(rows);
}

} // namespace

FeatureDialog::FeatureDialog(const LoadedLayer &layer, std::size_t feature, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Feature %1 of %2").arg(layer.table->ids[feature]).arg(layer.title));
    setObjectName(QStringLiteral("feature"));
    setText(*this, htmlOf(layer, feature), {420, 300});
}

} // namespace ca
