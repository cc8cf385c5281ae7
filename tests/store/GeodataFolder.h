// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace ca::test {

/// A temporary geodata/ with a small, made-up, valid content, to be spoiled by tests.
class GeodataFolder {
public:
    GeodataFolder()
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("segments"));
        write("atlas.json", "{\n \"title\": \"Sample\",\n \"version\": \"1\",\n \"date\": \"2026-01-31\"\n}\n");
        write("segments/a.geojson", segment("a", "Alpha", "Beta", "[[45.0, 40.0], [46.0, 40.0]]", "[45.0, 40.0]"));
        write("segments/b.geojson", segment("b", "Beta", "Gamma", "[[46.0, 40.0], [47.0, 40.1]]", "[47.0, 40.1]"));
        write("records.json", "[\n {\n  \"id\": \"article-1\",\n  \"type\": \"webpage\",\n  \"custom\": {\"file\": \"one.txt\"}\n },\n"
                              " {\n  \"id\": \"page-1\",\n  \"type\": \"webpage\"\n }\n]\n");
        write("subjects.csv", "id,kind,title,lat,lon,coord_source,source,note\nline,corridor,The line,,,,page-1,\n"
                              "place-x,place,X,40.5,46.5,geonames:1,page-1,\"two\nlines\"\nplace-y,place,Y,,,,page-1,\n");
        write("corridors.csv", "corridor,order,segment,role,follows,join_reason\nline,1,a,main,,\nline,2,b,main,a,\n");
        write("facts.csv", "id,subject,attribute,value,unit,as_of,claimed_by,source,note\n"
                           "f-1,a,status,operating,,2025-06,The ministry,page-1;article-1,\n");
        write("names.csv", "subject,language,name,policy,used_by,avoided_by,from,source\nline,en,The line,neutral,,,,page-1\n");
        write("passages.csv",
              "id,record,paragraph,first_words,last_words,word_count,sha256,normalisation,paraphrase,claim,refers_to,subjects,contradicted_by\n"
              "p1,article-1,1,One two,nine ten.,10," + QByteArray(64, 'a') + ",1,Told otherwise.,opinion,2025,line:about;place-x:context,x-1\n");
        write("contradictions.csv", "id,statement,sources\nx-1,It was otherwise.,page-1\n");
        write("disputed.csv", "id,stretch,parties,viewpoint,source\n");
    }

    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString path(const char *file) const { return m_folder.filePath(QString::fromLatin1(file)); }

    void write(const char *file, const QByteArray &bytes) const
    {
        QFile out(path(file));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    /// Replaces the first @p from in a file; a test that replaces nothing fails.
    void replace(const char *file, const QByteArray &from, const QByteArray &to) const
    {
        QFile in(path(file));
        QVERIFY(in.open(QIODevice::ReadOnly));
        QByteArray bytes = in.readAll();
        in.close();
        const qsizetype at = bytes.indexOf(from);
        QVERIFY2(at >= 0, from.constData());
        write(file, bytes.replace(at, from.size(), to));
    }

private:
    static QByteArray segment(const QByteArray &id, const QByteArray &from, const QByteArray &to, const QByteArray &line,
                              const QByteArray &point)
    {
        return "{\n\"type\": \"FeatureCollection\",\n\"id\": \"" + id + "\",\n\"from\": \"" + from + "\",\n\"to\": \"" + to
            + "\",\n\"modes\": [\"rail\"],\n\"features\": [\n"
              "{\"type\": \"Feature\", \"properties\": {\"feature\": \"leg\", \"precision\": \"generalised\", "
              "\"provenance\": \"osm\", \"refs\": \"way/1\", \"error_m\": null, \"note\": \"\"}, "
              "\"geometry\": {\"type\": \"LineString\", \"coordinates\": " + line + "}},\n"
              "{\"type\": \"Feature\", \"properties\": {\"feature\": \"waypoint\", \"kind\": \"station\", \"name\": \"Stop\", "
              "\"name_local\": \"\", \"country\": \"AZ\", \"provenance\": \"osm\", \"ref\": \"node/1\"}, "
              "\"geometry\": {\"type\": \"Point\", \"coordinates\": " + point + "}}\n]\n}\n";
    }

    QTemporaryDir m_folder;
};

} // namespace ca::test
