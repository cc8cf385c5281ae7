// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/ProjectEdit.h"

#include <QMetaType>
#include <QSet>

namespace ca {

/// What an edit, its undoing or another project changed, for those who show it. All of it when everything is another's.
struct ProjectNews {
    bool everything = false;
    QSet<QString> passages;
    QSet<QString> links;
    QSet<QString> subjects;    ///< whose links changed
    QSet<QString> documents;   ///< SHA-256 of texts whose passages or rejections changed
    QSet<QString> notes;       ///< ids of what the notes are on; the empty one is the project's
    QSet<QString> views;
    QSet<QString> settings;
    QSet<QString> matches;     ///< segments whose line from OpenStreetMap changed, or whether it is drawn

    [[nodiscard]] static ProjectNews of(const ProjectEdit &edit);
    [[nodiscard]] static ProjectNews ofEverything();
};

} // namespace ca

Q_DECLARE_METATYPE(ca::ProjectNews)
