// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapStyle.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace ca {

/// Reads the statements described at the head of resources/styles/light.style, one line after another.
/// The first error ends the reading.
class StyleParser {
public:
    StyleParser(const QString &text, const QString &fileName);
    [[nodiscard]] Result<std::shared_ptr<const MapStyle>> parse();

private:
    struct Word {
        QString text;
        int column = 1;  ///< from 1
    };
    void readLine(const QString &line);
    void readName(const std::vector<Word> &words);
    void readDark(const std::vector<Word> &words);
    void readColor(const std::vector<Word> &words);
    void readLineStyle(const std::vector<Word> &words);
    void readTextStyle(const std::vector<Word> &words);
    void readCorridor(const std::vector<Word> &words);
    void readFallback(const std::vector<Word> &words);
    void setLineProperty(LineStyle &style, const Word &word);
    void setTextProperty(TextStyle &style, const Word &word);

    [[nodiscard]] bool expectCount(const std::vector<Word> &words, std::size_t count);
    [[nodiscard]] bool expectKey(const Word &key, const QStringList &known, const QString &what);
    void expectAllKeys();
    QColor colorOf(const QString &text, int column);
    double numberOf(const QString &text, int column);
    QVector<qreal> dashesOf(const QString &text, int column);
    void fail(int column, const QString &message);
    [[nodiscard]] static std::vector<Word> wordsOf(const QString &line);

    QString m_text;
    QString m_fileName;
    int m_line = 0;
    MapStyle m_style;
    QSet<QString> m_seen;
    std::optional<Error> m_error;
};

} // namespace ca
