// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Library.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace ca::test {

inline const QString ferrySails = QStringLiteral("The ferry to Lowport sails twice a week when the wind allows it.");
inline const QString wagonsWait = QStringLiteral("Nobody has counted the wagons that wait at the far pier, but 40 is a common guess.");

[[nodiscard]] inline Passage passageOf(const QString &id, const QString &text, int paragraph)
{
    const QStringList words = text.split(u' ');
    Passage passage;
    passage.id = id;
    passage.record = QStringLiteral("article-test");
    passage.paragraph = paragraph;
    passage.firstWords = words.mid(0, 4).join(u' ');
    passage.lastWords = words.mid(words.size() - 3).join(u' ');
    passage.wordCount = static_cast<int>(words.size());
    passage.sha256 = digest(normalise(text).text);
    return passage;
}

[[nodiscard]] inline Atlas smallAtlas()
{
    AtlasData data;
    Record record;
    record.id = QStringLiteral("article-test");
    record.csl.insert(QStringLiteral("title"), QStringLiteral("The ferry"));
    data.records.push_back(record);
    data.passages = {passageOf(QStringLiteral("p1"), ferrySails, 2), passageOf(QStringLiteral("p2"), wagonsWait, 3)};
    return Atlas(data);
}

[[nodiscard]] inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
}

/// A folder for files and one library in it.
class LibraryFolder {
public:
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString folderPath() const { return m_folder.path(); }
    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    [[nodiscard]] QString path() const { return filePath(QStringLiteral("library.sqlite")); }
    [[nodiscard]] std::unique_ptr<Library> library() const
    {
        Result<std::unique_ptr<Library>> opened = Library::open(path());
        return opened ? std::move(*opened) : nullptr;
    }
    /// Of smallAtlas()'s article.
    [[nodiscard]] static QByteArray articleBytes()
    {
        return QStringLiteral("The ferry\n%1\n%2\n").arg(ferrySails, wagonsWait).toUtf8();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace ca::test
