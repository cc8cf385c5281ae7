// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LabelPictures.h"

#include "map/LabelGrid.h"
#include "map/LabelText.h"
#include "raster/Halo.h"
#include "raster/Pixels.h"

#include <QCache>
#include <QPainter>

#include <cmath>
#include <mutex>

namespace ca::LabelPictures {
namespace {

constexpr qsizetype mostPictureBytes = 10 << 20;  // some thousand labels
constexpr double anglesPerDegree = 64;  // finer than can be seen along a label

struct Key {
    QString text;
    TextStyle style;
    int angle = 0;     ///< in steps of anglesPerDegree
    int scale = 0;     ///< in 1/1024
    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed = 0)
{
    return qHashMulti(seed, key.text, key.style.size, key.style.bold, key.style.color.rgba(), key.angle, key.scale);
}

/// Room for every stroke of a font beyond its measured box: accents, hooks, slants.
double marginOf(const TextStyle &style)
{
    return style.size * 0.45 + style.haloWidth + 1;
}

raster::Coverage coverageOf(const QImage &alpha)
{
    raster::Coverage coverage{alpha.width(), alpha.height(), {}};
    coverage.values.reserve(std::size_t(alpha.width()) * std::size_t(alpha.height()));
    for (int y = 0; y < alpha.height(); ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(alpha.constScanLine(y));
        for (int x = 0; x < alpha.width(); ++x)
            coverage.values.push_back(std::uint8_t(qAlpha(row[x])));
    }
    return coverage;
}

/// The text alone, opaque.
QImage plainText(const QString &text, const TextStyle &style, double angle, double scale, QSize size, QPoint baseline)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(0);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    TextStyle bare = style;
    bare.haloWidth = 0;
    bare.color = Qt::black;
    LabelText::paint(painter, text, bare, QPointF(baseline) / scale, angle);
    return image;
}

Picture drawn(const Key &key, double scale)
{
    const double angle = key.angle / anglesPerDegree;
    const LabelText::Measure m = LabelText::measure(key.text, key.style);
    const double margin = marginOf(key.style);
    const TurnedBox box = TurnedBox::ofText({0, 0}, m.width, m.ascent, (m.lines - 1) * m.lineStep + m.descent, angle, margin);
    const QRect area = QRectF(box.bounds().topLeft() * scale, box.bounds().size() * scale).toAlignedRect();
    Picture picture;
    picture.baseline = -area.topLeft();
    picture.image = plainText(key.text, key.style, angle, scale, area.size(), picture.baseline);
    const raster::Coverage text = coverageOf(picture.image);
    const bool haloed = key.style.haloWidth > 0 && key.style.halo.alpha() > 0;
    const raster::Coverage halo = haloed ? raster::grown(text, key.style.haloWidth * scale) : text;
    const raster::Pixel ink = qPremultiply(key.style.color.rgba()), ground = haloed ? qPremultiply(key.style.halo.rgba()) : 0;
    for (int y = 0; y < text.height; ++y) {
        auto *row = reinterpret_cast<raster::Pixel *>(picture.image.scanLine(y));
        for (int x = 0; x < text.width; ++x) {
            const auto i = std::size_t(y) * std::size_t(text.width) + std::size_t(x);
            row[x] = raster::over(raster::scaledPixel(ink, text.values[i]), raster::scaledPixel(ground, halo.values[i]));
        }
    }
    return picture;
}

} // namespace

Picture of(const QString &text, const TextStyle &style, double angle, double scale)
{
    static std::mutex mutex;
    static QCache<Key, Picture> kept(mostPictureBytes);
    const Key key{text, style, int(std::lround(angle * anglesPerDegree)), int(std::lround(scale * 1024))};
    {
        const std::lock_guard lock(mutex);
        if (const Picture *known = kept.object(key))
            return *known;
    }
    const Picture picture = drawn(key, scale);
    const std::lock_guard lock(mutex);
    kept.insert(key, new Picture(picture), picture.image.sizeInBytes() + 256);
    return picture;
}

} // namespace ca::LabelPictures
