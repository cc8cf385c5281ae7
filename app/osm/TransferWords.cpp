// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/TransferWords.h"

#include "base/Tr.h"

#include <QLocale>

namespace ca {

QString durationWords(qint64 seconds)
{
    if (seconds < 90)
        return tr("%1 s").arg(seconds);
    const qint64 minutes = (seconds + 30) / 60;
    return minutes < 90 ? tr("%1 min").arg(minutes) : tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString progressWords(const QString &title, const DownloadProgress &progress)
{
    const QLocale locale;
    if (progress.checking)
        return tr("%1: all has come, its MD5 sum is being checked …").arg(title);
    const QString bytes = locale.formattedDataSize(progress.bytes);
    QStringList parts{progress.total > 0 ? tr("%1 of %2").arg(bytes, locale.formattedDataSize(progress.total)) : bytes};
    if (progress.speed > 0)
        parts << tr("%1 a second").arg(locale.formattedDataSize(qint64(progress.speed)));
    if (progress.secondsLeft >= 0)
        parts << tr("%1 left").arg(durationWords(progress.secondsLeft));
    return tr("%1: %2").arg(title, parts.join(QStringLiteral(", ")));
}

} // namespace ca
