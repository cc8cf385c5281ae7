// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/ProjectRecords.h"
#include "project/RowReader.h"

#include <QVariant>

namespace ca {

/// How a record stands in its table. names() begins with "id, position"; values() and read() keep to its order.
template <class T>
struct RecordColumns {
    static QString table();
    static QStringList names();
    static QVariantList values(const T &record);
    static T read(RowReader &row);
};

} // namespace ca
