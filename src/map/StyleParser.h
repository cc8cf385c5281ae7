// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapStyle.h"
#include "map/StyleProperties.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace ca {

/// Reads the statements described at the head of resources/styles/light.style, one line after another.
/// The first error ends the reading.
class StyleParser {
public:
    /// @p basedOnThis: paths of the styles that led here by "base", outermost first.
    StyleParser(const QString &text, const QString &fileName, const QStringList &basedOnThis = {});
    [[nodiscard]] Result<std::shared_ptr<const MapStyle>> parse();
    [[nodiscard]] static Result<std::shared_ptr<const MapStyle>> read(const QString &path, const QStringList &basedOnThis);

private:
    struct Word {
        QString text;    ///< without quotation marks
        int column = 1;  ///< from 1
    };
    using Words = std::vector<Word>;

    void readLine(const QString &line);
    void readName(const Words &words);
    void readBase(const Words &words);
    void readDark(const Words &words);
    void readColor(const Words &words);
    void readLineStyle(const Words &words);
    void readTextStyle(const Words &words);
    void readLayer(const Words &words);
    void readCorridor(const Words &words);
    void readFallback(const Words &words);
    /// The properties after the key, each set in @p style.
    template <class S>
    void readProperties(S &style, const Words &words);
    [[nodiscard]] QString basePath(const QString &name) const;

    [[nodiscard]] bool expectCount(const Words &words, std::size_t count);
    [[nodiscard]] bool expectKey(const Words &words, const QStringList &known, const QString &what);
    [[nodiscard]] bool expectNew(const Word &key, const QString &what);
    void expectAllKeys();
    QColor colorOf(const Word &word);
    void fail(int column, const QString &message);
    void fail(const Word &word, const styleproperties::Problem &problem);
    [[nodiscard]] Words wordsOf(const QString &line);

    QString m_text;
    QString m_fileName;
    QStringList m_basedOnThis;
    int m_line = 0;
    MapStyle m_style;
    QSet<QString> m_seen;
    std::optional<Error> m_error;
};

} // namespace ca
