// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectWords.h"

namespace ca {
namespace {

template <class E, std::size_t size>
std::optional<E> find(const E (&values)[size], QString (*toId)(E), const QString &id)
{
    for (const E value : values) {
        if (toId(value) == id)
            return value;
    }
    return std::nullopt;
}

} // namespace

QString roleId(bool context)
{
    return context ? QStringLiteral("context") : QStringLiteral("about");
}

std::optional<bool> roleFromId(const QString &id)
{
    return find({false, true}, &roleId, id);
}

QString originId(LinkOrigin origin)
{
    return origin == LinkOrigin::Suggested ? QStringLiteral("suggested") : QStringLiteral("manual");
}

std::optional<LinkOrigin> originFromId(const QString &id)
{
    return find({LinkOrigin::Manual, LinkOrigin::Suggested}, &originId, id);
}

QString noteTargetId(NoteTarget kind)
{
    switch (kind) {
    case NoteTarget::Passage:
        return QStringLiteral("passage");
    case NoteTarget::Link:
        return QStringLiteral("link");
    case NoteTarget::Subject:
        return QStringLiteral("subject");
    case NoteTarget::Document:
        return QStringLiteral("document");
    case NoteTarget::Project:
        break;
    }
    return QStringLiteral("project");
}

std::optional<NoteTarget> noteTargetFromId(const QString &id)
{
    return find({NoteTarget::Project, NoteTarget::Passage, NoteTarget::Link, NoteTarget::Subject, NoteTarget::Document}, &noteTargetId, id);
}

} // namespace ca
