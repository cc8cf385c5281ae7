// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace ca::bench {

/// What one process measures; "error" in the object tells what went wrong. Times in milliseconds.
struct Task {
    QString pages;     ///< folder of the pages
    QString library;   ///< file
    int articles = 2000;
};

[[nodiscard]] QJsonObject generate(const Task &task);
[[nodiscard]] QJsonObject import(const Task &task);
/// Opening, listing, verdicts, searching.
[[nodiscard]] QJsonObject use(const Task &task);
[[nodiscard]] QJsonObject suggest(const Task &task);

} // namespace ca::bench
