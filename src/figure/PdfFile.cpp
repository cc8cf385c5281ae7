// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PdfFile.h"

#include "figure/FigureEvidence.h"
#include "figure/FigureMetadata.h"
#include "figure/PdfEngine.h"
#include "figure/PdfMetadata.h"

#include <QJsonDocument>

namespace ca::pdffile {

namespace {

constexpr double pdfDeviceScale = 3;  ///< lines are drawn as finely as a 288 dpi print shows

std::vector<PdfEngine::Phrase> phrases()
{
    const QString copyright = QStringLiteral("https://www.openstreetmap.org/copyright");
    return {{QStringLiteral("© OpenStreetMap"), copyright}};
}

/// Titles of the corridors drawn.
QStringList keywordsOf(const FigureComposition &figure)
{
    QStringList keywords;
    for (const DrawnSummary::Line &line : figure.drawn.lines) {
        const Subject *subject = figure.map.scene->atlas().subject(line.corridor);
        if (subject && !keywords.contains(subject->title))
            keywords << subject->title;
    }
    return keywords;
}

int paintPage(const FigureComposition &figure, PdfDocument &document, int pages, QByteArray &layers)
{
    PdfEngine engine(figure.page, document, phrases());
    PageDevice device(figure.page, engine);
    QPainter painter(&device);
    figure.paint(painter, pdfDeviceScale);
    painter.end();
    const int page = engine.writePage(pages);
    layers = engine.layers();
    return page;
}

/// Attached files by name, which are in the order of their names.
class Attachments {
public:
    Attachments(PdfDocument &document, QByteArray date) : m_document(document), m_date(std::move(date)) {}

    void add(const char *fileName, const char *type, const char *relationship, const QByteArray &bytes)
    {
        const QByteArray date = '(' + m_date + ')';
        const int file = m_document.addStream("/Type /EmbeddedFile /Subtype " + pdf::name(QLatin1String(type)) + " /Params << /Size "
                                                  + QByteArray::number(bytes.size()) + " /CreationDate " + date + " /ModDate " + date + " >>",
                                              bytes);
        const QByteArray name = '(' + QByteArray(fileName) + ')', stream = pdf::reference(file);
        const int spec = m_document.add("<< /Type /Filespec /F " + name + " /UF " + name + " /AFRelationship /" + relationship + " /EF << /F " + stream
                                        + " /UF " + stream + " >> >>");
        m_names += name + ' ' + pdf::reference(spec) + ' ';
        m_specs += pdf::reference(spec) + ' ';
    }
    /// Entries of the catalogue.
    [[nodiscard]] QByteArray entries() const { return "/Names << /EmbeddedFiles << /Names [" + m_names + "] >> >> /AF [" + m_specs + ']'; }

private:
    PdfDocument &m_document;
    QByteArray m_date, m_names, m_specs;
};

} // namespace

Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options)
{
    const FigureMetadata metadata = FigureMetadata::of(figure);
    const FigureEvidence evidence = FigureEvidence::of(figure, options.view);
    const QStringList keywords = keywordsOf(figure);
    PdfDocument document;
    const int catalogue = document.reserve(), pages = document.reserve();
    QByteArray layers;
    const int page = paintPage(figure, document, pages, layers);
    document.set(pages, "<< /Type /Pages /Kids [" + pdf::reference(page) + "] /Count 1 >>");
    Attachments attachments(document, metadata.pdfDate());
    attachments.add("corridor-atlas.json", "application/json", "Data", evidence.toJson());
    attachments.add("sources.csl.json", "application/json", "Source", QJsonDocument(evidence.sources).toJson());
    if (!metadata.sources.isEmpty())
        attachments.add("sources.txt", "text/plain", "Source", metadata.sources.toUtf8());
    const int xmp = document.addStream("/Type /Metadata /Subtype /XML", pdfmetadata::xmp(metadata, keywords), true);
    document.set(catalogue, "<< /Type /Catalog /Pages " + pdf::reference(pages) + " /Metadata " + pdf::reference(xmp) + ' ' + attachments.entries() + ' '
                                + layers + " /Lang " + pdf::text(figure.map.language) + " /ViewerPreferences << /DisplayDocTitle true >> >>");
    const int information = document.add(pdfmetadata::information(metadata, keywords));
    return document.toBytes(catalogue, information);
}

} // namespace ca::pdffile
