// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/LayerText.h"

#include "panels/HtmlWriter.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ca {

QString tableRow(const QString &title, const QString &value)
{
    return value.isEmpty() ? QString()
                           : QStringLiteral("<tr><td style='padding-right:12px'>%1</td><td>%2</td></tr>").arg(title, HtmlWriter::escaped(value));
}

QTextBrowser &setText(QDialog &dialog, const QString &html, QSize size)
{
    auto *text = new QTextBrowser;
    text->setHtml(html);
    text->setOpenExternalLinks(true);   // a click of the user's leaves the machine, and nothing else
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(&dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog.resize(size);
    return *text;
}

} // namespace ca
