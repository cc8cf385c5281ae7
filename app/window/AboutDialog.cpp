// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/AboutDialog.h"

#include "base/Tr.h"
#include "panels/Describe.h"
#include "panels/HtmlWriter.h"
#include "window/Session.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ca {

namespace {

struct Part {
    const char *name;
    const char *owner;
    const char *licence;
};

constexpr Part parts[] = {
    {"Qt 6", "The Qt Company and contributors", "LGPL-3.0 / GPL"},
    {"GDAL", "the GDAL/OGR contributors", "MIT"},
    {"PROJ", "the PROJ contributors", "MIT"},
    {"QCustomPlot 2.1", "Emanuel Eichhammer", "GPL-3.0-or-later"},
    {"SQLite", "the SQLite authors", "public domain"},
    {"Noto Sans", "Google and the Noto authors", "OFL-1.1"},
};

void writeCredits(HtmlWriter &html, const std::vector<Credit> &credits)
{
    QStringList written;
    for (const Credit &credit : credits) {
        QStringList words{credit.text, credit.dataDate, credit.licence};
        words.removeAll(QString());
        const QString line = words.join(QStringLiteral(" · "));
        if (written.contains(line))
            continue;
        written << line;
        html.paragraph(line);
    }
}

} // namespace

QString aboutHtml(const Session &session)
{
    HtmlWriter html;
    html.heading(1, tr("Corridor Atlas %1").arg(QStringLiteral(CA_VERSION)));
    html.paragraph(tr("The transit corridors of the South Caucasus on a map, each line joined with the passages of "
                      "the articles that speak of it."), "lead");
    html.paragraph(tr("Free software under the GNU General Public License, version 3 or later. It works offline; "
                      "only a click on “Open the article” or on a source leaves it."));
    if (session.atlas())
        html.paragraph(tr("Atlas: %1, version %2, as of %3.")
                           .arg(session.atlas()->data().title, session.atlas()->data().version,
                                session.atlas()->data().date));
    html.heading(2, tr("Data"));
    html.paragraph(tr("Corridor lines: ODbL 1.0. © OpenStreetMap contributors; Global Energy Monitor (CC BY); "
                      "GeoNames (CC BY); Natural Earth (public domain)."));
    if (session.scene())
        writeCredits(html, session.scene()->base().credits);
    if (session.atlas())
        html.paragraph(describe::disputes(*session.atlas()), "small");
    html.paragraph(tr("Names, lines and borders imply no position on the status of any territory."), "small");
    html.heading(2, tr("Built with"));
    for (const Part &part : parts)
        html.paragraph(QStringLiteral("%1 – © %2 – %3").arg(QLatin1String(part.name), QLatin1String(part.owner),
                                                            QLatin1String(part.licence)));
    return html.text();
}

void showAbout(const Session &session, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("aboutDialog"));
    dialog->setWindowTitle(tr("About Corridor Atlas"));
    dialog->resize(560, 520);
    auto *text = new QTextBrowser(dialog);
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(16);
    text->document()->setDefaultStyleSheet(HtmlWriter::styleSheet(dialog->palette()));
    text->setHtml(aboutHtml(session));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->addWidget(text);
    layout->addWidget(buttons);
    buttons->setContentsMargins(0, 0, 16, 0);
    dialog->open();
}

} // namespace ca
