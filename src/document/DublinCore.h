// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "document/CslItem.h"

#include <QByteArray>

namespace ca {

/// Metadata of office files, e-books and PDFs, which share Dublin Core's words.
namespace DublinCore {

/// Adds what the dc:, dcterms:, meta: and prism: elements of @p xml state; damaged or hostile XML
/// adds what was read before the damage. A date of creation is no date of publication: it becomes
/// custom.created; so does dc:date, except in e-books, where it is the date of publication. In an .odt,
/// dc:creator and dc:date tell of the last change, so they are left out.
void addTo(CslItem &item, const QByteArray &xml, const QString &part, const CancelToken &cancel);

} // namespace DublinCore
} // namespace ca
