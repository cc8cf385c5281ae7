// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/WordFile.h"

#include <QFile>

// A static library's resources are registered on demand; the macro wants the global namespace.
static void registerWordFiles()
{
    Q_INIT_RESOURCE(suggest_words);
}

namespace ca::suggest {

std::vector<WordRow> readWordFile(const QString &name)
{
    registerWordFiles();
    std::vector<WordRow> rows;
    QFile file(QStringLiteral(":/suggest/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const qsizetype equals = line.indexOf(u'=');
        if (line.startsWith(u'#') || equals < 0)
            continue;
        WordRow row{line.left(equals).trimmed(), {}};
        for (const QString &cell : line.mid(equals + 1).split(u'|')) {
            if (!cell.trimmed().isEmpty())
                row.cells << cell.trimmed();
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

QStringList wordsOf(const std::vector<WordRow> &rows, const QString &head)
{
    QStringList words;
    for (const WordRow &row : rows) {
        if (row.head != head)
            continue;
        for (const QString &cell : row.cells)
            words << cell.split(u' ', Qt::SkipEmptyParts);
    }
    return words;
}

} // namespace ca::suggest
