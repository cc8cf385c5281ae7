// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// A CSV file as RFC 4180 has it: UTF-8, commas, double quotes, a header line. Strict: what is not
/// valid is an error with its line, nothing is mended. Blank lines and a byte order mark are skipped.
struct CsvTable {
    struct Row {
        QStringList cells;  ///< as many as the header has
        int line = 0;       ///< line in which the row begins, from 1
    };
    QStringList header;
    std::vector<Row> rows;
    std::vector<Error> errors;  ///< rows with errors are left out of @c rows
};

/// @param file name for the errors.
[[nodiscard]] CsvTable parseCsv(const QByteArray &bytes, const QString &file);

} // namespace ca
