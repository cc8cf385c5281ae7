// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/ProjectRecords.h"

#include <optional>
#include <variant>
#include <vector>

namespace ca {

/// One record before and after an edit; none = it was not there, or is no longer. At least one is there.
template <class T>
struct RecordChange {
    std::optional<T> before;
    std::optional<T> after;
    [[nodiscard]] RecordChange reversed() const { return {after, before}; }
};

using AnyRecordChange = std::variant<RecordChange<ProjectPassage>, RecordChange<ProjectLink>, RecordChange<ProjectNote>,
                                     RecordChange<RejectedSuggestion>, RecordChange<ProjectView>, RecordChange<ProjectSetting>, RecordChange<ProjectMatch>>;
/// All of it or nothing.
using ProjectEdit = std::vector<AnyRecordChange>;

/// What undoes @p edit.
[[nodiscard]] inline ProjectEdit reversed(const ProjectEdit &edit)
{
    ProjectEdit back;
    for (auto change = edit.rbegin(); change != edit.rend(); ++change)
        back.push_back(std::visit([](const auto &one) -> AnyRecordChange { return one.reversed(); }, *change));
    return back;
}

} // namespace ca
