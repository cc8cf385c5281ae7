// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureWriter.h"

#include "base/Logging.h"
#include "figure/DocxFile.h"
#include "figure/FigureComposition.h"
#include "figure/PdfFile.h"
#include "figure/PngFile.h"
#include "figure/PptxFile.h"
#include "figure/SvgFile.h"
#include "map/Fonts.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>

#include <cmath>

namespace ca::FigureWriter {

namespace {

constexpr double leastDpi = 10;
constexpr double mostDpi = 1200;

QString tr(const char *text)
{
    return QCoreApplication::translate("FigureWriter", text);
}

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

Result<Done> save(const QByteArray &bytes, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{tr("cannot be written: %1").arg(file.errorString()), path, 0};
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        const QString reason = file.errorString();
        file.cancelWriting();
        return Error{tr("could not be written whole (%1); nothing was left behind").arg(reason), path, 0};
    }
    return Done{};
}

/// A page too large for PNG is refused before it is worked out.
std::optional<Error> objectionTo(const Figure &figure, FigureFormat format, double dpi)
{
    if (!(dpi >= leastDpi && dpi <= mostDpi))
        return Error{tr("%1 dpi: the resolution must lie between %2 and %3").arg(dpi).arg(leastDpi).arg(mostDpi), {}, 0};
    const double pixels = figure.page.width() * figure.page.height() * dpi * dpi / (96 * 96);
    if (format == FigureFormat::Png && pixels > pngfile::mostPixels)
        return Error{tr("%1 megapixels are more than the 300 this program writes").arg(std::ceil(pixels / 1e6)), {}, 0};
    return std::nullopt;
}

} // namespace

Result<FigureFormat> formatFor(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return FigureFormat::Png;
    if (suffix == QLatin1String("svg"))
        return FigureFormat::Svg;
    if (suffix == QLatin1String("pdf"))
        return FigureFormat::Pdf;
    if (suffix == QLatin1String("pptx"))
        return FigureFormat::Pptx;
    if (suffix == QLatin1String("docx"))
        return FigureFormat::Docx;
    return Error{tr("figures are written as .png, .svg, .pdf, .pptx or .docx"), path, 0};
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
    case FigureFormat::Tiff:
        break;
    case FigureFormat::Pptx:
        return pptxfile::encode(composition, options);
    case FigureFormat::Docx:
        return docxfile::encode(composition, options);
    }
    return Error{tr("this format cannot be written"), {}, 0};
}

Result<QByteArray> encode(const Figure &figure, FigureFormat format, const WriteOptions &options)
{
    if (const std::optional<Error> error = objectionTo(figure, format, options.dpi))
        return *error;
    loadFonts();
    QElapsedTimer clock;
    clock.start();
    const Result<FigureComposition> composition = FigureComposition::of(figure);
    if (!composition)
        return composition.error();
    const qint64 composed = clock.elapsed();
    Result<QByteArray> bytes = encode(*composition, format, options);
    qCInfo(logFigure) << "composed in" << composed << "ms, encoded in" << clock.elapsed() - composed << "ms";
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
    Result<QByteArray> bytes = encode(figure, *format, options);
    if (!bytes)
        return Error{bytes.error().message, path, 0};
    Result<Done> done = save(*bytes, path);
    done.warn(bytes.warnings());
    return done;
}

} // namespace ca::FigureWriter
