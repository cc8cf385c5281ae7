// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/EvidenceDialog.h"

#include "citation/CitationFormat.h"
#include "panels/HtmlWriter.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ca {

namespace {

constexpr qsizetype mostShown = 300;   ///< of sources and passages: the file may be hostile

QString text(const QJsonObject &object, const char *member)
{
    return object.value(QLatin1String(member)).toString();
}

void addData(HtmlWriter &writer, const QJsonObject &data)
{
    const QJsonObject atlas = data.value(QLatin1String("atlas")).toObject();
    if (const QString title = text(data, "title"); !title.isEmpty())
        writer.heading(2, title);
    if (const QString asOf = text(data, "as_of"); !asOf.isEmpty())
        writer.paragraph(EvidenceDialog::tr("As of %1").arg(asOf));
    QStringList made{text(atlas, "title"), text(atlas, "version"), text(atlas, "date"), text(data, "software")};
    made.removeAll(QString());
    if (!made.isEmpty())
        writer.paragraph(EvidenceDialog::tr("Made of: %1").arg(made.join(QStringLiteral(" · "))), "muted");
    for (const QJsonValue &line : data.value(QLatin1String("credits")).toArray())
        writer.paragraph(line.toString(), "muted");
}

void addSources(HtmlWriter &writer, const QJsonArray &sources)
{
    writer.heading(3, EvidenceDialog::tr("Sources (%1)").arg(sources.size()));
    if (sources.isEmpty())
        writer.paragraph(EvidenceDialog::tr("The figure cites none."));
    for (qsizetype at = 0; at < std::min(sources.size(), mostShown); ++at)
        writer.html(QStringLiteral("<p>%1. %2</p>").arg(at + 1).arg(citationformat::chicagoNote(sources.at(at).toObject()).html()));
    if (sources.size() > mostShown)
        writer.paragraph(EvidenceDialog::tr("… and %1 more").arg(sources.size() - mostShown));
}

} // namespace

EvidenceDialog::EvidenceDialog(const QString &path, const FigureEvidence &evidence, const Ways &ways, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("evidenceDialog"));
    setWindowTitle(tr("Sources of %1").arg(QFileInfo(path).fileName()));
    auto *layout = new QVBoxLayout(this);
    if (ways.figure) {
        auto *question = new QLabel(tr("This file carries a figure of this program. How is it to be taken in?"), this);
        question->setWordWrap(true);
        layout->addWidget(question);
    }
    auto *browser = new QTextBrowser(this);
    browser->setAccessibleName(tr("Sources of the figure"));
    browser->setOpenExternalLinks(true);
    browser->document()->setDefaultStyleSheet(HtmlWriter::styleSheet(palette()));
    browser->setHtml(html(evidence));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto offer = [&](const QString &words, const char *name, void (EvidenceDialog::*chosen)()) {
        QPushButton *button = buttons->addButton(words, QDialogButtonBox::ActionRole);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, [this, chosen] {
            accept();
            Q_EMIT (this->*chosen)();
        });
        return button;
    };
    if (ways.figure)
        offer(tr("Open as &figure"), "openAsFigure", &EvidenceDialog::figureRequested)->setDefault(true);
    if (!ways.other.isEmpty())
        offer(ways.other, "takeInOtherwise", &EvidenceDialog::otherRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(browser);
    layout->addWidget(buttons);
    resize(620, 460);
}

QString EvidenceDialog::html(const FigureEvidence &evidence)
{
    HtmlWriter writer;
    addData(writer, evidence.data);
    addSources(writer, evidence.sources);
    writer.paragraph(tr("Passages cited: %1").arg(evidence.passages.size()), "muted");
    return writer.text();
}

} // namespace ca
