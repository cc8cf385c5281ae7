// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureEvidence.h"
#include "figure/FigureMetadata.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace ca {

/// An Office Open XML package being put together: parts, their content types and the relationships between them
/// (ECMA-376 part 2, Open Packaging Conventions). The same calls give the same bytes.
///
/// Names of parts are written without the leading '/': "ppt/slides/slide1.xml".
class OfficePackage {
public:
    /// @p type of the content; empty for what its suffix says (.xml, .png).
    void add(const QByteArray &name, const QByteArray &type, const QByteArray &content);
    /// Says that part @p from (empty = the package) refers to @p to; the id that @p from writes for it.
    /// @p type the last word of the relationship's type in ECMA-376 part 1, "slideLayout".
    QByteArray relate(const QByteArray &from, const char *type, const QByteArray &to);
    /// The same for an address on the web: null for anything else, which gets no link.
    QByteArray relateToWeb(const QByteArray &from, const QString &address);

    /// docProps/core.xml and docProps/app.xml (part 2 § 11, part 1 § 22.2): title, subject, dates from the figure's as-of.
    void addProperties(const FigureMetadata &metadata);
    /// A custom XML part (part 1 § 22.5) that holds the evidence as JSON, referred to by @p owner.
    void addEvidence(const QByteArray &owner, const FigureEvidence &evidence);

    [[nodiscard]] QByteArray finished() const;

private:
    struct Part {
        QByteArray name, type, content;
    };
    struct Relationship {
        QByteArray type, target;
        bool outside = false;
    };
    QByteArray relateTo(const QByteArray &from, const Relationship &relationship);
    [[nodiscard]] QByteArray contentTypes() const;
    std::vector<Part> m_parts;
    std::map<QByteArray, std::vector<Relationship>> m_relationships;  ///< by the part they start from
};

namespace officexml {

inline constexpr char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// English Metric Units of logical pixels.
[[nodiscard]] QString emu(double pixels);

/// A stretch of text that one font has all letters of.
struct Run {
    QString text;
    QString font;      ///< empty = that of the style, Noto Sans
    QString language;  ///< BCP 47, as far as the script tells it; empty = that of the style
};
/// Armenian and Georgian have fonts of their own: Office does not look for missing letters as Qt does.
[[nodiscard]] std::vector<Run> runs(const QString &text);

} // namespace officexml
} // namespace ca
