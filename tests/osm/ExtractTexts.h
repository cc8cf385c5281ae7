// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractReader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// Extracts that tests make up, and what was read of one as text.
namespace ca::test {

inline const ExtractOptions railways{[](OsmType, std::span<const OsmTag> tags) { return !tagValue(tags, "railway").empty() || tagValue(tags, "route") == "train"; },
                                     {},
                                     {}};

inline QString place(OsmLocation at)
{
    return at.defined() ? QStringLiteral("%1,%2").arg(at.lon).arg(at.lat) : QStringLiteral("?");
}

inline QString tagText(const OsmExtract &extract, OsmExtract::Range range)
{
    QStringList out;
    for (const OsmTag &tag : extract.tagsOf(range))
        out << QString::fromUtf8(tag.key.data(), qsizetype(tag.key.size())) + u'=' + QString::fromUtf8(tag.value.data(), qsizetype(tag.value.size()));
    return out.join(u';');
}

inline QString versionText(const OsmVersion &one)
{
    return QStringLiteral("%1 v%2 t%3 ").arg(one.id).arg(one.version).arg(one.changed);
}

/// All of an extract but remarks, files and date; one line for each object.
inline QStringList lines(const OsmExtract &extract)
{
    QStringList out;
    for (const OsmExtract::Node &node : extract.nodes)
        out << u'n' + versionText(node) + place(node.at) + u' ' + tagText(extract, node.tags);
    for (const OsmExtract::Way &way : extract.ways) {
        QString line = u'w' + versionText(way) + tagText(extract, way.tags);
        for (const OsmExtract::Vertex &vertex : extract.verticesOf(way))
            line += QStringLiteral(" %1@%2").arg(vertex.node).arg(place(vertex.at));
        out << line;
    }
    for (const OsmExtract::Relation &relation : extract.relations) {
        QString line = u'r' + versionText(relation) + tagText(extract, relation.tags);
        for (const OsmExtract::Member &member : extract.membersOf(relation))
            line += u' ' + toText(member.object) + u'/' + QString::fromUtf8(extract.string(member.role).data());
        out << line;
    }
    return out;
}

/// A folder for files of a test.
class ExtractFolder {
public:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

inline QByteArray xml(const QByteArray &objects)
{
    return "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\" generator=\"made up for a test\">\n" + objects + "</osm>\n";
}

/// The lines, or the error's text as the one line.
inline QStringList readLines(const QStringList &files, const ExtractOptions &options = railways)
{
    const auto extract = readExtracts(files, options);
    return extract ? lines(*extract) : QStringList(QStringLiteral("error: ") + extract.error().text());
}

} // namespace ca::test
