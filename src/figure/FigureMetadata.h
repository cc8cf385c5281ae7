// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"

#include <QList>
#include <QPair>
#include <QString>

namespace ca {

/// What a file says about itself beside the picture.
struct FigureMetadata {
    QString title;        ///< the figure's, else the atlas'
    QString description;  ///< what the map shows and as of when, one sentence
    QString sources;      ///< numbered, one a line; empty without notes
    QString credits;      ///< whom the map data owe
    QString licence;      ///< licences of what is drawn
    QString software;
    QString asOf;         ///< ISO, maybe shortened

    [[nodiscard]] static FigureMetadata of(const FigureComposition &figure);
    /// Keys as PNG names them (no spaces: Qt could not read those back) and their values; empty ones are left out.
    [[nodiscard]] QList<QPair<QString, QString>> textChunks() const;
    /// "D:20261122000000Z": the figure's date as PDF writes it, the first day of a shortened one.
    [[nodiscard]] QByteArray pdfDate() const;
    /// "2026-11-22T00:00:00Z": that day as XMP and Office files write it.
    [[nodiscard]] QByteArray isoTime() const;
};

} // namespace ca
