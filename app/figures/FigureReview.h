// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/CheckInputs.h"

#include <QObject>

namespace ca {

class CheckPanel;
class FigureDesk;
class Session;

/// Has every new figure read by the check, which is told how the passages cited fare, and leads from
/// findings to what they are about. Shows the page in the panel's colours.
class FigureReview : public QObject {
    Q_OBJECT
public:
    /// All outlive the review.
    FigureReview(Session &session, FigureDesk &desk, CheckPanel &panel, QObject *parent);

private:
    void check();
    void lead(const QString &id);

    Session &m_session;
    FigureDesk &m_desk;
    CheckPanel &m_panel;
    CheckInputs m_inputs;
};

} // namespace ca
