// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

#include <QUuid>

namespace ca {

[[nodiscard]] inline QString newRecordId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// Fills in what every record has and is still empty.
template <class T>
void Project::stamp(T &record) const
{
    if (record.id.isEmpty())
        record.id = newRecordId();
    if (record.order == 0)
        record.order = m_model.table<T>().nextOrder();
    if (record.author.isEmpty())
        record.author = m_author;
    if (!record.created.isValid())
        record.created = now();
    if constexpr (requires { record.modified; }) {
        if (!record.modified.isValid())
            record.modified = record.created;
    }
}

} // namespace ca
