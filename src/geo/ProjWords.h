// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <initializer_list>
#include <optional>

namespace ca {

/// The words of one projection in PROJ's notation, "+proj=lcc +lat_1=38 +no_defs", by key. A value.
class ProjWords {
public:
    ProjWords() = default;
    /// Words of @p text; of a pipeline, those of the step that is a map projection.
    explicit ProjWords(const QString &text);

    [[nodiscard]] bool has(const QString &key) const { return m_words.contains(key); }
    [[nodiscard]] bool hasAny(std::initializer_list<const char *> keys) const;
    [[nodiscard]] QString text(const QString &key) const { return m_words.value(key); }
    /// Name of the projection, "lcc"; empty when none is named.
    [[nodiscard]] QString projection() const { return text(QStringLiteral("proj")); }
    /// A plain number; none when the word is missing or no number.
    [[nodiscard]] std::optional<double> number(const QString &key) const;
    /// An angle in degrees, as decimals or 45d30'N; @p fallback when there is none.
    [[nodiscard]] double angle(const QString &key, double fallback) const;
    [[nodiscard]] bool hasAngle(const QString &key) const;
    /// Degrees east of Greenwich that longitudes count from, "+pm=paris"; 0 when nothing is said.
    [[nodiscard]] double primeMeridian() const;

    void set(const QString &key, const QString &value) { m_words.insert(key, value); }
    void remove(std::initializer_list<const char *> keys);
    /// "+proj=… +key=value …", the projection first, the rest in alphabetical order.
    [[nodiscard]] QByteArray join() const;

private:
    QHash<QString, QString> m_words;
};

} // namespace ca
