// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/SharedArray.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

namespace ca {

/// A fast checksum of a whole file (XXH3, 128 bits): tells whether it is the same, not who made it. Empty when the file
/// cannot be read.
[[nodiscard]] QByteArray fileHash(const QString &path);
[[nodiscard]] QByteArray bytesHash(std::span<const std::byte> bytes);

/// Gathers arrays, numbers and texts for a file from which CacheReader takes them in the same order. For what can be made
/// again at any time: the layout is that of this machine and this build.
class CacheWriter {
public:
    template <class T>
    void array(std::span<const T> values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        number(values.size());
        align();
        append(std::as_bytes(values));
    }
    void number(std::uint64_t value) { append(std::as_bytes(std::span(&value, 1))); }
    void real(double value) { append(std::as_bytes(std::span(&value, 1))); }
    void text(const QString &text);
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }  ///< so far, bytes
    /// Replaces @p path at once or not at all; makes its folder. @p key is what the content was made from.
    [[nodiscard]] Result<Done> save(const QString &path, const QByteArray &key) const;

private:
    void append(std::span<const std::byte> bytes);
    void align();
    std::vector<std::byte> m_bytes;
};

/// Reads a file of CacheWriter through a memory map: arrays lie in the file and keep it mapped. Whatever does not fit, or
/// goes beyond the end, makes it fail for good; what has been read by then must not be used.
class CacheReader {
public:
    /// Null when there is no such file, it was made from something else than @p key, or a byte of it is damaged.
    [[nodiscard]] static std::unique_ptr<CacheReader> open(const QString &path, const QByteArray &key);

    template <class T>
    [[nodiscard]] SharedArray<T> array()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        const std::uint64_t count = number();
        align();
        const std::span<const std::byte> bytes = take(count, sizeof(T));
        return {std::span(reinterpret_cast<const T *>(bytes.data()), bytes.size() / sizeof(T)), m_file};
    }
    [[nodiscard]] std::uint64_t number();
    [[nodiscard]] double real();
    [[nodiscard]] QString text();
    /// Nothing failed so far.
    [[nodiscard]] bool ok() const { return m_ok; }
    /// Nothing failed and nothing is left.
    [[nodiscard]] bool finished() const { return m_ok && m_at == m_bytes.size(); }

private:
    CacheReader(std::span<const std::byte> bytes, std::shared_ptr<const void> file)
        : m_bytes(bytes), m_file(std::move(file))
    {
    }
    void align();
    [[nodiscard]] std::span<const std::byte> take(std::uint64_t count, std::size_t size);

    std::span<const std::byte> m_bytes;
    std::shared_ptr<const void> m_file;   ///< keeps the map
    std::size_t m_at = 0;
    bool m_ok = true;
};

} // namespace ca
