// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ca {

/// Qt's PDF engine writes its fonts in the order of a hash: while one of these lives, hashes begun have no random seed.
class SameHashOrder {
public:
    SameHashOrder();
    ~SameHashOrder();
    Q_DISABLE_COPY(SameHashOrder)
};

/// @p pdf, as QPdfWriter makes it, with its creation date replaced by @p date ("D:20261122000000Z"). Dates of another
/// length move what follows: the cross-reference table is put right.
[[nodiscard]] QByteArray redatedPdf(QByteArray pdf, const QByteArray &date);

} // namespace ca
