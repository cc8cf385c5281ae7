// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QNetworkRequest>

class QNetworkReply;

/// What all requests for extracts have in common.
namespace ca::http {

/// Without cookies and compression; redirects never lead from https to http.
[[nodiscard]] QNetworkRequest request(const QUrl &url);
/// Status of the last response; 0 = there was none.
[[nodiscard]] int status(const QNetworkReply &reply);
/// Why @p reply failed, in words for the user; @p silent: it was given up because nothing came any more.
[[nodiscard]] Error error(const QNetworkReply &reply, bool silent);
/// UTC; invalid = not told.
[[nodiscard]] QDateTime lastModified(const QNetworkReply &reply);
/// As stated; -1 = not told.
[[nodiscard]] qint64 length(const QNetworkReply &reply);

} // namespace ca::http
