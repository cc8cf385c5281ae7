// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/CslItem.h"

#include <QByteArray>

namespace ca {

/// schema.org metadata that pages carry as JSON-LD.
namespace JsonLd {

/// Adds what the first article in the script says (alone, in an array or in @graph; people and
/// organisations by @id are looked up). Does nothing when the script is no JSON or tells of no article.
void addTo(CslItem &item, const QByteArray &script);

} // namespace JsonLd
} // namespace ca
