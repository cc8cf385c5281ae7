// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/SourceImport.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ca {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("SourceImport", text, nullptr, n);
}

void count(ImportReport &report, const Document &document)
{
    ++(document.known ? report.known : report.added);
    if (!document.known && !document.record.isEmpty())
        ++report.recognised;
}

void addFolder(Library &library, const QString &path, const Atlas &atlas, ImportReport &report)
{
    const auto documents = library.addFolder(path, atlas);
    report.problems += documents.warnings();
    if (!documents) {
        report.problems << documents.error().text();
        return;
    }
    if (documents->empty() && documents.warnings().isEmpty())
        report.problems << tr("%1: no text file in this folder.").arg(path);
    for (const Document &document : *documents)
        count(report, document);
}

void addFile(Library &library, const QString &path, const Atlas &atlas, ImportReport &report)
{
    const auto document = library.add(path, atlas);
    report.problems += document.warnings();
    if (document)
        count(report, *document);
    else
        report.problems << document.error().text();
}

} // namespace

QString ImportReport::text() const
{
    QStringList parts;
    if (added > 0) {
        const QString files = added == 1 ? tr("1 source added") : tr("%1 sources added").arg(added);
        parts << tr("%1, %2 recognised as articles of the atlas.").arg(files).arg(recognised);
    }
    constexpr int shown = 3;
    if (known > 0 && added == 0)
        parts << (known == 1 ? tr("This source is in the library already.") : tr("These %1 sources are in the library already.").arg(known));
    parts += problems.mid(0, shown);
    if (problems.size() > shown)
        parts << tr("… and %1 more.").arg(problems.size() - shown);
    if (parts.isEmpty())
        parts << tr("Nothing was added.");
    return parts.join(QLatin1Char('\n'));
}

ImportReport importSources(Library &library, const QStringList &paths, const Atlas &atlas)
{
    ImportReport report;
    for (const QString &path : paths) {
        if (QFileInfo(path).isDir())
            addFolder(library, path, atlas, report);
        else
            addFile(library, path, atlas, report);
    }
    return report;
}

ImportReport importSources(const QString &libraryFile, const QStringList &paths, const Atlas &atlas)
{
    auto library = Library::open(libraryFile);
    if (!library) {
        ImportReport report;
        report.problems << library.error().text();
        return report;
    }
    return importSources(**library, paths, atlas);
}

} // namespace ca
