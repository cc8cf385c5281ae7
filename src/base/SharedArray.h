// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace ca {

/// An immutable array that either owns its elements or lies in something else that it keeps alive, such as a
/// mapped file. Copies share the elements. Thread-safe like any const value.
template <class T>
class SharedArray {
public:
    SharedArray() = default;
    SharedArray(std::vector<T> values)
    {
        auto owned = std::make_shared<const std::vector<T>>(std::move(values));
        m_elements = *owned;
        m_owner = std::move(owned);
    }
    /// @param owner keeps @p elements alive.
    SharedArray(std::span<const T> elements, std::shared_ptr<const void> owner)
        : m_elements(elements), m_owner(std::move(owner))
    {
    }

    [[nodiscard]] std::size_t size() const { return m_elements.size(); }
    [[nodiscard]] bool empty() const { return m_elements.empty(); }
    [[nodiscard]] const T *data() const { return m_elements.data(); }
    [[nodiscard]] const T &operator[](std::size_t i) const { return m_elements[i]; }
    [[nodiscard]] const T &front() const { return m_elements.front(); }
    [[nodiscard]] const T &back() const { return m_elements.back(); }
    [[nodiscard]] auto begin() const { return m_elements.begin(); }
    [[nodiscard]] auto end() const { return m_elements.end(); }
    [[nodiscard]] std::span<const T> span() const { return m_elements; }
    [[nodiscard]] std::span<const T> span(std::size_t first, std::size_t count) const
    {
        return m_elements.subspan(first, count);
    }

private:
    std::span<const T> m_elements;
    std::shared_ptr<const void> m_owner;
};

} // namespace ca
