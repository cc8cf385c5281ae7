// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/AtlasAccess.h"

#include "base/Tr.h"
#include "store/AtlasFile.h"
#include "window/AtlasLocation.h"

namespace ca {

namespace {

bool fits(const Atlas &atlas, const QString &id, Wanted wanted)
{
    const Subject *subject = atlas.subject(id);
    const bool corridor = subject && subject->kind == SubjectKind::Corridor;
    switch (wanted) {
    case Wanted::Corridor:
        return corridor;
    case Wanted::Segment:
        return atlas.segment(id) != nullptr;
    case Wanted::Anything:
        break;
    }
    return true;
}

QString unknown(const QString &name, Wanted wanted)
{
    switch (wanted) {
    case Wanted::Corridor:
        return tr("no corridor is called “%1”; “corridor-atlas list corridors” names them").arg(name);
    case Wanted::Segment:
        return tr("no segment is called “%1”; “corridor-atlas list segments” names them").arg(name);
    case Wanted::Anything:
        break;
    }
    return tr("nothing in the atlas is called “%1”; “corridor-atlas list” names what there is").arg(name);
}

} // namespace

QString atlasFileFor(const CommandLine &line)
{
    return findAtlasFile(line.value(QStringLiteral("--atlas")));
}

Result<std::shared_ptr<const Atlas>> openAtlas(const CommandLine &line)
{
    return AtlasFile::readAtlas(atlasFileFor(line));
}

std::shared_ptr<SceneSource> sceneSourceFor(const CommandLine &line, const QString &atlasFile)
{
    return std::make_shared<SceneSource>(atlasFile.isEmpty() ? atlasFileFor(line) : atlasFile, SceneCache(SceneCache::defaultFolder()),
                                         line.value(QStringLiteral("--base-map")));
}

Result<QString> resolveOne(const Atlas &atlas, const QString &idOrName, Wanted wanted)
{
    QStringList ids = atlas.resolve(idOrName);
    ids.removeIf([&](const QString &id) { return !fits(atlas, id, wanted); });
    if (ids.isEmpty())
        return Error{unknown(idOrName, wanted), {}, 0};
    if (ids.size() > 1)
        return Error{tr("“%1” may be any of: %2; give the id").arg(idOrName, ids.join(QStringLiteral(", "))), {}, 0};
    return ids.front();
}

} // namespace ca
