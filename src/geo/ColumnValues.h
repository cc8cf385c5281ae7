// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace ca {

/// The cells of one column, stored by type: 8 bytes for a number, 4 for a text plus the text itself, of
/// which neighbours that say the same share one. Null = unknown; a number that is no number (NaN) counts as
/// null. The first value gives the type. A value of another type turns the column into text, except that
/// integers fit in a column of reals. Filled by one thread, then read by any number.
/// Throws std::length_error when the texts of one column exceed 4 GB.
class ColumnValues {
public:
    enum class Type { Empty, Integer, Real, Text };  ///< Empty = nothing but nulls so far

    ColumnValues() = default;
    ColumnValues(std::initializer_list<QVariant> values);

    [[nodiscard]] Type type() const { return m_type; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isNull(std::size_t i) const;
    /// Null, qlonglong, double or QString.
    [[nodiscard]] QVariant operator[](std::size_t i) const;
    /// The cell as text, whatever its type; empty when null.
    [[nodiscard]] QString text(std::size_t i) const;
    /// The UTF-8 of a text cell, without a copy; empty when null or a number. Valid until the column changes.
    [[nodiscard]] std::string_view utf8(std::size_t i) const;
    /// NaN when null, or a text that is no number.
    [[nodiscard]] double number(std::size_t i) const;
    /// @p otherwise when null or no whole number.
    [[nodiscard]] std::int64_t integer(std::size_t i, std::int64_t otherwise = 0) const;

    void push_back(const QVariant &value);
    void pushNull();
    void pushInteger(std::int64_t value);
    void pushReal(double value);
    void pushText(std::string_view utf8);

    void append(const ColumnValues &other);
    /// Keeps the cells whose mark is set; @p marks has one for each.
    void retain(const std::vector<bool> &marks);
    /// Removes the cells and keeps the memory.
    void clear();
    /// Memory in use, bytes.
    [[nodiscard]] std::size_t bytes() const;

private:
    [[nodiscard]] bool becomes(Type type);
    void backfill();
    void turnToText();
    void appendSame(const ColumnValues &other);
    [[nodiscard]] std::uint32_t store(std::string_view utf8);
    [[nodiscard]] std::string_view stored(std::uint32_t at) const;

    Type m_type = Type::Empty;
    std::size_t m_size = 0;
    std::vector<std::int64_t> m_integers;
    std::vector<bool> m_nullIntegers;     ///< shorter than m_integers: the rest is not null
    std::vector<double> m_reals;
    std::vector<std::uint32_t> m_texts;   ///< where in the pool each text is
    std::vector<char> m_pool;             ///< each text behind its length
    std::vector<std::uint32_t> m_recent;  ///< by hash: texts stored lately, so that equal ones are stored once
};

} // namespace ca
