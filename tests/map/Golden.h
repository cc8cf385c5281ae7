// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

/// Comparison with files kept in tests/map/golden. Each returns an empty string when equal, else what differs and
/// where; what was got is left beside the build as <name>.actual. CA_UPDATE_GOLDEN=1 in the environment writes the
/// golden file anew instead.
namespace ca::test {

QString compareText(const QString &name, const QString &got);
/// Equal when at most one pixel in @p onePixelIn differs by more than @p levels in a channel.
QString compareImage(const QString &name, const QImage &got, int levels = 24, int onePixelIn = 200);

} // namespace ca::test
