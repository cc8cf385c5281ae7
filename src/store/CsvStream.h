// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ca {

/// Records of a CSV file of any making, one after the other: any separator, quotes doubled or not at all, line ends of
/// any system, a byte order mark, UTF-16. Lenient, unlike CsvTable: users' files come from spreadsheets. Keeps one
/// record in memory at a time. Private to this room.
class CsvStream {
public:
    /// Opens @p path; see error().
    explicit CsvStream(const QString &path);
    [[nodiscard]] const QString &error() const { return m_error; }  ///< translated; empty = none
    void setSeparator(char separator) { m_separator = separator; }
    [[nodiscard]] char separator() const { return m_separator; }
    /// Back to the first record, with what was wrong in later ones forgotten.
    void rewind();

    /// Next record that is not blank. @returns false at the end, or with error() set.
    [[nodiscard]] bool next();
    [[nodiscard]] std::size_t cellCount() const { return m_ends.size(); }
    /// A cell of the record, without blanks around it; empty when there are not so many. Valid until next().
    [[nodiscard]] std::string_view cell(std::size_t i) const;
    [[nodiscard]] static QString text(std::string_view cell) { return QString::fromUtf8(cell.data(), qsizetype(cell.size())); }
    [[nodiscard]] int line() const { return m_recordLine; }   ///< in which the record begins, from 1
    [[nodiscard]] double position() const;                     ///< bytes read so far, of size()
    [[nodiscard]] double size() const;

private:
    [[nodiscard]] int get();
    [[nodiscard]] int peek();
    [[nodiscard]] bool fill();
    void readRecord();
    void readQuoted();
    void endCell();

    std::unique_ptr<QIODevice> m_device;
    QByteArray m_converted;              ///< the whole file, when it was not in UTF-8
    QByteArray m_block;
    qsizetype m_at = 0;                  ///< in m_block
    char m_separator = ',';
    int m_line = 1;
    int m_recordLine = 0;
    std::string m_text;                  ///< cells of the record, one behind the other
    std::vector<std::size_t> m_ends;     ///< where in m_text each ends
    QString m_error;
};

} // namespace ca
