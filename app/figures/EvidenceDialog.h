// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureEvidence.h"

#include <QDialog>

namespace ca {

/// What a figure's file says of itself: the data it was made of, its sources and passages. Asks what to do with the file where
/// that is not clear.
class EvidenceDialog : public QDialog {
    Q_OBJECT
public:
    /// The ways to take a file in besides looking at it.
    struct Ways {
        bool figure = false;      ///< there is a view to restore, and it is not restored already
        QString other;            ///< "Take in as source"; empty = there is no other way
    };

    EvidenceDialog(const QString &path, const FigureEvidence &evidence, const Ways &ways, QWidget *parent = nullptr);

    /// The text as HTML; every word of the file is escaped.
    [[nodiscard]] static QString html(const FigureEvidence &evidence);

Q_SIGNALS:
    void figureRequested();
    void otherRequested();
};

} // namespace ca
