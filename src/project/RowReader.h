// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace ca {

/// Reads the columns of one row, from the left, and gathers what could not be understood.
class RowReader {
public:
    explicit RowReader(const QSqlQuery &row) : m_row(row) {}

    QString text() { return next().toString(); }
    int number() { return next().toInt(); }
    qint64 bigNumber() { return next().toLongLong(); }
    double real() { return next().toDouble(); }
    QDateTime time();
    QJsonObject object();
    QJsonValue json();
    QStringList list();
    /// nullopt for the empty text and, as a problem, for a word that @p fromId does not know.
    template <class E>
    std::optional<E> word(std::optional<E> (*fromId)(const QString &))
    {
        const QString id = text();
        if (id.isEmpty())
            return std::nullopt;
        const std::optional<E> known = fromId(id);
        if (!known)
            complainOfWord(id);
        return known;
    }
    /// What was made of a column; why not, and its warnings, are problems.
    template <class T>
    std::optional<T> result(const Result<T> &made)
    {
        m_problems += made.warnings();
        if (!made)
            m_problems << made.error().message;
        return made ? std::optional<T>(*made) : std::nullopt;
    }
    /// Without this value the record is of no use.
    template <class E>
    E needed(std::optional<E> value)
    {
        m_usable = m_usable && value.has_value();
        return value.value_or(E());
    }

    [[nodiscard]] bool usable() const { return m_usable; }
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    QVariant next() { return m_row.value(m_column++); }
    void complainOfWord(const QString &word);

    const QSqlQuery &m_row;
    int m_column = 0;
    bool m_usable = true;
    QStringList m_problems;
};

} // namespace ca
