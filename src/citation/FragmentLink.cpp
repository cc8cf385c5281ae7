// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/FragmentLink.h"

#include "citation/WellFormed.h"

#include <QStringList>

#include <algorithm>

namespace ca {

namespace {

constexpr qsizetype mostCharacters = 300;  // as the proposal's README advises
constexpr int edgeWords = 5;               // of a long quotation, at each end
constexpr int contextWords = 3;
constexpr int fewWords = 3;

/// Characters that normalisation may have changed: the page's own may be another.
bool isCertain(const QString &word)
{
    return !word.contains(u'\'') && !word.contains(u'-') && !word.contains(QLatin1String("..."))
        && !word.contains(QChar::ReplacementCharacter);
}

/// The run of certain words that begins the list (or the next run, where the first words are uncertain).
QStringList firstRun(const QStringList &words)
{
    QStringList run;
    for (const QString &word : words) {
        if (isCertain(word))
            run << word;
        else if (!run.isEmpty())
            break;
    }
    return run;
}

QStringList lastRun(const QStringList &words)
{
    QStringList run;
    for (auto word = words.crbegin(); word != words.crend(); ++word) {
        if (isCertain(*word))
            run.prepend(*word);
        else if (!run.isEmpty())
            break;
    }
    return run;
}

QByteArray encoded(const QStringList &words)
{
    return words.join(u' ').toUtf8().toPercentEncoding({}, "-~");
}

QStringList wordsOf(const QString &text)
{
    return wellFormed(text).split(u' ', Qt::SkipEmptyParts);
}

/// Context helps only where it touches the quotation: no uncertain word may lie between.
QByteArray before(const TextAnchor &anchor)
{
    const QStringList words = wordsOf(anchor.prefix);
    // The first word of a prefix may be cut.
    const QStringList run = words.isEmpty() || !isCertain(words.back()) ? QStringList() : lastRun(words.mid(1));
    return run.isEmpty() ? QByteArray() : encoded(run.mid(std::max<qsizetype>(0, run.size() - contextWords))) + "-,";
}

QByteArray after(const TextAnchor &anchor)
{
    const QStringList words = wordsOf(anchor.suffix);
    const QStringList run = words.isEmpty() || !isCertain(words.front()) ? QStringList() : firstRun(words.mid(0, words.size() - 1));
    return run.isEmpty() ? QByteArray() : ",-" + encoded(run.mid(0, contextWords));
}

} // namespace

QByteArray textDirective(const TextAnchor &anchor, bool ambiguous)
{
    const QStringList words = wordsOf(anchor.exact);
    const QStringList first = firstRun(words), last = lastRun(words);
    if (first.isEmpty())
        return {};
    const bool wantsContext = ambiguous || words.size() <= fewWords;
    QByteArray text = "text=";
    if (wantsContext && isCertain(words.front()))
        text += before(anchor);
    const bool oneRun = std::count_if(words.begin(), words.end(), isCertain) == first.size();
    if (oneRun && (first.join(u' ').size() < mostCharacters || first.size() < 2)) {
        text += encoded(first);
    } else {
        // Beginning and end must not overlap: browsers look for the end behind the beginning.
        const qsizetype most = oneRun ? std::min<qsizetype>(edgeWords, first.size() / 2) : edgeWords;
        text += encoded(first.mid(0, most)) + ',' + encoded(last.mid(std::max<qsizetype>(0, last.size() - most)));
    }
    if (wantsContext && isCertain(words.back()))
        text += after(anchor);
    return text;
}

QUrl quotationUrl(const QUrl &page, const TextAnchor &anchor, bool ambiguous)
{
    const QByteArray directive = textDirective(anchor, ambiguous);
    const bool web = page.scheme() == QLatin1String("http") || page.scheme() == QLatin1String("https");
    if (!web || directive.isEmpty())
        return page;
    QUrl url = page;
    const QString own = url.fragment(QUrl::FullyEncoded);
    // QUrl takes %2D for '-' and would undo it; no certain word has a hyphen.
    url.setFragment(own + QStringLiteral(":~:") + QString::fromLatin1(directive), QUrl::StrictMode);
    return url;
}

} // namespace ca
