// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/MinHash.h"

#include "anchor/Normaliser.h"
#include "anchor/PrintedText.h"
#include "anchor/Words.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <xxhash.h>

#include <algorithm>
#include <limits>

namespace ca {
namespace {

constexpr int shingleWords = 5;
constexpr quint64 prime = (quint64(1) << 61) - 1;
constexpr int bytesOfSignature = 1 + 4 + 4 * TextSignature::hashes;

quint64 splitMix(quint64 &state)
{
    state += 0x9E3779B97F4A7C15ULL;
    quint64 z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

struct Function {
    quint64 a = 1;
    quint64 b = 0;
};

std::array<Function, TextSignature::hashes> makeFunctions()
{
    std::array<Function, TextSignature::hashes> all;
    quint64 state = 0x436F727269646F72ULL;
    for (Function &f : all) {
        f.a = splitMix(state) % (prime - 1) + 1;
        f.b = splitMix(state) % prime;
    }
    return all;
}

/// (a * x + b) mod 2^61 - 1, without a 128-bit type: x is cut in two.
quint64 applied(const Function &f, quint64 x)
{
    const auto reduced = [](quint64 v) {
        v = (v & prime) + (v >> 61);
        return v >= prime ? v - prime : v;
    };
    const auto times = [&](quint64 a, quint64 b32) {  // a < 2^61, b32 < 2^32
        const quint64 low = (a & 0x1FFFFFFFULL) * b32;          // 29 bits by 32
        const quint64 high = (a >> 29) * b32;                   // 32 bits by 32: weighs 2^29
        const quint64 highLow = (high & 0xFFFFFFFFULL) << 29;   // under 2^61
        const quint64 highHigh = high >> 32;                    // weighs 2^61 = 1
        return reduced(reduced(low) + reduced(highLow) + highHigh);
    };
    x = reduced(x);
    const quint64 upper = times(f.a, x >> 32);
    // 2^32 in one step would need more bits than there are.
    const quint64 shifted = times(times(upper, 1ULL << 31), 2);
    return reduced(reduced(shifted + times(f.a, x & 0xFFFFFFFFULL)) + f.b);
}

/// Hashes of the different shingles.
std::vector<quint64> shinglesOf(const QString &text)
{
    const QString written = asWritten(normalise(text).text).text;
    QByteArray all;
    std::vector<qsizetype> starts;
    for (const Word &word : wordsOf(written)) {
        if (word.kind == Word::Kind::Mark)
            continue;
        starts.push_back(all.size());
        all += foldedCase(QStringView(written).mid(word.start, word.length)).toUtf8() + ' ';
    }
    std::vector<quint64> hashes;
    const std::size_t words = starts.size();
    const std::size_t inOne = std::min<std::size_t>(shingleWords, words);
    starts.push_back(all.size());
    for (std::size_t i = 0; inOne > 0 && i + inOne <= words; ++i) {
        const qsizetype length = starts[i + inOne] - starts[i] - 1;  // without the last blank
        hashes.push_back(XXH3_64bits(all.constData() + starts[i], static_cast<std::size_t>(length)));
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

} // namespace

QByteArray TextSignature::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << version << shingles;
    for (const quint32 value : least)
        stream << value;
    return bytes;
}

std::optional<TextSignature> TextSignature::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != bytesOfSignature)
        return std::nullopt;
    QDataStream stream(bytes);
    stream.setByteOrder(QDataStream::LittleEndian);
    quint8 of = 0;
    TextSignature signature;
    stream >> of >> signature.shingles;
    for (quint32 &value : signature.least)
        stream >> value;
    if (of != version)
        return std::nullopt;
    return signature;
}

TextSignature signatureOf(const QString &text)
{
    static const std::array<Function, TextSignature::hashes> functions = makeFunctions();
    TextSignature signature;
    signature.least.fill(std::numeric_limits<quint32>::max());
    const std::vector<quint64> shingles = shinglesOf(text);
    signature.shingles = static_cast<quint32>(shingles.size());
    for (std::size_t i = 0; i < functions.size(); ++i) {
        quint64 least = prime;
        for (const quint64 shingle : shingles)
            least = std::min(least, applied(functions[i], shingle));
        // The top 32 of 61 bits.
        if (!shingles.empty())
            signature.least[i] = static_cast<quint32>(least >> 29);
    }
    return signature;
}

double likeness(const TextSignature &a, const TextSignature &b)
{
    if (a.shingles == 0 || b.shingles == 0)
        return 0;
    int same = 0;
    for (std::size_t i = 0; i < a.least.size(); ++i)
        same += a.least[i] == b.least[i] ? 1 : 0;
    return double(same) / TextSignature::hashes;
}

double containment(const TextSignature &a, const TextSignature &b)
{
    const double j = likeness(a, b);
    const double smaller = std::min(a.shingles, b.shingles);
    if (smaller == 0)
        return 0;
    // |A ∩ B| = J / (1 + J) * (|A| + |B|)
    const double common = j / (1 + j) * (double(a.shingles) + double(b.shingles));
    return std::min(1.0, common / smaller);
}

std::vector<qint64> bandKeys(const TextSignature &signature)
{
    std::vector<qint64> keys;
    if (signature.shingles == 0)
        return keys;
    constexpr int rows = TextSignature::hashes / TextSignature::bands;
    for (int band = 0; band < TextSignature::bands; ++band) {
        std::array<uchar, 4 * rows> bytes{};
        for (int row = 0; row < rows; ++row)
            qToLittleEndian(signature.least[static_cast<std::size_t>(band * rows + row)], bytes.data() + 4 * row);
        const quint64 hash = XXH3_64bits(bytes.data(), bytes.size()) & 0x00FFFFFFFFFFFFFFULL;
        keys.push_back(static_cast<qint64>((quint64(band) << 56) | hash));
    }
    return keys;
}

} // namespace ca
