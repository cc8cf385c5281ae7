// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace ca {

/// One of the user's layers in the view of a figure. A value.
struct FigureLayer {
    QString file;       ///< absolute; without its folder in views that have travelled
    QString title = {}; ///< of the layer among those of the file; empty = all of them
    QStringList look = {};  ///< as styleproperties::words(); empty = the look of new layers

    /// The file alone where that says all.
    [[nodiscard]] QJsonValue toJson() const;
    /// None where @p json is no layer.
    [[nodiscard]] static std::optional<FigureLayer> fromJson(const QJsonValue &json);
    bool operator==(const FigureLayer &) const = default;
};

} // namespace ca
