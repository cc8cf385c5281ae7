// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureWriter.h"

#include "base/Logging.h"
#include "base/Tr.h"
#include "figure/DocxFile.h"
#include "figure/FigureComposition.h"
#include "figure/FigureFormats.h"
#include "figure/FigurePicture.h"
#include "figure/FilesTogether.h"
#include "figure/GeoFile.h"
#include "figure/PdfFile.h"
#include "figure/PngFile.h"
#include "figure/PptxFile.h"
#include "figure/SvgFile.h"
#include "map/Fonts.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <cmath>

namespace ca::FigureWriter {

namespace {

constexpr double leastDpi = 10;
constexpr double mostDpi = 1200;

/// Looked at before the figure is drawn: nobody should wait for a file that cannot be written.
std::optional<Error> objectionTo(const QString &path)
{
    const QFileInfo file(path), folder(file.absolutePath());
    if (file.isDir())
        return Error{tr("this is a folder, not a file"), path, 0};
    if (!folder.isDir())
        return Error{tr("there is no folder %1").arg(QDir::toNativeSeparators(folder.filePath())), path, 0};
    if (!folder.isWritable())
        return Error{tr("the folder %1 is not writable").arg(QDir::toNativeSeparators(folder.filePath())), path, 0};
    if (file.exists() && !file.isFile())
        return Error{tr("this is not a regular file"), path, 0};
    return std::nullopt;
}

/// A page too large for PNG is refused before it is worked out.
std::optional<Error> objectionTo(QSizeF page, FigureFormat format, double dpi)
{
    if (!(dpi >= leastDpi && dpi <= mostDpi))
        return Error{tr("%1 dpi: the resolution must lie between %2 and %3").arg(dpi).arg(leastDpi).arg(mostDpi), {}, 0};
    const double pixels = page.width() * page.height() * dpi * dpi / (96 * 96);
    if (format == FigureFormat::Png && pixels > FigurePicture::mostPixels)
        return Error{tr("%1 megapixels are more than the 300 this program writes").arg(std::ceil(pixels / 1e6)), {}, 0};
    return std::nullopt;
}

Result<FigureComposition> composed(const Figure &figure, FigureFormat format, const WriteOptions &options)
{
    if (const std::optional<Error> error = objectionTo(figure.page, format, options.dpi))
        return *error;
    loadFonts();
    QElapsedTimer clock;
    clock.start();
    Result<FigureComposition> composition = FigureComposition::of(figure);
    qCInfo(logFigure) << "composed in" << clock.elapsed() << "ms";
    return composition;
}

/// The figure and what belongs beside it.
Result<FilesTogether> filesOf(const FigureComposition &composition, FigureFormat format, const QString &path, const WriteOptions &options)
{
    QElapsedTimer clock;
    clock.start();
    Result<QByteArray> bytes = encode(composition, format, options);
    if (!bytes)
        return bytes.error();
    qCInfo(logFigure) << "encoded in" << clock.elapsed() << "ms";
    const Result<std::vector<geofile::SideFile>> beside = geofile::sideFiles(composition, format, *bytes, options);
    if (!beside)
        return beside.error();
    FilesTogether files(path);
    files.add(path, *bytes);
    for (const geofile::SideFile &file : *beside)
        files.add(geofile::sidePath(path, file), file.bytes);
    Result<FilesTogether> result(std::move(files));
    result.warn(bytes.warnings());
    return result;
}

} // namespace

Result<FigureFormat> formatFor(const QString &path)
{
    const QString given = QFileInfo(path).suffix().toLower(), suffix = given == QLatin1String("tiff") ? QStringLiteral("tif") : given;
    for (const FigureFormatWords &words : figureFormats()) {  // the plain PDF before the georeferenced one
        if (words.suffix == suffix)
            return words.format;
    }
    return Error{tr("figures are written as .png, .svg, .pdf, .tif, .pptx or .docx"), path, 0};
}

void paint(QPainter &painter, const Figure &figure)
{
    loadFonts();
    const Result<FigureComposition> composition = FigureComposition::of(figure);
    if (!composition) {
        qCWarning(logFigure) << composition.error().text();
        return;
    }
    composition->paint(painter, std::hypot(painter.deviceTransform().m11(), painter.deviceTransform().m12()));
}

Result<QByteArray> encode(const FigureComposition &composition, FigureFormat format, const WriteOptions &options)
{
    switch (format) {
    case FigureFormat::Png:
        return pngfile::encode(composition, options);
    case FigureFormat::Svg:
        return svgfile::encode(composition, options);
    case FigureFormat::Pdf:
        return pdffile::encode(composition, options);
    case FigureFormat::GeoPdf:
        return geofile::encodePdf(composition, options);
    case FigureFormat::Tiff:
        return geofile::encodeTiff(composition, options);
    case FigureFormat::Pptx:
        return pptxfile::encode(composition, options);
    case FigureFormat::Docx:
        return docxfile::encode(composition, options);
    }
    return Error{tr("this format cannot be written"), {}, 0};
}

Result<QByteArray> encode(const Figure &figure, FigureFormat format, const WriteOptions &options)
{
    const Result<FigureComposition> composition = composed(figure, format, options);
    if (!composition)
        return composition.error();
    Result<QByteArray> bytes = encode(*composition, format, options);
    bytes.warn(composition->warnings);
    return bytes;
}

Result<Done> write(const Figure &figure, const QString &path, const WriteOptions &options)
{
    const Result<FigureFormat> format = options.format ? Result<FigureFormat>(*options.format) : formatFor(path);
    if (!format)
        return format.error();
    if (const std::optional<Error> error = objectionTo(path))
        return *error;
    const Result<FigureComposition> composition = composed(figure, *format, options);
    if (!composition)
        return Error{composition.error().message, path, 0};
    Result<Done> done = write(*composition, path, options);
    done.warn(composition->warnings);
    return done;
}

Result<Done> write(const FigureComposition &composition, const QString &path, const WriteOptions &options)
{
    const Result<FigureFormat> format = options.format ? Result<FigureFormat>(*options.format) : formatFor(path);
    if (!format)
        return format.error();
    if (const std::optional<Error> error = objectionTo(path))
        return *error;
    if (const std::optional<Error> error = objectionTo(composition.page, *format, options.dpi))
        return Error{error->message, path, 0};
    const Result<FilesTogether> files = filesOf(composition, *format, path, options);
    if (!files)
        return Error{files.error().message, path, 0};
    Result<Done> done = files->write(options.cancel);
    done.warn(files.warnings());
    return done;
}

} // namespace ca::FigureWriter
