// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/IndexMap.h"

#include <limits>

namespace ca {
namespace {

constexpr int bits = 7;
constexpr unsigned more = 0x80;
constexpr int fastest = 1;  // of zlib's levels: the differences are nearly all 1

} // namespace

QByteArray packOffsets(const std::vector<int> &offsets)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(offsets.size()) + 8);
    int last = 0;
    for (const int offset : offsets) {
        auto rest = static_cast<unsigned>(offset - last);
        for (; rest >= more; rest >>= bits)
            bytes.append(static_cast<char>((rest & (more - 1)) | more));
        bytes.append(static_cast<char>(rest));
        last = offset;
    }
    return bytes.isEmpty() ? QByteArray() : qCompress(bytes, fastest);
}

std::vector<int> unpackOffsets(const QByteArray &packed)
{
    std::vector<int> offsets;
    const QByteArray bytes = packed.isEmpty() ? QByteArray() : qUncompress(packed);
    qint64 last = 0;
    qint64 number = 0;
    int shift = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        number |= static_cast<qint64>(byte & (more - 1)) << shift;
        shift += bits;
        if (shift > 35 || last + number > std::numeric_limits<int>::max())
            return {};
        if (byte & more)
            continue;
        last += number;
        offsets.push_back(static_cast<int>(last));
        number = 0;
        shift = 0;
    }
    return shift == 0 ? offsets : std::vector<int>();
}

} // namespace ca
