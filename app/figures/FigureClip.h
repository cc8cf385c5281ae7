// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/WriteOptions.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QMimeData;

namespace ca {

/// A figure in the forms that other programs take from the clipboard or a drag. Each carries its evidence where it can.
struct FigureClip {
    QByteArray png;     ///< at WriteOptions::dpi
    QByteArray svg;
    QByteArray pdf;
    QString html;       ///< the picture with title and sources
    QString text;       ///< title, date, sources and credits

    /// Blocking; any thread.
    [[nodiscard]] static Result<FigureClip> of(const FigureComposition &figure, const WriteOptions &options);
    [[nodiscard]] std::unique_ptr<QMimeData> mime() const;
};

} // namespace ca
