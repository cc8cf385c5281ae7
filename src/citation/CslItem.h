// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace ca {

/// A name of a CSL-JSON item. Institutions and names that must not be taken apart are literal.
struct CslName {
    QString literal;
    QString family;
    QString given;
    QString droppingParticle;     ///< "von" of Alexander von Humboldt, sorted under H
    QString nonDroppingParticle;  ///< "van" of Vincent van Gogh, in some countries sorted under v
    QString suffix;
    [[nodiscard]] bool isLiteral() const { return family.isEmpty(); }
    /// Family name with the particle that belongs to it, or the literal name.
    [[nodiscard]] QString familyText() const;
    /// "Alexander von Humboldt Jr."
    [[nodiscard]] QString naturalOrder() const;
};

/// One end of a date. Zero = unknown.
struct CslDay {
    int year = 0;
    int month = 0;   ///< 1 … 12
    int day = 0;
    bool operator==(const CslDay &) const = default;
};

/// A date of a CSL-JSON item: a day, month or year, or a range of them; or only words.
struct CslDate {
    std::vector<CslDay> ends;  ///< none, one or two
    int season = 0;            ///< 1 spring … 4 winter; 0 = none
    bool circa = false;
    QString words;             ///< literal or raw, only where there are no date parts
    [[nodiscard]] bool isEmpty() const { return ends.empty() && words.isEmpty(); }
};

/// Reads a CSL-JSON item (schema 1.0.2, https://github.com/citation-style-language/schema). Values that the schema does
/// not allow are taken as absent; see cslProblems().
class CslItem {
public:
    explicit CslItem(QJsonObject item) : m_item(std::move(item)) {}

    [[nodiscard]] const QJsonObject &json() const { return m_item; }
    [[nodiscard]] QString type() const { return text("type"); }
    /// One line; a number as its digits. Mark-up that CSL allows in titles (<i>, <b>, <sup>, <sub>, <span>) is taken out.
    [[nodiscard]] QString text(const char *member) const;
    [[nodiscard]] QString custom(const char *member) const;
    [[nodiscard]] std::vector<CslName> names(const char *member) const;
    [[nodiscard]] CslDate date(const char *member) const;
    /// The DOI as an address, else the URL.
    [[nodiscard]] QString address() const;
    /// "10.1000/182", also where the record has it as an address.
    [[nodiscard]] QString doi() const;

private:
    QJsonObject m_item;
};

} // namespace ca
