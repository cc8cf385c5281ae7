// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AuthorName.h"

#include <QSettings>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace ca {
namespace {

const QString authorKey = QStringLiteral("user/author");

} // namespace

QString accountName()
{
#ifdef Q_OS_UNIX
    if (const passwd *account = getpwuid(getuid())) {
        // "Full Name,room,telephone"
        const QString full = QString::fromLocal8Bit(account->pw_gecos).section(u',', 0, 0).trimmed();
        return full.isEmpty() ? QString::fromLocal8Bit(account->pw_name) : full;
    }
#endif
    return qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
}

QString authorName()
{
    const QString chosen = QSettings().value(authorKey).toString().trimmed();
    return chosen.isEmpty() ? accountName() : chosen;
}

void setAuthorName(const QString &name)
{
    QSettings settings;
    if (name.trimmed().isEmpty() || name.trimmed() == accountName())
        settings.remove(authorKey);
    else
        settings.setValue(authorKey, name.trimmed());
}

} // namespace ca
