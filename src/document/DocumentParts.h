// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/CslItem.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// What the reader of one format finds; TextExtractor makes an ExtractedText of it.
struct DocumentParts {
    QString text;                  ///< one paragraph a line, \n between, no empty lines
    CslItem csl;
    std::vector<qsizetype> pages;  ///< UTF-16 offset at which each page begins; PDF only
    QStringList remarks;           ///< what was lost or limited, one sentence each
};

} // namespace ca
