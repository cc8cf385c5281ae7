// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PngFile.h"

#include "figure/FigureEvidence.h"
#include "figure/FigureMetadata.h"
#include "figure/FigurePicture.h"
#include "figure/PngChunks.h"
#include "figure/PngRows.h"

#include <functional>

namespace ca::pngfile {

namespace {

Result<QList<PngRows>> rowsOf(const FigurePicture &picture, const CancelToken &cancel)
{
    QList<PngRows> rows(qsizetype(picture.pieceCount()));
    PngRows *deflated = rows.data();  // each piece has its own, whatever thread it is on
    const Result<Done> painted = picture.paintPieces(cancel, [&](const FigurePicture::Piece &piece) {
        deflated[piece.index] = PngRows::of(piece.picture, piece.first, piece.end, picture.hasAlpha(), piece.last);
    });
    return painted ? Result<QList<PngRows>>(rows) : Result<QList<PngRows>>(painted.error());
}

/// @p addWords puts in what comes before the pixels.
Result<QByteArray> written(const FigurePicture &picture, const WriteOptions &options, const std::function<void(PngChunks &)> &addWords)
{
    const Result<QList<PngRows>> rows = rowsOf(picture, options.cancel);
    if (!rows)
        return rows.error();
    PngChunks file(picture.size(), picture.hasAlpha());
    file.setResolution(options.dpi);
    addWords(file);
    file.addPixels(PngRows::joined(*rows));
    return file.finished();
}

} // namespace

Result<QByteArray> encode(const FigurePicture &picture, const WriteOptions &options)
{
    return written(picture, options, [](PngChunks &) {});
}

Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options)
{
    const Result<FigurePicture> picture =
        options.worldFile ? FigurePicture::ofMap(figure, options.dpi) : FigurePicture::ofPage(figure, options.dpi);
    if (!picture)
        return picture.error();
    return written(*picture, options, [&](PngChunks &file) {
        for (const auto &[key, value] : FigureMetadata::of(figure).textChunks())
            file.addText(key, value);
        file.addUtf8(QStringLiteral("CorridorAtlas"), FigureEvidence::of(figure, options.view).toJson());
    });
}

} // namespace ca::pngfile
