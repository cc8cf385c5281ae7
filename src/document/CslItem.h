// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace ca {

/// A CSL-JSON item in the making, from what a file states. The first value of a field stays: ask
/// the best source first. Where each field comes from stands in custom.<field>_source, in English
/// words that are data, not user interface.
class CslItem {
public:
    /// @p source empty = a default of the format, not stated by the file.
    void setType(const QString &type, const QString &source = {});
    /// Title, publisher, container-title, URL, DOI, language …: white space is put in order.
    void setText(const QString &field, const QString &value, const QString &source);
    /// Does nothing once authors of another source are there.
    void addAuthor(const QJsonObject &name, const QString &source);
    /// The name as the file writes it, never taken apart except where it says "Family, Given" and
    /// @p inverted tells that this is how the field is written.
    void addAuthorName(const QString &name, const QString &source, bool inverted = false);
    /// A date as date-parts, or literally when it cannot be understood.
    void setDate(const QString &field, const QString &value, const QString &source);
    /// A value outside CSL's vocabulary, in custom.
    void setCustom(const QString &key, const QString &value);

    [[nodiscard]] bool has(const QString &field) const { return m_item.contains(field); }
    [[nodiscard]] QString text(const QString &field) const { return m_item.value(field).toString(); }
    [[nodiscard]] QJsonObject toJson() const;

private:
    void noteSource(const QString &field, const QString &source);

    QJsonObject m_item;
    QJsonObject m_custom;
    QJsonArray m_authors;
    QString m_authorSource;
};

/// [[y, m, d]] of a date as written in metadata: ISO 8601 (the day as written, no time zone applied),
/// y/m/d, d.m.y, English, and PDF's D:yyyymmdd. Empty when it is none of these or no day of the calendar.
[[nodiscard]] QJsonArray cslDateParts(const QString &date);

} // namespace ca
