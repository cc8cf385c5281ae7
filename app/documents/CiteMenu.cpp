// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/CiteMenu.h"

#include "base/Tr.h"
#include "citation/BibTex.h"
#include "citation/CitationFormat.h"
#include "citation/CslJson.h"
#include "citation/Ris.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

namespace ca {

namespace {

void copyRich(const RichText &text)
{
    auto *mime = new QMimeData;
    mime->setText(text.plainText());
    mime->setHtml(text.html());
    QGuiApplication::clipboard()->setMimeData(mime);
}

void copyPlain(const Result<QByteArray> &text)
{
    if (text)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(*text));
}

} // namespace

void addCiteMenu(QMenu &menu, const QJsonObject &csl)
{
    QMenu *cite = menu.addMenu(tr("&Copy citation"));
    cite->addAction(tr("&Chicago note"), cite, [csl] { copyRich(citationformat::chicagoNote(csl)); });
    cite->addAction(tr("&APA reference"), cite, [csl] { copyRich(citationformat::apaReference(csl)); });
    cite->addAction(tr("&BibTeX"), cite, [csl] { copyPlain(bibtex::write({csl})); });
    cite->addAction(tr("&RIS"), cite, [csl] { copyPlain(ris::write({csl})); });
    cite->addAction(tr("CSL-&JSON"), cite, [csl] { copyPlain(csljson::write({csl})); });
}

} // namespace ca
