// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PdfImage.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace ca::pdf {

namespace {

constexpr qsizetype largeBytes = 512 * 1024;  ///< of a picture that is worth a try as JPEG
constexpr int jpegQuality = 92;
constexpr double farSmaller = 0.5;

/// Rows without what QImage puts at their ends.
QByteArray packed(const QImage &image)
{
    const qsizetype row = qsizetype(image.width()) * image.depth() / 8;
    QByteArray bytes;
    bytes.reserve(row * image.height());
    for (int y = 0; y < image.height(); ++y)
        bytes.append(reinterpret_cast<const char *>(image.constScanLine(y)), row);
    return bytes;
}

QByteArray entries(const QImage &image, const char *space)
{
    return "/Type /XObject /Subtype /Image /Width " + QByteArray::number(image.width()) + " /Height " + QByteArray::number(image.height())
        + " /BitsPerComponent 8 /ColorSpace " + space;
}

QByteArray jpeg(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", jpegQuality);
    return bytes;
}

bool opaque(const QImage &alpha)
{
    for (int y = 0; y < alpha.height(); ++y) {
        const uchar *row = alpha.constScanLine(y);
        if (!std::all_of(row, row + alpha.width(), [](uchar a) { return a == 255; }))
            return false;
    }
    return true;
}

} // namespace

int addImage(PdfDocument &document, const QImage &image)
{
    QByteArray mask;
    if (image.hasAlphaChannel()) {
        const QImage alpha = image.convertToFormat(QImage::Format_Alpha8);
        if (!opaque(alpha))
            mask = " /SMask " + reference(document.addStream(entries(alpha, "/DeviceGray"), packed(alpha)));
    }
    const QImage color = image.convertToFormat(QImage::Format_ARGB32).convertToFormat(QImage::Format_RGB888);
    const QByteArray plain = deflated(packed(color));
    if (plain.size() > largeBytes) {
        if (const QByteArray small = jpeg(color); !small.isEmpty() && double(small.size()) < double(plain.size()) * farSmaller)
            return document.addStream(entries(color, "/DeviceRGB") + mask + " /Filter /DCTDecode", small);
    }
    return document.addStream(entries(color, "/DeviceRGB") + mask + " /Filter /FlateDecode", plain);
}

} // namespace ca::pdf
