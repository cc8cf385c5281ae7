// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/LayerReportDialog.h"

#include "base/Tr.h"
#include "layers/LayerText.h"
#include "layers/LoadedLayer.h"
#include "panels/HtmlWriter.h"

#include <QDir>
#include <QLocale>

namespace ca {
namespace {

QString referenceSystem(const LayerReport &report)
{
    switch (report.crs) {
    case LayerReport::Crs::Stated: return report.crsTitle;
    case LayerReport::Crs::Chosen: return tr("%1, as chosen").arg(report.crsTitle);
    case LayerReport::Crs::Assumed: return tr("%1, assumed: the file states none").arg(report.crsTitle);
    }
    return {};
}

QString list(const QStringList &lines)
{
    QString html = QStringLiteral("<ul>");
    for (const QString &line : lines)
        html += QStringLiteral("<li>%1</li>").arg(HtmlWriter::escaped(line));
    return html + QStringLiteral("</ul>");
}

QString html(const LoadedLayer &layer)
{
    const LayerReport &report = layer.report;
    const QLocale locale;
    QString text = QStringLiteral("<h3>%1</h3><table>").arg(HtmlWriter::escaped(layer.title));
    text += tableRow(tr("File"), QDir::toNativeSeparators(layer.path)) + tableRow(tr("Format"), report.driver)
        + tableRow(tr("Reference system"), referenceSystem(report));
    if (layer.table) {
        text += tableRow(tr("Features read"), locale.toString(qulonglong(report.featuresRead)))
            + tableRow(tr("Left out"), locale.toString(qulonglong(report.featuresLeftOut)));
    } else {
        text += tableRow(tr("Pixels"), QStringLiteral("%1 × %2").arg(layer.grid->width).arg(layer.grid->height));
    }
    text += QStringLiteral("</table>");
    const QStringList remarks = layer.remarks();
    text += remarks.isEmpty() ? QStringLiteral("<p>%1</p>").arg(tr("Nothing was wrong with it.")) : list(remarks);
    QStringList cases;
    for (const LayerProblem &problem : report.cases)
        cases << problem.text();
    if (!cases.isEmpty())
        text += QStringLiteral("<h4>%1</h4>").arg(tr("The first of each")) + list(cases);
    return text;
}

} // namespace

LayerReportDialog::LayerReportDialog(const LoadedLayer &layer, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("What was found in %1").arg(layer.title));
    setObjectName(QStringLiteral("layerReport"));
    setText(*this, html(layer), {560, 420});
}

} // namespace ca
