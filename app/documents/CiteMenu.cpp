// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/CiteMenu.h"

#include "citation/BibTex.h"
#include "citation/CitationFormat.h"
#include "citation/CslJson.h"
#include "citation/Ris.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

namespace ca {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CiteMenu)
};

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
    QMenu *cite = menu.addMenu(Words::tr("&Copy citation"));
    cite->addAction(Words::tr("&Chicago note"), cite, [csl] { copyRich(citationformat::chicagoNote(csl)); });
    cite->addAction(Words::tr("&APA reference"), cite, [csl] { copyRich(citationformat::apaReference(csl)); });
    cite->addAction(Words::tr("&BibTeX"), cite, [csl] { copyPlain(bibtex::write({csl})); });
    cite->addAction(Words::tr("&RIS"), cite, [csl] { copyPlain(ris::write({csl})); });
    cite->addAction(Words::tr("CSL-&JSON"), cite, [csl] { copyPlain(csljson::write({csl})); });
}

} // namespace ca
