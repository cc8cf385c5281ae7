// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ca {

struct DecodedHtml {
    QString text;
    QStringList remarks;  ///< encodings that were guessed, bytes that were not readable
};

/// Text of a saved page: by byte order mark, else by the encoding it declares (with the names and
/// meanings browsers give them: iso-8859-1 is windows-1252), else UTF-8 where it is valid, else the
/// windows code page of the declared language (1252 where that says nothing). @p declared is what a
/// mail or container says of the encoding and goes before the page's own word. Bytes that are no
/// character become U+FFFD and are counted in a remark: unlike a plain text file, a page is rarely
/// in the user's hand to be saved anew.
Result<DecodedHtml> decodeHtml(const QByteArray &bytes, const QByteArray &declared = {});

} // namespace ca
