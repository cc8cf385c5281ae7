// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/Verdict.h"
#include "figure/FigureComposition.h"
#include "figure/FigureView.h"

#include <QDate>
#include <QHash>
#include <QJsonArray>

#include <functional>
#include <optional>
#include <vector>

namespace ca {

/// What can be done about a finding without asking anything.
struct FigureFix {
    QString id;     ///< "show-credits", "theme-light" …: stable
    QString title;  ///< for a button
    std::function<void(FigureView &)> change;
};

/// The view with a fix applied.
[[nodiscard]] FigureView applied(const FigureView &view, const FigureFix &fix);

/// Something that a careful editor would say of a figure before it is published.
struct Finding {
    enum class Severity {
        Objection,  ///< misleads, breaks a licence or cannot be read: wants mending
        Remark      ///< worth knowing, may be meant
    };
    QString id;         ///< "credits-hidden", "date-missing" …: stable
    Severity severity = Severity::Objection;
    QString sentence;
    std::optional<FigureElement> element;  ///< where it is seen on the page
    QString subject;    ///< segment, subject or passage it is about; empty = none in particular
    std::optional<FigureFix> fix;

    /// Whether @p other says the same; fixes are compared by their id.
    [[nodiscard]] bool says(const Finding &other) const;
    /// {id, severity, sentence, element, subject, fix: {id, title}}; what there is not is left out.
    [[nodiscard]] QJsonObject toJson() const;
};

[[nodiscard]] QString severityId(Finding::Severity severity);     ///< "objection", "remark"
[[nodiscard]] QString severityTitle(Finding::Severity severity);  ///< for people

/// What a check knows besides the figure.
struct FigureCheckInput {
    QHash<QString, Verdict> verdicts;  ///< by passage id, bundled and own; passages without one are not spoken of
    std::optional<QDate> today;        ///< none = nothing is said of a date that is long ago
};

/// Reads a figure as a careful editor would. Pure, fast (a few milliseconds), thread-safe.
namespace FigureCheck {

/// Objections first, each kind in the order in which one reads a figure. @p made is what was composed of @p figure, a Figure or
/// the spec of the view that it was made from.
[[nodiscard]] std::vector<Finding> findings(const FigureSpec &figure, const FigureComposition &made, const FigureCheckInput &input = {});
[[nodiscard]] int objections(const std::vector<Finding> &findings);
[[nodiscard]] QJsonArray toJson(const std::vector<Finding> &findings);
/// One line each: "objection: <sentence> Fix: <title>."
[[nodiscard]] QStringList toText(const std::vector<Finding> &findings);

} // namespace FigureCheck
} // namespace ca
