// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace ca {

/// A short fingerprint of a text by which near copies of an article are recognised: the least values of 64
/// hash functions over its shingles, runs of five words (case folded, without marks, as PrintedText would
/// have them within a line). The hash functions are fixed: h_i(x) = (a_i * x + b_i) mod (2^61 - 1), x the
/// XXH3 of the shingle's UTF-8, its words joined by blanks; a_i and b_i from SplitMix64 seeded with
/// 0x436F727269646F72. Signatures of one version compare on every machine.
struct TextSignature {
    static constexpr int hashes = 64;
    static constexpr int bands = 16;  ///< of four values each
    static constexpr quint8 version = 1;

    std::array<quint32, hashes> least{};
    quint32 shingles = 0;  ///< different ones; 0 = an empty text, which is like nothing

    /// Version, shingles and values, little-endian; 261 bytes.
    [[nodiscard]] QByteArray toBytes() const;
    /// Nothing when the bytes are of another version or length.
    [[nodiscard]] static std::optional<TextSignature> fromBytes(const QByteArray &bytes);
    bool operator==(const TextSignature &) const = default;
};

/// Texts under five words have one shingle of all their words. Pure, thread-safe.
[[nodiscard]] TextSignature signatureOf(const QString &text);

/// Estimated Jaccard likeness of the shingles, 0 to 1; standard error about 0.06 at 0.5.
[[nodiscard]] double likeness(const TextSignature &a, const TextSignature &b);
/// Estimated share of the smaller text's shingles that the larger holds, 0 to 1: 1 for an excerpt. Rough
/// where one is many times longer than the other.
[[nodiscard]] double containment(const TextSignature &a, const TextSignature &b);

/// One key per band, its number in the top byte: texts that share a key are candidates for near copies.
/// Two texts with likeness 0.5 share one with probability 0.64, with 0.7 0.99, with 0.2 0.03. Empty for
/// an empty text. As qint64, which is what SQLite keeps.
[[nodiscard]] std::vector<qint64> bandKeys(const TextSignature &signature);

} // namespace ca
