// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/AtlasCompiler.h"
#include "store/CsvReader.h"

#include <QStringList>

#include <optional>

/// The CSV tables of geodata/. Private to the compiler.
namespace ca::texttables {

/// Bytes of a file, or an error in @p errors and nothing.
[[nodiscard]] std::optional<QByteArray> readFile(const QString &path, std::vector<Error> &errors);

/// One cell after the other of a row, by column name, with conversions that report what they cannot read.
class Cells {
public:
    Cells(const CsvTable &table, const CsvTable::Row &row, const QString &file, std::vector<Error> &errors)
        : m_table(table), m_row(row), m_file(file), m_errors(errors) {}

    [[nodiscard]] QString text(const char *column) const;
    [[nodiscard]] QStringList list(const char *column) const;
    [[nodiscard]] int integer(const char *column);
    [[nodiscard]] double number(const char *column);  ///< NaN when empty
    template <class E>
    [[nodiscard]] E word(const char *column, E otherwise)
    {
        const QString id = text(column);
        if (const auto value = fromId<E>(id))
            return *value;
        fail(QStringLiteral("unknown %1: %2").arg(QLatin1String(column), id));
        return otherwise;
    }
    void fail(const QString &message);

private:
    const CsvTable &m_table;
    const CsvTable::Row &m_row;
    const QString &m_file;
    std::vector<Error> &m_errors;
};

/// Reads every table below @p folder into @p result.
void readAll(const QString &folder, AtlasCompiler::ReadResult &result);

} // namespace ca::texttables
