// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/FeatureDialog.h"

#include "layers/LoadedLayer.h"
#include "panels/HtmlWriter.h"

#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ca {
namespace {

QString htmlOf(const LoadedLayer &layer, std::size_t feature)
{
    QString rows;
    for (const FeatureTable::Column &column : layer.table->columns) {
        const QString value = column.values.text(feature);
        if (!value.isEmpty())
            rows += QStringLiteral("<tr><td style='padding-right:12px'>%1</td><td>%2</td></tr>")
                        .arg(HtmlWriter::escaped(column.name), HtmlWriter::escaped(value));
    }
    if (rows.isEmpty())
        return QStringLiteral("<p>%1</p>").arg(FeatureDialog::tr("The file says nothing more about it."));
    return QStringLiteral("<table>%1</table>").arg(rows);
}

} // namespace

FeatureDialog::FeatureDialog(const LoadedLayer &layer, std::size_t feature, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Feature %1 of %2").arg(layer.table->ids[feature]).arg(layer.title));
    setObjectName(QStringLiteral("feature"));
    auto *text = new QTextBrowser;
    text->setHtml(htmlOf(layer, feature));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(buttons);
    resize(420, 300);
}

} // namespace ca
