// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureMetadata.h"

#include <QByteArray>

namespace ca::svgmetadata {

/// The metadata element of an SVG file: what editors show of a document (Dublin Core), then @p evidence, the JSON of
/// FigureEvidence, in an element "evidence" of its namespace.
[[nodiscard]] QByteArray element(const FigureMetadata &metadata, const QByteArray &evidence);

} // namespace ca::svgmetadata
