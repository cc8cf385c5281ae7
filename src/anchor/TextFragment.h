// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QByteArray>
#include <QUrl>

namespace ca {

/// The directive of WICG text fragments that finds a passage by its anchors: "text=first words,last
/// words", percent-encoded ('-', ',' and '&' as well); "text=all words" where the anchors are
/// the whole passage. Empty when the passage has no anchors.
[[nodiscard]] QByteArray textDirective(const Passage &passage);

/// URL of a record that lands on a passage; its own fragment is kept before the directive, for
/// browsers that know none. The plain URL when the passage has no anchors, empty when the record has no URL.
[[nodiscard]] QUrl passageUrl(const Record &record, const Passage &passage);

} // namespace ca
