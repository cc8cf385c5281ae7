// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/StyleParser.h"

#include <QCoreApplication>

#include <cmath>

namespace ca {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ca::StyleParser", text);
}

const QStringList &colorKeys()
{
    static const QStringList keys{
        QStringLiteral("paper"),  QStringLiteral("sea"),         QStringLiteral("land"),   QStringLiteral("lake"),
        QStringLiteral("frame"),  QStringLiteral("ink"),         QStringLiteral("symbol"), QStringLiteral("symbol-fill"),
        QStringLiteral("hover"),  QStringLiteral("selection"),   QStringLiteral("hollow"), QStringLiteral("subject"),
        QStringLiteral("plate"),  QStringLiteral("uncertainty")};
    return keys;
}

const QStringList &lineKeys()
{
    static const QStringList keys = [] {
        QStringList all{QStringLiteral("coast"), QStringLiteral("border"), QStringLiteral("disputed"),
                        QStringLiteral("river"), QStringLiteral("lake"),   QStringLiteral("graticule")};
        for (const QString &mode : allIds<Mode>())
            all << QStringLiteral("mode-") + mode;
        for (const QString &status : allIds<Status>())
            all << QStringLiteral("status-") + status;
        return all;
    }();
    return keys;
}

const QStringList &textKeys()
{
    static const QStringList keys{
        QStringLiteral("capital"), QStringLiteral("place-1"), QStringLiteral("place-2"),  QStringLiteral("place-3"),
        QStringLiteral("place-4"), QStringLiteral("country"), QStringLiteral("sea"),      QStringLiteral("lake"),
        QStringLiteral("river"),   QStringLiteral("segment"), QStringLiteral("corridor"), QStringLiteral("waypoint"),
        QStringLiteral("subject"), QStringLiteral("credit")};
    return keys;
}

} // namespace

StyleParser::StyleParser(const QString &text, const QString &fileName) : m_text(text), m_fileName(fileName) {}

Result<std::shared_ptr<const MapStyle>> StyleParser::parse()
{
    for (const QString &line : m_text.split(QLatin1Char('\n'))) {
        ++m_line;
        readLine(line);
        if (m_error)
            return *m_error;
    }
    expectAllKeys();
    if (m_error)
        return *m_error;
    return std::make_shared<const MapStyle>(m_style);
}

void StyleParser::readLine(const QString &line)
{
    const std::vector<Word> words = wordsOf(line);
    if (words.empty() || words.front().text.startsWith(QLatin1Char('#')))
        return;
    using Reader = void (StyleParser::*)(const std::vector<Word> &);
    static const QHash<QString, Reader> readers{
        {QStringLiteral("name"), &StyleParser::readName},
        {QStringLiteral("dark"), &StyleParser::readDark},
        {QStringLiteral("color"), &StyleParser::readColor},
        {QStringLiteral("line"), &StyleParser::readLineStyle},
        {QStringLiteral("text"), &StyleParser::readTextStyle},
        {QStringLiteral("corridor"), &StyleParser::readCorridor},
        {QStringLiteral("corridor-fallback"), &StyleParser::readFallback}};
    const Reader reader = readers.value(words.front().text, nullptr);
    if (!reader)
        return fail(words.front().column, say("unknown statement “%1”").arg(words.front().text));
    (this->*reader)(words);
}

void StyleParser::readName(const std::vector<Word> &words)
{
    if (expectCount(words, 2))
        m_style.name = words[1].text;
}

void StyleParser::readDark(const std::vector<Word> &words)
{
    if (!expectCount(words, 2))
        return;
    if (words[1].text != QLatin1String("yes") && words[1].text != QLatin1String("no"))
        return fail(words[1].column, say("“%1” is neither yes nor no").arg(words[1].text));
    m_style.dark = words[1].text == QLatin1String("yes");
}

void StyleParser::readColor(const std::vector<Word> &words)
{
    if (expectCount(words, 3) && expectKey(words[1], colorKeys(), QStringLiteral("color")))
        m_style.colors.insert(words[1].text, colorOf(words[2].text, words[2].column));
}

void StyleParser::readLineStyle(const std::vector<Word> &words)
{
    if (words.size() < 2)
        return fail(words.back().column + int(words.back().text.size()), say("a key is missing"));
    if (!expectKey(words[1], lineKeys(), QStringLiteral("line")))
        return;
    LineStyle style;
    for (std::size_t i = 2; i < words.size() && !m_error; ++i)
        setLineProperty(style, words[i]);
    m_style.lines.insert(words[1].text, style);
}

void StyleParser::readTextStyle(const std::vector<Word> &words)
{
    if (words.size() < 2)
        return fail(words.back().column + int(words.back().text.size()), say("a key is missing"));
    if (!expectKey(words[1], textKeys(), QStringLiteral("text")))
        return;
    TextStyle style;
    for (std::size_t i = 2; i < words.size() && !m_error; ++i)
        setTextProperty(style, words[i]);
    m_style.texts.insert(words[1].text, style);
}

void StyleParser::readCorridor(const std::vector<Word> &words)
{
    if (expectCount(words, 3) && expectKey(words[1], {words[1].text}, QStringLiteral("corridor")))
        m_style.corridors.insert(words[1].text, colorOf(words[2].text, words[2].column));
}

