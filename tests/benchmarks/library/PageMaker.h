// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ArticleMaker.h"

#include <QByteArray>

namespace ca::bench {

/// The article as a page that a browser saved, 30 to 180 kB of HTML: styles and scripts, menus, links to other articles,
/// comments and a footer around the text; its data as JSON-LD and as meta elements.
[[nodiscard]] QByteArray makePage(const MadeArticle &article);

} // namespace ca::bench
