// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/XmlFile.h"

#include "base/Tr.h"
#include "osm/ExtractTime.h"
#include "osm/OsmiumObjects.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>

#include <algorithm>

namespace ca {
namespace {

class XmlFile : public ExtractFile {
public:
    XmlFile(const QString &file, const QByteArray &packing, const QByteArray &head);
    [[nodiscard]] bool hasVersions() const override { return m_hasVersions; }
    [[nodiscard]] Result<Done> read(ExtractBuilder &builder, const ReadWatch &watch) override;

private:
    [[nodiscard]] Result<Done> readAll(ExtractBuilder &builder, const ReadWatch &watch);

    QString m_name;
    std::string m_format;
    QDateTime m_date;
    bool m_hasVersions;
};

XmlFile::XmlFile(const QString &file, const QByteArray &packing, const QByteArray &head)
    : m_name(file), m_format(packing.isEmpty() ? "osm" : "osm." + packing.toStdString()), m_hasVersions(head.contains("<osmChange"))
{
    // Overpass writes the date as an element that libosmium passes over.
    static const QRegularExpression stated(QStringLiteral("osm_base=\"([^\"]+)\""));
    m_date = extractTime(stated.match(QString::fromUtf8(head)).captured(1));
}

Result<Done> XmlFile::read(ExtractBuilder &builder, const ReadWatch &watch)
{
    builder.setDate(m_date);
    try {
        return readAll(builder, watch);
    } catch (const osmium::xml_error &error) {
        const QString why = QString::fromStdString(error.error_string);
        if (why.contains(QLatin1String("inside <member>")))
            return Error{tr("has geometry in the members of relations, as Overpass writes it on \"out geom\"; please ask Overpass for JSON, which is read"), m_name, 0};
        if (error.error_code == XML_ERROR_NO_ELEMENTS || error.error_code == XML_ERROR_UNCLOSED_TOKEN || error.error_code == XML_ERROR_PARTIAL_CHAR)
            return Error{tr("is cut short or damaged: %1").arg(why), m_name, static_cast<int>(error.line), static_cast<int>(error.column) + 1};
        return Error{tr("is damaged: %1").arg(why), m_name, static_cast<int>(error.line), error.line > 0 ? static_cast<int>(error.column) + 1 : 0};
    } catch (const std::exception &error) {
        return Error{tr("is damaged: %1").arg(QString::fromUtf8(error.what())), m_name, 0};
    }
}

Result<Done> XmlFile::readAll(ExtractBuilder &builder, const ReadWatch &watch)
{
    OsmiumObjects objects(builder);
    // With a full path no name looks like an address, which libosmium would have fetched from the network.
    const std::string path = QFile::encodeName(QFileInfo(m_name).absoluteFilePath()).toStdString();
    osmium::thread::Pool pool(1);
    // All kinds, though a pass needs some: with others passed over, no buffer would come to cancel at for minutes.
    osmium::io::Reader reader(osmium::io::File(path, m_format), osmium::osm_entity_bits::nwr, pool);
    builder.setBox(statedBox(reader.header()));
    const double size = static_cast<double>(std::max<std::size_t>(reader.file_size(), 1));
    while (const osmium::memory::Buffer buffer = reader.read()) {
        if (watch.cancel.cancelled())
            return Error::of(tr("cancelled"));
        objects.take(buffer);
        watch.progress(std::min(1.0, static_cast<double>(reader.offset()) / size));
    }
    reader.close();
    return Done{};
}

} // namespace

std::unique_ptr<ExtractFile> openXml(const QString &file, const QByteArray &packing, const QByteArray &head)
{
    return std::make_unique<XmlFile>(file, packing, head);
}

} // namespace ca