void StyleParser::readFallback(const std::vector<Word> &words)
{
    if (expectCount(words, 2))
        m_style.corridorFallback = colorOf(words[1].text, words[1].column);
}

void StyleParser::setLineProperty(LineStyle &style, const Word &word)
{
    const QString key = word.text.section(QLatin1Char('='), 0, 0);
    const QString value = word.text.section(QLatin1Char('='), 1);
    const int at = word.column + int(key.size()) + 1;
    if (key == QLatin1String("color"))
        style.color = colorOf(value, at);
    else if (key == QLatin1String("width"))
        style.width = numberOf(value, at);
    else if (key == QLatin1String("dashes"))
        style.dashes = dashesOf(value, at);
    else if (key == QLatin1String("casing"))
        style.casing = colorOf(value, at);
    else if (key == QLatin1String("casing-width"))
        style.casingWidth = numberOf(value, at);
    else
        fail(word.column, say("a line has no property “%1”").arg(key));
}

void StyleParser::setTextProperty(TextStyle &style, const Word &word)
{
    const QString key = word.text.section(QLatin1Char('='), 0, 0);
    const QString value = word.text.section(QLatin1Char('='), 1);
    const int at = word.column + int(key.size()) + 1;
    if (word.text == QLatin1String("bold"))
        style.bold = true;
    else if (word.text == QLatin1String("italic"))
        style.italic = true;
    else if (key == QLatin1String("size"))
        style.size = numberOf(value, at);
    else if (key == QLatin1String("color"))
        style.color = colorOf(value, at);
    else if (key == QLatin1String("halo"))
        style.halo = colorOf(value, at);
    else if (key == QLatin1String("halo-width"))
        style.haloWidth = numberOf(value, at);
    else
        fail(word.column, say("a text has no property “%1”").arg(key));
}

bool StyleParser::expectCount(const std::vector<Word> &words, std::size_t count)
{
    if (words.size() < count)
        fail(words.back().column + int(words.back().text.size()), say("the statement is incomplete"));
    else if (words.size() > count)
        fail(words[count].column, say("unexpected “%1”").arg(words[count].text));
    return words.size() == count;
}

bool StyleParser::expectKey(const Word &key, const QStringList &known, const QString &what)
{
    if (!known.contains(key.text)) {
        fail(key.column, say("unknown %1 “%2”").arg(what, key.text));
        return false;
    }
    const QString seen = what + QLatin1Char(' ') + key.text;
    if (m_seen.contains(seen)) {
        fail(key.column, say("%1 is set twice").arg(seen));
        return false;
    }
    m_seen.insert(seen);
    return true;
}

void StyleParser::expectAllKeys()
{
    const auto demand = [this](const QStringList &keys, const QString &what) {
        for (const QString &key : keys) {
            if (!m_error && !m_seen.contains(what + QLatin1Char(' ') + key))
                fail(1, say("%1 “%2” is missing").arg(what, key));
        }
    };
    demand(colorKeys(), QStringLiteral("color"));
    demand(lineKeys(), QStringLiteral("line"));
    demand(textKeys(), QStringLiteral("text"));
    if (!m_error && m_style.name.isEmpty())
        fail(1, say("name is missing"));
    if (!m_error && !m_style.corridorFallback.isValid())
        fail(1, say("corridor-fallback is missing"));
}

QColor StyleParser::colorOf(const QString &text, int column)
{
    bool ok = false;
    const uint value = text.mid(1).toUInt(&ok, 16);
    if (!ok || !text.startsWith(QLatin1Char('#')) || (text.size() != 7 && text.size() != 9)) {
        fail(column, say("“%1” is not a colour (#rrggbb or #rrggbbaa)").arg(text));
        return {};
    }
    const uint rgb = text.size() == 9 ? value >> 8 : value;
    QColor color(QRgb(rgb | 0xff000000u));
    if (text.size() == 9)
        color.setAlpha(int(value & 0xffu));
    return color;
}

double StyleParser::numberOf(const QString &text, int column)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < 0 || value > 100) {
        fail(column, say("“%1” is not a number from 0 to 100").arg(text));
        return 0;
    }
    return value;
}

QVector<qreal> StyleParser::dashesOf(const QString &text, int column)
{
    QVector<qreal> dashes;
    int at = column;
    for (const QString &item : text.split(QLatin1Char(','))) {
        dashes.push_back(numberOf(item, at));
        if (!m_error && dashes.back() <= 0)
            fail(at, say("a dash or gap must be longer than 0"));
        at += int(item.size()) + 1;
    }
    if (!m_error && dashes.size() % 2 != 0)
        fail(column, say("dashes need as many gaps as dashes"));
    return dashes;
}

void StyleParser::fail(int column, const QString &message)
{
    if (!m_error)
        m_error = Error{say("column %1: %2").arg(column).arg(message), m_fileName, m_line};
}

std::vector<StyleParser::Word> StyleParser::wordsOf(const QString &line)
{
    std::vector<Word> words;
    for (int i = 0; i < line.size();) {
        if (line[i].isSpace()) {
            ++i;
            continue;
        }
        int end = i;
        while (end < line.size() && !line[end].isSpace())
            ++end;
        words.push_back({line.mid(i, end - i), i + 1});
        i = end;
    }
    return words;
}

} // namespace ca
