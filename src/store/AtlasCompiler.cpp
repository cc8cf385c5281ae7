// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/AtlasCompiler.h"

#include "atlas/AtlasCheck.h"
#include "store/JsonFiles.h"
#include "store/TextTables.h"

#include <QFileInfo>

#include <algorithm>

namespace ca {

namespace {

Error located(const AtlasProblem &problem, const AtlasSource &source)
{
    const std::vector<AtlasSource::Place> places = source.places.value(problem.table);
    const AtlasSource::Place place =
        problem.index < places.size() ? places[problem.index] : AtlasSource::Place{problem.table, 0};
    const bool named = !problem.row.isEmpty() && problem.table != QLatin1String("atlas");
    const QString message = named ? QStringLiteral("%1: %2").arg(problem.row, problem.message) : problem.message;
    return {message, place.file, place.line};
}

} // namespace

AtlasCompiler::ReadResult AtlasCompiler::readText(const QString &geodataFolder)
{
    ReadResult result;
    const QFileInfo folder(geodataFolder);
    if (!folder.isDir() || !folder.isReadable()) {
        result.errors.push_back({QStringLiteral("not a readable folder"), geodataFolder, 0});
        return result;
    }
    jsonfiles::readAtlas(geodataFolder, result);
    jsonfiles::readSegments(geodataFolder, result);
    jsonfiles::readRecords(geodataFolder, result);
    texttables::readAll(geodataFolder, result);
    // Rows that could not be read would only be objected to again as unknown ids.
    if (result.errors.empty()) {
        for (const AtlasProblem &problem : checkAtlas(result.source.data))
            result.errors.push_back(located(problem, result.source));
    }
    std::stable_sort(result.errors.begin(), result.errors.end(), [](const Error &a, const Error &b) {
        return std::pair(a.file, a.line) < std::pair(b.file, b.line);
    });
    return result;
}

} // namespace ca
