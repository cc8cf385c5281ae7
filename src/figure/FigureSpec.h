// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "figure/FigureElement.h"

#include <QJsonObject>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <set>

namespace ca {

/// Of a page of @p page: where a share of it lies, and the share that a place is; both in the page's unit.
[[nodiscard]] inline QRectF placeOf(const QRectF &share, QSizeF page)
{
    return {share.x() * page.width(), share.y() * page.height(), share.width() * page.width(), share.height() * page.height()};
}
[[nodiscard]] inline QRectF shareOf(const QRectF &place, QSizeF page)
{
    return {place.x() / page.width(), place.y() / page.height(), place.width() / page.width(), place.height() / page.height()};
}

/// What a figure's author chose, without the map: all of it can be kept in a file. A value.
struct FigureSpec {
    QString preset;                 ///< id of a FigurePreset the page was taken from; empty = a size of its own
    QSizeF page{1280, 720};         ///< logical pixels (1/96 inch)
    double scale = 0;               ///< page pixels per layout unit; 0 = by the size of the page, at least 1. Under 1
                                    ///< type gets smaller than 6 pt, which is said in a warning
    QString title;                  ///< empty = none
    QString subtitle;               ///< empty = "As of <date>"
    std::optional<QString> disclaimer;       ///< in place of defaultDisclaimer()
    QString theme = QStringLiteral("light"); ///< bundled style; paper stays white whatever the window looks like.
                                             ///< Empty = the map's own style
    bool transparent = false;       ///< no paper, in formats that can do without
    std::set<FigureElement> hidden{FigureElement::Inset};  ///< switched off; the map cannot be
    std::map<FigureElement, QRectF> placed;  ///< moved or resized by hand, in shares of the page (0 to 1); the others
                                             ///< stand where the layout puts them as if nothing had been moved
    QStringList noteSubjects;       ///< segments and subjects whose sources are printed as numbered notes
    QStringList notePassages;       ///< passages, bundled or the user's, whose sources are printed besides

    [[nodiscard]] bool shows(FigureElement element) const { return !hidden.contains(element); }
    void setShown(FigureElement element, bool shown);
    [[nodiscard]] QString disclaimerText() const { return disclaimer.value_or(defaultDisclaimer()); }
    [[nodiscard]] static QString defaultDisclaimer();

    /// Members that stand for their default are left out.
    [[nodiscard]] QJsonObject toJson() const;
    /// Unknown members are warned of; values out of bounds are errors that name the member.
    [[nodiscard]] static Result<FigureSpec> fromJson(const QJsonObject &json);
    bool operator==(const FigureSpec &) const = default;
};

} // namespace ca
