// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"

#include <QString>
#include <QStringList>

#include <vector>

/// The words that Office files carry beside the picture.
namespace ca::officewords {

struct Source {
    int number = 0;
    QString text;         ///< citation, with the marks of what contradicts it
    QString address;      ///< empty = none is known
};

struct Caveat {
    QString mark;         ///< "a", "b" …
    QString text;
};

struct Words {
    QString description;  ///< what the map shows and as of when
    QString sourcesTitle;
    std::vector<Source> sources;  ///< all of them, whatever the page shows or has room for
    std::vector<Caveat> caveats;
    QString creditsTitle;
    QString credits;      ///< whom the picture owes
    QString disclaimer;   ///< empty = switched off
    QString software;
};

[[nodiscard]] Words of(const FigureComposition &figure);

/// Runs of DrawingML text (ECMA-376 part 1 § 21.1.2.3), one for each font.
/// @param attributes of a:rPr; @param fill, @param link elements inside it, before and after the font. All may be empty.
[[nodiscard]] QString drawingRuns(const QString &text, const QString &attributes, const QString &fill, const QString &link = {});

} // namespace ca::officewords
