// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/NameOptions.h"

#include "base/Tr.h"
#include "panels/Describe.h"

namespace ca {

std::optional<Error> readLanguage(const CommandLine &line, QString &language)
{
    const QStringList &languages = describe::labelLanguages();
    if (line.has(QStringLiteral("--language")))
        language = line.value(QStringLiteral("--language"));
    if (languages.contains(language))
        return std::nullopt;
    return Error{tr("--language wants one of %1, not “%2”").arg(languages.join(QStringLiteral(", ")), language), {}, 0};
}

std::optional<Error> readNamePolicy(const CommandLine &line, NamePolicy &policy)
{
    if (!line.has(QStringLiteral("--name-policy")))
        return std::nullopt;
    const QString word = line.value(QStringLiteral("--name-policy"));
    const std::optional<NamePolicy> named = fromId<NamePolicy>(word);
    if (!named)
        return Error{tr("--name-policy wants one of %1, not “%2”").arg(allIds<NamePolicy>().join(QStringLiteral(", ")), word), {}, 0};
    policy = *named;
    return std::nullopt;
}

} // namespace ca
