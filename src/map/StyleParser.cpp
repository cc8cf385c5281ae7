// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/StyleParser.h"

#include "base/Tr.h"
#include "map/StyleKeys.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace ca {
namespace {

constexpr qint64 mostStyleBytes = 1 << 20;  // no style is that long; a file picked by mistake may be

/// The same for all ways to write a path; styles in the resources have no other name.
QString identity(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? path : canonical;
}

int endOf(const QString &text, int column)
{
    return column + int(text.size());
}

} // namespace

StyleParser::StyleParser(const QString &text, const QString &fileName, const QStringList &basedOnThis)
    : m_text(text), m_fileName(fileName), m_basedOnThis(basedOnThis)
{
}

Result<std::shared_ptr<const MapStyle>> StyleParser::read(const QString &path, const QStringList &basedOnThis)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{tr("the style cannot be read: %1").arg(file.errorString()), path, 0};
    const QByteArray bytes = file.read(mostStyleBytes + 1);
    if (bytes.size() > mostStyleBytes)
        return Error{tr("this is no style: it is too long"), path, 0};
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(bytes);
    if (utf8.hasError())
        return Error{tr("this is no style: it is not UTF-8 text"), path, 0};
    return StyleParser(text, path, basedOnThis).parse();
}

Result<std::shared_ptr<const MapStyle>> StyleParser::parse()
{
    for (const QString &line : m_text.split(u'\n')) {
        ++m_line;
        readLine(line);
        if (m_error)
            return *m_error;
    }
    expectAllKeys();
    if (m_error)
        return *m_error;
    m_style.files.prepend(m_fileName);
    return std::make_shared<const MapStyle>(m_style);
}

void StyleParser::readLine(const QString &line)
{
    const Words words = wordsOf(line);
    if (m_error || words.empty())
        return;
    using Reader = void (StyleParser::*)(const Words &);
    static const QHash<QString, Reader> readers{
        {QStringLiteral("name"), &StyleParser::readName},
        {QStringLiteral("base"), &StyleParser::readBase},
        {QStringLiteral("dark"), &StyleParser::readDark},
        {QStringLiteral("color"), &StyleParser::readColor},
        {QStringLiteral("line"), &StyleParser::readLineStyle},
        {QStringLiteral("text"), &StyleParser::readTextStyle},
        {QStringLiteral("layer"), &StyleParser::readLayer},
        {QStringLiteral("corridor"), &StyleParser::readCorridor},
        {QStringLiteral("corridor-fallback"), &StyleParser::readFallback}};
    const Reader reader = readers.value(words.front().text, nullptr);
    if (!reader)
        return fail(words.front().column, tr("unknown statement “%1”").arg(words.front().text));
    (this->*reader)(words);
}

void StyleParser::readName(const Words &words)
{
    if (expectCount(words, 2) && expectNew(words[0], QStringLiteral("name")))
        m_style.name = words[1].text;
}

void StyleParser::readBase(const Words &words)
{
    if (!expectCount(words, 2))
        return;
    const Word &name = words[1];
    const bool late = m_seen.contains(QStringLiteral("name")) ? m_seen.size() > 1 : !m_seen.isEmpty();
    if (late)
        return fail(words[0].column, tr("base must stand before everything but the name"));
    const QString path = basePath(name.text);
    if (path.isEmpty())
        return fail(name.column, tr("unknown base “%1”: neither a bundled style nor %1.style beside this file").arg(name.text));
    const QStringList chain = m_basedOnThis + QStringList{identity(m_fileName)};
    if (chain.contains(identity(path)))
        return fail(name.column, tr("“%1” is based on this style, so this style cannot be based on it").arg(name.text));
    const auto base = read(path, chain);
    if (!base) {
        m_error = base.error();
        return;
    }
    const QString own = m_style.name;
    m_style = **base;
    m_style.name = own;
    m_seen.insert(QStringLiteral("base"));
}

QString StyleParser::basePath(const QString &name) const
{
    if (const QString bundled = MapStyle::bundledPath(name); !bundled.isEmpty())
        return bundled;
    const QString beside = QFileInfo(m_fileName).path() + QLatin1Char('/') + name + QStringLiteral(".style");
    return QFileInfo(beside).isFile() ? beside : QString();
}

void StyleParser::readDark(const Words &words)
{
    if (!expectCount(words, 2) || !expectNew(words[0], QStringLiteral("dark")))
        return;
    if (words[1].text != QLatin1String("yes") && words[1].text != QLatin1String("no"))
        return fail(words[1].column, tr("“%1” is neither yes nor no").arg(words[1].text));
    m_style.dark = words[1].text == QLatin1String("yes");
}

void StyleParser::readColor(const Words &words)
{
    if (expectKey(words, styleColorKeys(), QStringLiteral("color")) && expectCount(words, 3))
        m_style.colors.insert(words[1].text, colorOf(words[2]));
}

