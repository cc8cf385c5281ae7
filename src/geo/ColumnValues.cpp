// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ColumnValues.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace ca {

namespace {

constexpr std::uint32_t nullText = std::numeric_limits<std::uint32_t>::max();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
/// Slots of the table of recent texts: most columns that repeat have fewer distinct values than this.
constexpr std::size_t recentSlots = 512;
constexpr std::size_t lengthBytes = 4;

template <class T>
void keepMarked(std::vector<T> &cells, const std::vector<bool> &marks)
{
    std::size_t to = 0;
    for (std::size_t from = 0; from < cells.size(); ++from) {
        if (marks[from])
            cells[to++] = cells[from];
    }
    cells.resize(to);
}

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

} // namespace

ColumnValues::ColumnValues(std::initializer_list<QVariant> values)
{
    for (const QVariant &value : values)
        push_back(value);
}

bool ColumnValues::isNull(std::size_t i) const
{
    switch (m_type) {
    case Type::Empty:
        return true;
    case Type::Integer:
        return i >= m_size || (i < m_nullIntegers.size() && m_nullIntegers[i]);
    case Type::Real:
        return i >= m_size || std::isnan(m_reals[i]);
    case Type::Text:
        return i >= m_size || m_texts[i] == nullText;
    }
    return true;
}

QVariant ColumnValues::operator[](std::size_t i) const
{
    if (isNull(i))
        return {};
    switch (m_type) {
    case Type::Integer:
        return qlonglong(m_integers[i]);
    case Type::Real:
        return m_reals[i];
    default:
        return toText(stored(m_texts[i]));
    }
}

QString ColumnValues::text(std::size_t i) const
{
    return m_type == Type::Text ? toText(utf8(i)) : (*this)[i].toString();
}

std::string_view ColumnValues::utf8(std::size_t i) const
{
    return m_type != Type::Text || isNull(i) ? std::string_view() : stored(m_texts[i]);
}

double ColumnValues::number(std::size_t i) const
{
    if (isNull(i))
        return nan;
    if (m_type == Type::Integer)
        return double(m_integers[i]);
    if (m_type == Type::Real)
        return m_reals[i];
    bool ok = false;
    const double value = toText(stored(m_texts[i])).toDouble(&ok);
    return ok ? value : nan;
}

std::int64_t ColumnValues::integer(std::size_t i, std::int64_t otherwise) const
{
    if (m_type == Type::Integer)
        return isNull(i) ? otherwise : m_integers[i];
    const double value = number(i);
    const bool whole = std::abs(value) < 9e18 && value == std::floor(value);  // false for NaN
    return whole ? std::int64_t(value) : otherwise;
}

void ColumnValues::push_back(const QVariant &value)
{
    if (value.isNull())
        return pushNull();
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return pushInteger(value.toLongLong());
    case QMetaType::Float:
    case QMetaType::Double:
        return pushReal(value.toDouble());
    default: {
        const QByteArray utf8 = value.toString().toUtf8();
        return pushText({utf8.constData(), std::size_t(utf8.size())});
    }
    }
}

void ColumnValues::pushNull()
{
    switch (m_type) {
    case Type::Empty:
        break;
    case Type::Integer:
        m_nullIntegers.resize(m_size);
        m_nullIntegers.push_back(true);
        m_integers.push_back(0);
        break;
    case Type::Real:
        m_reals.push_back(nan);
        break;
    case Type::Text:
        m_texts.push_back(nullText);
        break;
    }
    ++m_size;
}

void ColumnValues::pushInteger(std::int64_t value)
{
    if (m_type == Type::Real && std::abs(double(value)) <= 9007199254740992.0)  // 2^53: above, a real would round it
        return pushReal(double(value));
    if (!becomes(Type::Integer)) {
        const QByteArray text = QByteArray::number(qlonglong(value));
        return pushText({text.constData(), std::size_t(text.size())});
    }
    m_integers.push_back(value);
    ++m_size;
}

void ColumnValues::pushReal(double value)
{
    if (std::isnan(value))
        return pushNull();
    if (!becomes(Type::Real)) {
        const QByteArray text = QVariant(value).toString().toUtf8();
        return pushText({text.constData(), std::size_t(text.size())});
    }
    m_reals.push_back(value);
    ++m_size;
}

void ColumnValues::pushText(std::string_view utf8)
{
    if (!becomes(Type::Text))
        turnToText();
    m_texts.push_back(store(utf8));
    ++m_size;
}

/// Whether the column is, or can still become, one of @p type.
bool ColumnValues::becomes(Type type)
{
    if (m_type == Type::Empty) {
        m_type = type;
        backfill();
    }
    return m_type == type;
}

