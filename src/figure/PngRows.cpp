// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PngRows.h"

#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace ca {

namespace {

enum class Filter : uchar { None = 0, Sub = 1, Up = 2 };
using Row = std::vector<uchar>;

constexpr int level = 3;             // of maps: a sixth larger than the best, in less than half the time
constexpr int window = 32 << 10;     // how far zlib looks back
constexpr qsizetype growth = 1 << 18;

/// Filters rows and deflates them as they come.
class RowDeflater {
public:
    RowDeflater(const QImage &image, bool alpha)
        : m_image(image), m_channels(alpha ? 4 : 3), m_now(std::size_t(image.width() * m_channels)), m_above(m_now.size()),
          m_filtered(m_now.size() + 1)
    {
        deflateInit2(&m_stream, level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    }
    ~RowDeflater() { deflateEnd(&m_stream); }
    Q_DISABLE_COPY(RowDeflater)

    void add(int y)
    {
        std::swap(m_now, m_above);
        read(y);
        filter(m_first ? Filter::None : bestFilter());
        m_first = false;
        m_rows.adler = quint32(adler32_z(m_rows.adler, m_filtered.data(), m_filtered.size()));
        m_rows.rawBytes += qint64(m_filtered.size());
        deflateFiltered(Z_NO_FLUSH);
    }
    PngRows finished(bool last)
    {
        m_filtered.clear();
        deflateFiltered(last ? Z_FINISH : Z_SYNC_FLUSH);
        m_rows.deflated.truncate(m_used);
        return std::move(m_rows);
    }

private:
    void read(int y)
    {
        if (m_channels == 3)
            return read<3>(m_image.constScanLine(y));
        // Qt's own conversion: a pixel of the file is the pixel that others get from the same image.
        const QImage row(m_image.constScanLine(y), m_image.width(), 1, QImage::Format_ARGB32_Premultiplied);
        read<4>(row.convertToFormat(QImage::Format_ARGB32).constScanLine(0));
    }

    template <int channels>
    void read(const uchar *line)
    {
        const auto *pixels = reinterpret_cast<const QRgb *>(line);
        uchar *to = m_now.data();
        for (int x = 0; x < m_image.width(); ++x, to += channels) {
            to[0] = uchar(qRed(pixels[x]));
            to[1] = uchar(qGreen(pixels[x]));
            to[2] = uchar(qBlue(pixels[x]));
            if (channels == 4)
                to[3] = uchar(qAlpha(pixels[x]));
        }
    }

    /// Most of a map is areas of one colour and lines of a few: there zlib finds more in the plain pixels of this row and the one
    /// above than in any difference, as long as it can look that far back. Pictures are for differences.
    [[nodiscard]] Filter bestFilter() const
    {
        const std::size_t step = std::size_t(m_channels);
        std::size_t changes = 0;
        unsigned long sub = 0, up = 0;
        for (std::size_t i = step; i < m_now.size(); ++i) {
            const int left = m_now[i] - m_now[i - step], above = m_now[i] - m_above[i];
            changes += left != 0;
            sub += unsigned(std::abs(left));
            up += unsigned(std::abs(above));
        }
        const bool flat = changes * 4 < m_now.size();
        if (flat && m_filtered.size() < window)
            return Filter::None;
        return up <= sub ? Filter::Up : Filter::Sub;
    }

    void filter(Filter chosen)
    {
        const std::size_t size = m_now.size(), step = std::size_t(m_channels);
        m_filtered.resize(size + 1);
        m_filtered[0] = uchar(chosen);
        uchar *to = m_filtered.data() + 1;
        if (chosen == Filter::None) {
            std::copy(m_now.begin(), m_now.end(), to);
        } else if (chosen == Filter::Up) {
            for (std::size_t i = 0; i < size; ++i)
                to[i] = uchar(m_now[i] - m_above[i]);
        } else {
            std::copy_n(m_now.begin(), std::min(step, size), to);
            for (std::size_t i = step; i < size; ++i)
                to[i] = uchar(m_now[i] - m_now[i - step]);
        }
    }

    void deflateFiltered(int flush)
    {
        m_stream.next_in = m_filtered.data();
        m_stream.avail_in = uInt(m_filtered.size());
        do {
            if (m_rows.deflated.size() - m_used < growth / 2)
                m_rows.deflated.resize(m_rows.deflated.size() + growth);
            const auto room = uInt(std::min<qsizetype>(m_rows.deflated.size() - m_used, window * window));
            m_stream.next_out = reinterpret_cast<Bytef *>(m_rows.deflated.data()) + m_used;
            m_stream.avail_out = room;
            deflate(&m_stream, flush);
            m_used += qsizetype(room - m_stream.avail_out);
        } while (m_stream.avail_out == 0);
    }

    const QImage &m_image;
    int m_channels;
    Row m_now, m_above, m_filtered;
    bool m_first = true;   ///< the row above belongs to others
    z_stream m_stream{};
    PngRows m_rows;
    qsizetype m_used = 0;  ///< bytes of m_rows.deflated
};

} // namespace

PngRows PngRows::of(const QImage &image, int first, int end, bool alpha, bool last)
{
    RowDeflater deflater(image, alpha);
    for (int y = first; y < end; ++y)
        deflater.add(y);
    return deflater.finished(last);
}

QByteArray PngRows::joined(const QList<PngRows> &parts)
{
    QByteArray stream("\x78\x5e", 2);  // deflate, 32 KB window, a level below the usual
    quint32 adler = 1;
    for (const PngRows &part : parts) {
        stream += part.deflated;
        adler = quint32(adler32_combine64(adler, part.adler, part.rawBytes));
    }
    const quint32 check = qToBigEndian(adler);
    return stream.append(reinterpret_cast<const char *>(&check), sizeof check);
}

} // namespace ca
