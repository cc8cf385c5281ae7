// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CoordinateText.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace ca {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t longest = 64;

struct Sign {
    std::string_view utf8;
    char ascii;
};
constexpr Sign signs[] = {
    {"°", 'd'}, {"º", 'd'}, {"˚", 'd'}, {"′", '\''}, {"’", '\''}, {"‘", '\''}, {"″", '"'}, {"”", '"'}, {"“", '"'},
    {"−", '-'}, {"–", '-'}, {"\u00a0", ' '}, {"\u2009", ' '}, {"\u202f", ' '},
};

/// The text in ASCII; empty when it has other letters.
std::string asciiOf(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto sign = std::ranges::find_if(signs, [&](const Sign &s) { return text.starts_with(s.utf8); });
        if (sign == std::end(signs) && static_cast<unsigned char>(text.front()) >= 0x80)
            return {};
        out.push_back(sign == std::end(signs) ? text.front() : sign->ascii);
        text.remove_prefix(sign == std::end(signs) ? 1 : sign->utf8.size());
    }
    return out;
}

bool isHemisphere(char c) { return c == 'N' || c == 'S' || c == 'E' || c == 'W'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

void trim(std::string &text)
{
    const auto isBlank = [](char c) { return c == ' '; };
    text.erase(text.begin(), std::ranges::find_if_not(text, isBlank));
    while (!text.empty() && isBlank(text.back()))
        text.pop_back();
}

/// Takes the letter of a hemisphere off either end. @returns it, or 0.
char takeHemisphere(std::string &text)
{
    char letter = 0;
    if (!text.empty() && isHemisphere(text.back())) {
        letter = text.back();
        text.pop_back();
    } else if (!text.empty() && isHemisphere(text.front())) {
        letter = text.front();
        text.erase(0, 1);
    }
    trim(text);
    return letter;
}

/// One number, with either decimal mark and either mark between thousands.
double plainNumber(std::string text)
{
    const std::size_t comma = text.rfind(',');
    const std::size_t point = text.rfind('.');
    if (comma != std::string::npos) {
        const bool decimal = (point == std::string::npos || point < comma) && std::ranges::count(text, ',') == 1;
        std::erase(text, decimal ? '.' : ',');
        std::ranges::replace(text, ',', '.');
    }
    double value = nan;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value) ? value : nan;
}

/// Blanks that stand between thousands are taken out: 4 427 757,2, but not 45 30 00.
void joinThousands(std::string &text)
{
    if (text.find_first_not_of("0123456789 ,.") != std::string::npos)
        return;
    for (std::size_t blank = text.find(' '); blank != std::string::npos; blank = text.find(' ', blank + 1)) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", blank + 1), text.size());
        if (end - blank != 4)
            return;
    }
    std::erase(text, ' ');
}

/// Degrees, minutes and seconds, whatever stands between them.
double sexagesimal(const std::string &text)
{
    double value = 0;
    double unit = 1;
    int count = 0;
    for (std::size_t at = text.find_first_not_of(" d'\":"); at != std::string::npos; ++count, unit /= 60) {
        const std::size_t end = std::min(text.find_first_of(" d'\":", at), text.size());
        const double part = plainNumber(text.substr(at, end - at));
        if (count == 3 || !isDigit(text[at]) || std::isnan(part) || (count > 0 && part >= 60))
            return nan;
        value += part * unit;
        at = text.find_first_not_of(" d'\":", end);
    }
    return count > 0 ? value : nan;
}

} // namespace

double parseCoordinate(std::string_view utf8)
{
    std::string text = utf8.size() <= longest ? asciiOf(utf8) : std::string();
    trim(text);
    const char hemisphere = takeHemisphere(text);
    const bool minus = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.erase(0, 1);
    if (text.empty() || (minus && hemisphere) || !(isDigit(text.front()) || text.front() == '.' || text.front() == ','))
        return nan;
    joinThousands(text);
    double value = plainNumber(text);
    if (std::isnan(value))
        value = sexagesimal(text);
    return minus || hemisphere == 'S' || hemisphere == 'W' ? -value : value;
}

} // namespace ca
