// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <optional>

namespace ca {

/// Reads the members of a JSON object into values: what is absent keeps its default, what is of another type or out of
/// bounds is an error that names the member, and what nobody asked for is warned of. The first error wins.
class JsonMembers {
public:
    /// @p path names the object in messages, with its closing dot: "figure."; empty for the outermost.
    JsonMembers(const QJsonObject &json, QString path) : m_json(json), m_path(std::move(path)) {}

    [[nodiscard]] bool has(const QString &name) const { return m_json.contains(name); }
    /// The member, which counts as known from now on. Undefined when absent.
    QJsonValue take(const QString &name);
    void read(const QString &name, QString &value, int mostCharacters = 10000);
    void read(const QString &name, bool &value);
    void read(const QString &name, double &value, double least, double most);
    void read(const QString &name, QSizeF &value, double least, double most);
    void read(const QString &name, QStringList &value);
    /// @p what completes "figure.page is not …".
    void fail(const QString &name, const QString &what);
    void warn(const QStringList &warnings) { m_warnings += warnings; }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Whatever was warned of, and the members nobody asked for.
    [[nodiscard]] QStringList warnings() const;
    [[nodiscard]] QString nameOf(const QString &member) const { return m_path + member; }

private:
    QJsonObject m_json;
    QString m_path;
    QStringList m_known;
    QStringList m_warnings;
    std::optional<Error> m_error;
};

/// @p value as a number from @p least to @p most; none where it is something else.
[[nodiscard]] std::optional<double> boundedNumber(const QJsonValue &value, double least, double most);

} // namespace ca
