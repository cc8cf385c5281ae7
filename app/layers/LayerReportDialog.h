// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace ca {

struct LoadedLayer;

/// What was found while reading one of the user's layers: where it is from, its reference system, totals of every fault and
/// the first features that have it. The text can be selected and copied.
class LayerReportDialog : public QDialog {
    Q_OBJECT
public:
    explicit LayerReportDialog(const LoadedLayer &layer, QWidget *parent = nullptr);
};

} // namespace ca
