// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureCheck.h"

#include <QHash>

#include <optional>

namespace ca {

class Session;

/// What the check of a figure has to know besides it: how the passages cited fare in the user's library and project.
/// GUI thread.
class CheckInputs {
public:
    /// @p session outlives this.
    explicit CheckInputs(Session &session) : m_session(session) {}

    [[nodiscard]] FigureCheckInput of(const FigureSpec &figure);
    /// The library is another than it was.
    void forget() { m_verdicts.clear(); }

private:
    [[nodiscard]] std::optional<Verdict> verdict(const QString &passage);

    Session &m_session;
    QHash<QString, std::optional<Verdict>> m_verdicts;   ///< of the atlas' passages, as far as asked for
};

} // namespace ca
