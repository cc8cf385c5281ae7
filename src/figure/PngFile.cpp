// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PngFile.h"

#include "figure/FigureEvidence.h"
#include "figure/FigureMetadata.h"
#include "figure/FigurePicture.h"
#include "figure/PngChunks.h"
#include "figure/PngRows.h"

namespace ca::pngfile {

Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options)
{
    const Result<FigurePicture> picture =
        options.worldFile ? FigurePicture::ofMap(figure, options.dpi) : FigurePicture::ofPage(figure, options.dpi);
    if (!picture)
        return picture.error();
    QList<PngRows> rows(qsizetype(picture->pieceCount()));
    PngRows *deflated = rows.data();  // each piece has its own, whatever thread it is on
    const Result<Done> painted = picture->paintPieces(options.cancel, [&](const FigurePicture::Piece &piece) {
        deflated[piece.index] = PngRows::of(piece.picture, piece.first, piece.end, picture->hasAlpha(), piece.last);
    });
    if (!painted)
        return painted.error();
    PngChunks file(picture->size(), picture->hasAlpha());
    file.setResolution(options.dpi);
    for (const auto &[key, value] : FigureMetadata::of(figure).textChunks())
        file.addText(key, value);
    file.addUtf8(QStringLiteral("CorridorAtlas"), FigureEvidence::of(figure, options.view).toJson());
    file.addPixels(PngRows::joined(rows));
    return file.finished();
}

} // namespace ca::pngfile
