// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <cstddef>

namespace ca {

struct LoadedLayer;
class LinkHandler;

/// What a layer of the user's says about one of its features: all columns with a value. The text can be selected and copied.
class FeatureDialog : public QDialog {
    Q_OBJECT
public:
    FeatureDialog(const LoadedLayer &layer, std::size_t feature, LinkHandler &links, QWidget *parent = nullptr);
};

} // namespace ca
