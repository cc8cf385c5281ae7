// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CsvStream.h"

#include "base/Tr.h"

#include <QBuffer>
#include <QFile>
#include <QStringDecoder>

#include <optional>

namespace ca {

namespace {

constexpr qint64 blockSize = 1 << 16;
constexpr std::size_t longestRecord = 64u << 20;
constexpr std::size_t mostCells = 10'000;
constexpr qint64 largestUtf16 = 1 << 30;

std::optional<QStringConverter::Encoding> markedEncoding(const QByteArray &head)
{
    if (head.startsWith("\xFF\xFE"))
        return QStringConverter::Utf16LE;
    if (head.startsWith("\xFE\xFF"))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

} // namespace

CsvStream::CsvStream(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        m_error = tr("the file cannot be read: %1").arg(file->errorString());
        return;
    }
    const auto encoding = markedEncoding(file->peek(2));
    if (encoding && file->size() > largestUtf16) {
        m_error = tr("the file is too large for its encoding (UTF-16)");
        return;
    }
    if (encoding) {
        m_converted = QString(QStringDecoder(*encoding)(file->readAll())).toUtf8();
        auto buffer = std::make_unique<QBuffer>(&m_converted);
        buffer->open(QIODevice::ReadOnly);
        m_device = std::move(buffer);
    } else {
        m_device = std::move(file);
    }
    rewind();
}

void CsvStream::rewind()
{
    if (!m_device || !m_device->seek(0))
        return;
    m_error.clear();
    m_block.clear();
    m_at = 0;
    m_line = 1;
    if (m_device->peek(3) == QByteArray("\xEF\xBB\xBF"))
        m_device->skip(3);
}

bool CsvStream::fill()
{
    m_block = m_device ? m_device->read(blockSize) : QByteArray();
    m_at = 0;
    return !m_block.isEmpty();
}

int CsvStream::peek()
{
    return m_at < m_block.size() || fill() ? static_cast<unsigned char>(m_block[m_at]) : -1;
}

int CsvStream::get()
{
    const int c = peek();
    m_at += c >= 0 ? 1 : 0;
    return c;
}

bool CsvStream::next()
{
    do {
        m_text.clear();
        m_ends.clear();
        m_recordLine = m_line;
        if (!m_error.isEmpty() || peek() < 0)
            return false;
        readRecord();
    } while (m_error.isEmpty() && m_ends.size() == 1 && cell(0).empty());
    return m_error.isEmpty();
}

void CsvStream::readRecord()
{
    bool start = true;  // of a cell
    while (m_error.isEmpty()) {
        const int c = get();
        if (c < 0 || c == '\n' || c == '\r') {
            if (c == '\r' && peek() == '\n')
                (void)get();
            ++m_line;
            return endCell();
        }
        if (c == m_separator)
            endCell();
        else if (c == '"' && start)
            readQuoted();
        else
            m_text.push_back(char(c));
        // Blanks before a quotation mark do not make the mark part of the text.
        start = c == m_separator || (start && c == ' ');
        if (m_text.size() > longestRecord || m_ends.size() > mostCells)
            m_error = tr("line %1 is too long for a table").arg(m_recordLine);
    }
}

/// What is behind an opening quotation mark, up to the closing one.
void CsvStream::readQuoted()
{
    const int line = m_line;
    for (int c = get(); c >= 0 && m_text.size() <= longestRecord; c = get()) {
        if (c == '"' && peek() != '"')
            return;
        if (c == '"')
            (void)get();
        m_line += c == '\n' ? 1 : 0;
        m_text.push_back(char(c));
    }
    m_error = tr("a quotation mark in line %1 is never closed").arg(line);
}

void CsvStream::endCell()
{
    m_ends.push_back(m_text.size());
}

std::string_view CsvStream::cell(std::size_t i) const
{
    if (i >= m_ends.size())
        return {};
    const std::size_t first = i == 0 ? 0 : m_ends[i - 1];
    std::string_view text(m_text.data() + first, m_ends[i] - first);
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

double CsvStream::position() const
{
    return m_device ? double(m_device->pos() - (m_block.size() - m_at)) : 0;
}

double CsvStream::size() const
{
    return m_device ? double(m_device->size()) : 0;
}

} // namespace ca
