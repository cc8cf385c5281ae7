// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/PdfDocument.h"

#include <QPointF>
#include <QRawFont>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace ca {

/// The fonts of a PDF file: which glyphs of which are used, and subsets of them embedded with the way back to Unicode.
class PdfFonts {
public:
    PdfFonts();
    ~PdfFonts();
    Q_DISABLE_COPY(PdfFonts)

    /// Glyphs of one font in a line.
    struct Run {
        int font = 0;                    ///< as in "/F1"
        bool slanted = false;            ///< the font has no italic: it is drawn slanted
        std::vector<quint32> glyphs;
        std::vector<QPointF> places;     ///< from the left end of the baseline, the font's pixels
        std::vector<double> widths;      ///< as the file knows them, in thousandths of the font's size
        bool known = true;               ///< whether every glyph leads back to its letter
    };
    /// @p text shaped in @p font. Empty where a font cannot be embedded: the letters have to be drawn as shapes.
    [[nodiscard]] std::vector<Run> shaped(const QString &text, const QFont &font);

    /// "/F1 5 0 R /F2 …", of fonts added to @p document. Call once, at the end.
    [[nodiscard]] QByteArray write(PdfDocument &document) const;

private:
    struct Face;
    Face *faceOf(const QRawFont &font);
    std::vector<std::unique_ptr<Face>> m_faces;
};

} // namespace ca
