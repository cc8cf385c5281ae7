// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/LayerModel.h"

#include <memory>
#include <vector>

namespace ca {

/// One row of LayerModel. Owned by its parent.
struct LayerNode {
    LayerModel::Kind kind = LayerModel::Kind::Group;
    QString id;
    QString corridor;
    QString title;
    QString detail;
    QString tip;
    QString search;
    Mode mode = Mode::Other;
    Status status = Status::Unknown;
    SubjectKind subjectKind = SubjectKind::Context;
    LayerNode *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<LayerNode>> children;

    LayerNode *add(std::unique_ptr<LayerNode> child);
};

/// The tree of a session's atlas and base map under its present look. Without an atlas only the root.
[[nodiscard]] std::unique_ptr<LayerNode> buildLayerNodes(const Session &session);

} // namespace ca
