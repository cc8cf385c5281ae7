// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ca {

/// Gathers texts, each once, one after the other and ended by a null. One text is a number: where it begins.
class StringPool {
public:
    /// @p text up to its first null. Texts beyond 4 GB are one with the empty text, and full() tells.
    [[nodiscard]] std::uint32_t add(std::string_view text);
    [[nodiscard]] bool full() const { return m_full; }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void grow();
    [[nodiscard]] std::size_t slot(std::string_view text) const;

    std::string m_text;
    std::vector<std::uint32_t> m_slots = std::vector<std::uint32_t>(1024);   // begin + 1; 0 = free
    std::size_t m_count = 0;
    bool m_full = false;
};

} // namespace ca
