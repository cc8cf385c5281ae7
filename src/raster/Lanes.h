// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// Four numbers at a time, in the compiler's portable vector types; where the compiler does not find the one instruction
/// for it, SSE2's is named. No fused multiply-add is allowed anywhere (see cmake/CaTargets.cmake), so that every machine
/// draws the same picture.
namespace ca::raster {

using Lanes = float __attribute__((vector_size(16)));
using IntLanes = std::int32_t __attribute__((vector_size(16)));
constexpr int lanesWide = 4;

[[nodiscard]] inline Lanes lanes(float v) { return Lanes{v, v, v, v}; }

#ifdef __SSE2__
[[nodiscard]] inline Lanes least(Lanes a, Lanes b) { return _mm_min_ps(a, b); }
[[nodiscard]] inline Lanes most(Lanes a, Lanes b) { return _mm_max_ps(a, b); }
[[nodiscard]] inline Lanes root(Lanes a) { return _mm_sqrt_ps(a); }
#else
[[nodiscard]] inline Lanes least(Lanes a, Lanes b) { return a < b ? a : b; }
[[nodiscard]] inline Lanes most(Lanes a, Lanes b) { return a > b ? a : b; }
[[nodiscard]] inline Lanes root(Lanes a)
{
    return Lanes{std::sqrt(a[0]), std::sqrt(a[1]), std::sqrt(a[2]), std::sqrt(a[3])};
}
#endif

[[nodiscard]] inline Lanes fraction(Lanes a) { return least(most(a, lanes(0)), lanes(1)); }

/// Four bytes from memory as numbers 0 … 255.
[[nodiscard]] inline Lanes loadBytes(const std::uint8_t *p)
{
#ifdef __SSE2__
    std::int32_t four;
    std::memcpy(&four, p, 4);
    const __m128i zero = _mm_setzero_si128();
    return _mm_cvtepi32_ps(_mm_unpacklo_epi16(_mm_unpacklo_epi8(_mm_cvtsi32_si128(four), zero), zero));
#else
    return Lanes{float(p[0]), float(p[1]), float(p[2]), float(p[3])};
#endif
}

/// Rounded and stored as four bytes; the numbers must lie within 0 … 255.
inline void storeBytes(std::uint8_t *p, Lanes values)
{
    const Lanes rounded = values + 0.5f;
#ifdef __SSE2__
    __m128i whole = _mm_cvttps_epi32(rounded);
    whole = _mm_packs_epi32(whole, whole);
    const std::int32_t four = _mm_cvtsi128_si32(_mm_packus_epi16(whole, whole));
    std::memcpy(p, &four, 4);
#else
    for (int i = 0; i < lanesWide; ++i)
        p[i] = std::uint8_t(rounded[i]);
#endif
}

} // namespace ca::raster