/// Gives a column that was empty so far the nulls it had.
void ColumnValues::backfill()
{
    if (m_type == Type::Integer) {
        m_integers.assign(m_size, 0);
        m_nullIntegers.assign(m_size, true);
    } else if (m_type == Type::Real) {
        m_reals.assign(m_size, nan);
    } else if (m_type == Type::Text) {
        m_texts.assign(m_size, nullText);
    }
}

void ColumnValues::turnToText()
{
    std::vector<std::uint32_t> texts;
    texts.reserve(m_size + 1);
    for (std::size_t i = 0; i < m_size; ++i) {
        const QByteArray text = (*this)[i].toString().toUtf8();
        texts.push_back(isNull(i) ? nullText : store({text.constData(), std::size_t(text.size())}));
    }
    m_integers = {};
    m_nullIntegers = {};
    m_reals = {};
    m_texts = std::move(texts);
    m_type = Type::Text;
}

std::uint32_t ColumnValues::store(std::string_view utf8)
{
    m_recent.resize(recentSlots, nullText);
    std::uint32_t &slot = m_recent[std::hash<std::string_view>{}(utf8) % recentSlots];
    if (slot != nullText && stored(slot) == utf8)
        return slot;
    const std::size_t at = m_pool.size();
    if (utf8.size() >= nullText || at + lengthBytes + utf8.size() >= nullText)
        throw std::length_error("a column holds more than 4 GB of text");
    const std::uint32_t length = std::uint32_t(utf8.size());
    m_pool.resize(at + lengthBytes);
    std::memcpy(&m_pool[at], &length, lengthBytes);
    m_pool.insert(m_pool.end(), utf8.begin(), utf8.end());
    return slot = std::uint32_t(at);
}

std::string_view ColumnValues::stored(std::uint32_t at) const
{
    std::uint32_t length = 0;
    std::memcpy(&length, &m_pool[at], lengthBytes);
    return {m_pool.data() + at + lengthBytes, length};
}

void ColumnValues::append(const ColumnValues &other)
{
    if (m_size == 0)
        m_type = other.m_type;
    if (m_type == other.m_type)
        return appendSame(other);
    for (std::size_t i = 0; i < other.size(); ++i) {
        if (other.isNull(i))
            pushNull();
        else if (other.m_type == Type::Integer)
            pushInteger(other.m_integers[i]);
        else if (other.m_type == Type::Real)
            pushReal(other.m_reals[i]);
        else
            pushText(other.stored(other.m_texts[i]));
    }
}

/// Appends a column of the same type as a whole.
void ColumnValues::appendSame(const ColumnValues &other)
{
    if (m_pool.size() + other.m_pool.size() >= nullText)
        throw std::length_error("a column holds more than 4 GB of text");
    if (!other.m_nullIntegers.empty()) {
        m_nullIntegers.resize(m_size);
        m_nullIntegers.insert(m_nullIntegers.end(), other.m_nullIntegers.begin(), other.m_nullIntegers.end());
    }
    m_integers.insert(m_integers.end(), other.m_integers.begin(), other.m_integers.end());
    m_reals.insert(m_reals.end(), other.m_reals.begin(), other.m_reals.end());
    const std::uint32_t base = std::uint32_t(m_pool.size());
    m_pool.insert(m_pool.end(), other.m_pool.begin(), other.m_pool.end());
    std::transform(other.m_texts.begin(), other.m_texts.end(), std::back_inserter(m_texts),
                   [base](std::uint32_t at) { return at == nullText ? nullText : base + at; });
    m_size += other.m_size;
}

void ColumnValues::retain(const std::vector<bool> &marks)
{
    std::size_t kept = 0;
    for (const bool mark : marks)
        kept += mark ? 1 : 0;
    if (m_type == Type::Integer) {
        m_nullIntegers.resize(m_size);
        keepMarked(m_nullIntegers, marks);
    }
    keepMarked(m_integers, marks);
    keepMarked(m_reals, marks);
    keepMarked(m_texts, marks);
    m_size = kept;
}

void ColumnValues::clear()
{
    m_type = Type::Empty;
    m_size = 0;
    m_integers.clear();
    m_nullIntegers.clear();
    m_reals.clear();
    m_texts.clear();
    m_pool.clear();
    m_recent.assign(m_recent.size(), nullText);
}

std::size_t ColumnValues::bytes() const
{
    return m_integers.capacity() * sizeof(std::int64_t) + m_nullIntegers.capacity() / 8
        + m_reals.capacity() * sizeof(double) + (m_texts.capacity() + m_recent.capacity()) * sizeof(std::uint32_t)
        + m_pool.capacity();
}

} // namespace ca
