// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace ca {

/// What went wrong, where, and what the user can do about it.
struct Error {
    QString message;  ///< one sentence, no trailing newline
    QString file;     ///< file the error is about; empty when it is about none
    int line = 0;     ///< line in that file, counted from 1; 0 = not about a line
    int column = 0;   ///< character in that line, counted from 1; 0 = not about one

    /// What is about no file.
    [[nodiscard]] static Error of(const QString &message) { return {message, {}, 0}; }
    /// "file:line:column: message", leaving out what is unknown.
    [[nodiscard]] QString text() const;
    bool operator==(const Error &) const = default;
};

/// A value or the reason why there is none. Warnings (data that were lost or mended)
/// travel beside either. Never throws; reading the value of a failed result is a
/// programming error and asserts.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_value(std::move(value)) {}
    Result(Error error) : m_error(std::move(error)) {}

    explicit operator bool() const { return m_value.has_value(); }
    [[nodiscard]] bool ok() const { return m_value.has_value(); }
    T &operator*() & { Q_ASSERT(m_value); return *m_value; }
    const T &operator*() const & { Q_ASSERT(m_value); return *m_value; }
    T &&operator*() && { Q_ASSERT(m_value); return std::move(*m_value); }
    T *operator->() { Q_ASSERT(m_value); return &*m_value; }
    const T *operator->() const { Q_ASSERT(m_value); return &*m_value; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }
    Result &warn(const QStringList &more) { m_warnings += more; return *this; }

private:
    std::optional<T> m_value;
    Error m_error;
    QStringList m_warnings;
};

/// Result of something that only succeeds or fails.
struct Done {
    bool operator==(const Done &) const = default;
};

} // namespace ca
