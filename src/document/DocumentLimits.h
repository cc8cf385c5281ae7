// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// What a document may demand at most. All are enforced while reading, before memory is taken;
/// a document that goes past one is refused with the reason, never cut short silently.
namespace ca::limits {

inline constexpr qint64 megabyte = 1024 * 1024;

/// Plain text, Markdown, HTML: an article is rarely over 100 kB.
inline constexpr qint64 textFileBytes = 20 * megabyte;
/// Formats that carry pictures: PDF, .docx, .odt, .epub, .mht.
inline constexpr qint64 packedFileBytes = 100 * megabyte;
/// UTF-16 units of extracted text; a long novel has one million.
inline constexpr qsizetype textCharacters = 5'000'000;

/// Files in a ZIP container.
inline constexpr int zipEntries = 10'000;
/// One unpacked part of a container.
inline constexpr qint64 zipEntryBytes = 64 * megabyte;
/// All parts that are unpacked, together.
inline constexpr qint64 zipTotalBytes = 200 * megabyte;
/// Unpacked size of a part over its packed size, for parts over a megabyte; real XML packs 10 to 40 times.
inline constexpr qint64 zipRatio = 200;

/// Elements open at once in XML.
inline constexpr int xmlDepth = 512;
/// Characters one XML entity may grow to; entity declarations in a document are refused anyway.
inline constexpr int xmlEntityExpansion = 4096;

/// Deeper elements of HTML become siblings at this depth, as in browsers.
inline constexpr int htmlDepth = 512;
/// HTML elements open at once; nothing but an attack has more.
inline constexpr int htmlOpenElements = 2'000;
/// Elements, kept attributes, runs of text and markup errors of one HTML page; a long page has 50,000.
inline constexpr int htmlNodes = 1'000'000;

inline constexpr int pdfPages = 2'000;
/// Words on all pages.
inline constexpr int pdfWords = 1'500'000;
/// Processor time, wall-clock time and memory of the program that reads a PDF.
inline constexpr int pdfCpuSeconds = 60;
inline constexpr int pdfWallSeconds = 180;
inline constexpr qint64 pdfMemoryBytes = 1024 * megabyte;

} // namespace ca::limits