void StyleParser::readLineStyle(const Words &words)
{
    if (expectKey(words, styleLineKeys() + styleModeKeys() + styleStatusKeys(), QStringLiteral("line")))
        readProperties(m_style.lines[words[1].text], words);
}

void StyleParser::readTextStyle(const Words &words)
{
    if (expectKey(words, styleTextKeys(), QStringLiteral("text")))
        readProperties(m_style.texts[words[1].text], words);
}

void StyleParser::readLayer(const Words &words)
{
    if (words.size() < 2)
        return fail(endOf(words.back().text, words.back().column), tr("the layer's name is missing"));
    LayerStyle checked;
    if (expectNew(words[1], QStringLiteral("layer")))
        readProperties(checked, words);
    QStringList &rule = m_style.layers[words[1].text];
    for (std::size_t i = 2; i < words.size(); ++i)
        rule << words[i].text;
}

void StyleParser::readCorridor(const Words &words)
{
    if (!expectCount(words, 3) || !expectNew(words[1], QStringLiteral("corridor")))
        return;
    m_style.corridors.insert(words[1].text, colorOf(words[2]));
    m_style.corridorPlaces.insert(words[1].text, {m_fileName, m_line, words[1].column});
}

void StyleParser::readFallback(const Words &words)
{
    if (expectCount(words, 2) && expectNew(words[0], QStringLiteral("corridor-fallback")))
        m_style.corridorFallback = colorOf(words[1]);
}

template <class S>
void StyleParser::readProperties(S &style, const Words &words)
{
    for (std::size_t i = 2; i < words.size() && !m_error; ++i) {
        if (const auto problem = styleproperties::set(style, words[i].text))
            fail(words[i], *problem);
    }
}

bool StyleParser::expectCount(const Words &words, std::size_t count)
{
    if (words.size() < count)
        fail(endOf(words.back().text, words.back().column), tr("the statement is incomplete"));
    else if (words.size() > count)
        fail(words[count].column, tr("unexpected “%1”").arg(words[count].text));
    return words.size() == count;
}

bool StyleParser::expectKey(const Words &words, const QStringList &known, const QString &what)
{
    if (words.size() < 2) {
        fail(endOf(words.back().text, words.back().column), tr("a key is missing"));
        return false;
    }
    if (!known.contains(words[1].text)) {
        fail(words[1].column, tr("unknown %1 “%2”").arg(what, words[1].text));
        return false;
    }
    return expectNew(words[1], what);
}

bool StyleParser::expectNew(const Word &key, const QString &what)
{
    const QString seen = key.text == what ? what : what + QLatin1Char(' ') + key.text;
    if (m_seen.contains(seen)) {
        fail(key.column, tr("%1 is set twice").arg(seen));
        return false;
    }
    m_seen.insert(seen);
    return true;
}

void StyleParser::expectAllKeys()
{
    const auto demand = [this](const QStringList &keys, const auto &set, const QString &what) {
        for (const QString &key : keys) {
            if (!m_error && !set.contains(key))
                fail(1, tr("%1 “%2” is missing").arg(what, key));
        }
    };
    demand(styleColorKeys(), m_style.colors, QStringLiteral("color"));
    demand(styleLineKeys() + styleModeKeys() + styleStatusKeys(), m_style.lines, QStringLiteral("line"));
    demand(styleTextKeys(), m_style.texts, QStringLiteral("text"));
    demand(styleLayerKeys(), m_style.layers, QStringLiteral("layer"));
    if (!m_error && m_style.name.isEmpty())
        fail(1, tr("name is missing"));
    if (!m_error && !m_style.corridorFallback.isValid())
        fail(1, tr("corridor-fallback is missing"));
}

QColor StyleParser::colorOf(const Word &word)
{
    const auto color = styleproperties::colorFrom(word.text);
    if (!color)
        fail(word.column, styleproperties::notAColor(word.text).message);
    return color.value_or(QColor());
}

void StyleParser::fail(int column, const QString &message)
{
    if (!m_error)
        m_error = Error{message, m_fileName, m_line, column};
}

void StyleParser::fail(const Word &word, const styleproperties::Problem &problem)
{
    const int valueAt = problem.at < 0 ? 0 : int(word.text.indexOf(u'=')) + 1 + problem.at;
    fail(word.column + valueAt, problem.message);
}

StyleParser::Words StyleParser::wordsOf(const QString &line)
{
    Words words;
    for (int i = 0; i < line.size();) {
        if (line[i].isSpace() || line[i] == QChar::ByteOrderMark) {
            ++i;
            continue;
        }
        if (words.empty() && line[i] == u'#')
            break;
        Word word{{}, i + 1};
        int quoteAt = 0;  // column of an open quotation mark
        for (; i < line.size() && (quoteAt > 0 || !line[i].isSpace()); ++i) {
            if (line[i] == u'"')
                quoteAt = quoteAt > 0 ? 0 : i + 1;
            else
                word.text += line[i];
        }
        if (quoteAt > 0)
            fail(quoteAt, tr("the quotation mark is never closed"));
        words.push_back(word);
    }
    return words;
}

} // namespace ca
