// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/OfficePackage.h"

#include "base/ZipWriter.h"
#include "citation/WellFormed.h"

#include <QDir>
#include <QUrl>
#include <QUuid>

#include <cmath>

namespace ca {

namespace {

const QByteArray officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const QByteArray packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr char coreProperties[] = "metadata/core-properties";

QByteArray folderOf(const QByteArray &part)
{
    return part.left(part.lastIndexOf('/') + 1);
}

/// "ppt/slides/slide1.xml" → "ppt/slides/_rels/slide1.xml.rels".
QByteArray relationshipsOf(const QByteArray &part)
{
    const QByteArray folder = folderOf(part);
    return folder + "_rels/" + part.mid(folder.size()) + ".rels";
}

QByteArray relativeTo(const QByteArray &from, const QByteArray &to)
{
    const QDir folder(u'/' + QString::fromUtf8(folderOf(from)));
    return folder.relativeFilePath(u'/' + QString::fromUtf8(to)).toUtf8();
}

QByteArray relationshipType(const char *type)
{
    return qstrcmp(type, coreProperties) == 0 ? packageRelationships + '/' + type : officeRelationships + type;
}

QByteArray idOf(std::size_t index)
{
    return "rId" + QByteArray::number(qulonglong(index + 1));
}

} // namespace

void OfficePackage::add(const QByteArray &name, const QByteArray &type, const QByteArray &content)
{
    m_parts.push_back({name, type, content});
}

QByteArray OfficePackage::relate(const QByteArray &from, const char *type, const QByteArray &to)
{
    return relateTo(from, {relationshipType(type), relativeTo(from, to), false});
}

QByteArray OfficePackage::relateToWeb(const QByteArray &from, const QString &address)
{
    const QUrl url(address);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http")))
        return {};
    return relateTo(from, {relationshipType("hyperlink"), url.toEncoded(), true});
}

QByteArray OfficePackage::relateTo(const QByteArray &from, const Relationship &relationship)
{
    std::vector<Relationship> &all = m_relationships[from];
    all.push_back(relationship);
    return idOf(all.size() - 1);
}

void OfficePackage::addProperties(const FigureMetadata &metadata)
{
    const QString core = QStringLiteral(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        "<dc:title>%1</dc:title><dc:subject>%2</dc:subject><dc:creator>%3</dc:creator><dc:description>%4</dc:description>"
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%5</dcterms:created>"
        "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%5</dcterms:modified></cp:coreProperties>")
        .arg(xmlEscaped(metadata.title), xmlEscaped(metadata.description), xmlEscaped(metadata.software),
             xmlEscaped(metadata.credits), QString::fromLatin1(metadata.isoTime()));
    const QString app = QStringLiteral("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                                       "<Application>Corridor Atlas</Application></Properties>");
    add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", officexml::head + core.toUtf8());
    add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", officexml::head + app.toUtf8());
    relate({}, coreProperties, "docProps/core.xml");
    relate({}, "extended-properties", "docProps/app.xml");
}

void OfficePackage::addEvidence(const QByteArray &owner, const FigureEvidence &evidence)
{
    const QByteArray json = evidence.toJson();
    const QString item = QStringLiteral("<evidence xmlns=\"%1\">%2</evidence>")
                             .arg(QLatin1String(FigureEvidence::xmlNamespace), xmlEscaped(QString::fromUtf8(json)));
    // The part's id depends on its content alone, so that the same figure gives the same file.
    const QString id = QUuid::createUuidV5(QUuid(QStringLiteral("{6ba7b811-9dad-11d1-80b4-00c04fd430c8}")), json).toString().toUpper();
    const QString properties =
        QStringLiteral("<ds:datastoreItem ds:itemID=\"%1\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\">"
                       "<ds:schemaRefs><ds:schemaRef ds:uri=\"%2\"/></ds:schemaRefs></ds:datastoreItem>")
            .arg(id, QLatin1String(FigureEvidence::xmlNamespace));
    add("customXml/item1.xml", {}, officexml::head + item.toUtf8());
    add("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        officexml::head + properties.toUtf8());
    relate(owner, "customXml", "customXml/item1.xml");
    relate("customXml/item1.xml", "customXmlProps", "customXml/itemProps1.xml");
}

QByteArray OfficePackage::contentTypes() const
{
    QByteArray xml = QByteArray(officexml::head)
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>";
    for (const Part &part : m_parts) {
        if (!part.type.isEmpty())
            xml += "<Override PartName=\"/" + part.name + "\" ContentType=\"" + part.type + "\"/>";
    }
    return xml + "</Types>";
}

QByteArray OfficePackage::finished() const
{
    ZipWriter zip;
    zip.add("[Content_Types].xml", contentTypes());
    for (const auto &[from, all] : m_relationships) {
        QByteArray xml = officexml::head + ("<Relationships xmlns=\"" + packageRelationships + "\">");
        for (std::size_t i = 0; i < all.size(); ++i) {
            const QByteArray target = xmlEscaped(QString::fromUtf8(all[i].target)).toUtf8();
            xml += "<Relationship Id=\"" + idOf(i) + "\" Type=\"" + all[i].type + "\" Target=\"" + target
                + (all[i].outside ? "\" TargetMode=\"External\"/>" : "\"/>");
        }
        zip.add(relationshipsOf(from), xml + "</Relationships>");
    }
    for (const Part &part : m_parts)
        zip.add(part.name, part.content, part.name.endsWith(".png") ? ZipWriter::Method::Stored : ZipWriter::Method::Deflated);
    return zip.finished();
}

namespace officexml {

QString emu(double pixels)
{
    constexpr double perPixel = 914400.0 / 96;
    return QString::number(std::llround(pixels * perPixel));
}

namespace {

Run runFor(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Armenian: return {{}, QStringLiteral("Noto Sans Armenian"), QStringLiteral("hy-AM")};
    case QChar::Script_Georgian: return {{}, QStringLiteral("Noto Sans Georgian"), QStringLiteral("ka-GE")};
    case QChar::Script_Cyrillic: return {{}, {}, QStringLiteral("ru-RU")};
    default: return {};
    }
}

/// Spaces, digits and marks go with the letters before them.
bool isNeutral(char32_t character)
{
    const QChar::Script script = QChar::script(character);
    return script == QChar::Script_Common || script == QChar::Script_Inherited;
}

} // namespace

std::vector<Run> runs(const QString &text)
{
    std::vector<Run> all;
    for (const char32_t character : text.toStdU32String()) {
        const Run wanted = runFor(character);
        const bool goesOn = !all.empty() && (isNeutral(character) || (all.back().font == wanted.font && all.back().language == wanted.language));
        if (!goesOn)
            all.push_back(wanted);
        all.back().text += QString::fromUcs4(&character, 1);
    }
    return all;
}

} // namespace officexml
} // namespace ca
