// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "figure/FigureView.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace ca {

struct FigureComposition;

/// What an exported figure carries inside, so that its reader can check it and its author can go on with it.
struct FigureEvidence {
    QJsonArray sources;             ///< CSL-JSON items of the records cited
    QJsonArray passages;            ///< anchors (never whole sentences of bundled articles), record, paragraph, claim, digest;
                                    ///< the user's own as W3C Web Annotations
    QJsonObject data;               ///< atlas title, version, date; credits and licences of what is drawn; software;
                                    ///< projection; facts of the subjects cited and what contradicts their passages
    std::optional<FigureView> view; ///< none where the caller has none

    [[nodiscard]] static FigureEvidence of(const FigureComposition &figure, const std::optional<FigureView> &view);
    /// {"corridor-atlas": 1, "sources": …, "passages": …, "data": …, "view": …}: compact, sorted keys, UTF-8.
    [[nodiscard]] QByteArray toJson() const;
    /// Of the element "evidence" that holds the JSON as its text, in files that are XML or hold some.
    static constexpr const char *xmlNamespace = "urn:corridor-atlas:evidence:1";
    static constexpr qsizetype maxBytes = 16 * 1024 * 1024;
    /// Fails on what is no evidence, on newer versions and above maxBytes.
    [[nodiscard]] static Result<FigureEvidence> fromJson(const QByteArray &json);
    /// Looks into a file that FigureWriter wrote: PNG, SVG, PDF, TIFF, PPTX or DOCX, told by its content. The file may be
    /// hostile: bounded memory, nothing fetched. Fails with "carries no evidence" where there is none.
    [[nodiscard]] static Result<FigureEvidence> readFrom(const QString &path);
    bool operator==(const FigureEvidence &) const = default;
};

} // namespace ca
