// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/TextNumbers.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace ca {

namespace {

/// Whether a text is the usual writing of a whole number, or of a number with a decimal mark; 007 is neither.
bool isNumber(std::string_view text, char mark, bool &whole)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        return at - from;
    };
    const bool zero = at < text.size() && text[at] == '0';
    const std::size_t count = digits();
    if (count == 0 || count > 15 || (zero && count > 1))
        return false;
    if (at == text.size())
        return true;
    whole = false;
    return text[at++] == mark && digits() > 0 && at == text.size();
}

} // namespace

void turnIntoNumbers(ColumnValues &column, char mark)
{
    bool whole = true;
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (!column.isNull(i) && !isNumber(column.utf8(i), mark, whole))
            return;
    }
    ColumnValues numbers;
    for (std::size_t i = 0; i < column.size(); ++i) {
        std::string text(column.utf8(i));
        std::ranges::replace(text, mark, '.');
        double real = 0;
        std::from_chars(text.data(), text.data() + text.size(), real);
        column.isNull(i) ? numbers.pushNull() : whole ? numbers.pushInteger(std::int64_t(real)) : numbers.pushReal(real);
    }
    column = std::move(numbers);
}

} // namespace ca
