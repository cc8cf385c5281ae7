// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/AtlasSearch.h"

#include "atlas/Folding.h"
#include "base/CancelToken.h"
#include "base/Logging.h"
#include "library/NameIndex.h"
#include "library/SearchEntries.h"
#include "library/Snippet.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <future>
#include <optional>
#include <utility>

namespace ca {
namespace {

using Grade = NameIndex::Grade;

bool isText(SearchHit::Kind kind)
{
    return kind == SearchHit::Kind::Passage || kind == SearchHit::Kind::Fact;
}

bool isAlike(Grade grade)
{
    return grade == Grade::Alike || grade == Grade::AlikeBegins || grade == Grade::AlikeWord;
}

bool isWhole(Grade grade)
{
    return grade == Grade::Equal || grade == Grade::Alike;
}

/// Names that begin with the words, that hold them, texts that do, names that sound alike, such
/// texts: 0 is best. A whole name stands with those that begin, so that the corridor comes before
/// a place that happens to have its very name. nullopt = too weak to show.
std::optional<int> tier(Grade grade, bool text)
{
    if (grade == Grade::None || (text && grade == Grade::Contains))
        return std::nullopt;
    if (text)
        return isAlike(grade) ? 8 : 4;
    switch (grade) {
    case Grade::Equal:
    case Grade::Begins: return 0;
    case Grade::WordBegins: return 1;
    case Grade::Contains: return 2;
    case Grade::AllWords: return 3;
    case Grade::Alike:
    case Grade::AlikeBegins: return 6;
    default: return 7;
    }
}

int kindRank(SearchHit::Kind kind, bool corridor)
{
    switch (kind) {
    case SearchHit::Kind::Segment:
    case SearchHit::Kind::Subject: return corridor ? 4 : 3;
    case SearchHit::Kind::Place: return 2;
    case SearchHit::Kind::Passage: return 1;
    default: return 0;
    }
}

/// Tier before kind before whole names before population before length of the name.
double scoreOf(int tierOfHit, int kind, bool whole, double population, int length)
{
    const double people = std::min(9.0, std::log10(1.0 + std::max(0.0, population)));
    return 1000.0 * (9 - tierOfHit) + 200.0 * kind + (whole ? 100.0 : 0.0) + 10.0 * people - 0.01 * std::min(length, 500);
}

int placeOfWords(const QString &text, const QString &words)
{
    const FoldedText folded = foldWithOrigin(text);
    const QString first = fold(words).simplified().section(u' ', 0, 0);
    const qsizetype at = first.isEmpty() ? -1 : folded.text.indexOf(first);
    return at < 0 ? 0 : folded.origin[static_cast<std::size_t>(at)];
}

/// Everything folded; const once built.
struct Content {
    PlaceTable places;
    std::vector<SearchEntry> entries;
    NameIndex names;   ///< entries first, places after them
};

std::shared_ptr<const Content> build(const Atlas &atlas, std::shared_ptr<const BaseMap> baseMap, const CancelToken &cancel)
{
    QElapsedTimer timer;
    timer.start();
    auto content = std::make_shared<Content>(Content{PlaceTable(std::move(baseMap)), atlasEntries(atlas), {}});
    for (const SearchEntry &entry : content->entries)
        content->names.addEntry(entry.names);
    for (std::size_t place = 0; place < content->places.count() && !cancel.cancelled(); ++place)
        content->names.addEntry(content->places.names(place));
    content->names.finish();
    qCDebug(logLibrary) << content->names.nameCount() << "names folded in" << timer.elapsed() << "ms";
    return content;
}

struct Candidate {
    NameIndex::Match match;
    double score = 0;
};

} // namespace

struct AtlasSearch::Private {
    std::shared_ptr<const Atlas> atlas;
    CancelToken cancel;
    std::shared_future<std::shared_ptr<const Content>> content;

    [[nodiscard]] static std::vector<Candidate> rank(const Content &content, const QString &words);
    [[nodiscard]] static Hit hitOf(const Content &content, const Candidate &candidate, const QString &words);
    [[nodiscard]] static Hit placeHit(const Content &content, const Candidate &candidate);
};

AtlasSearch::AtlasSearch(std::shared_ptr<const Atlas> atlas, std::shared_ptr<const BaseMap> baseMap)
    : d(std::make_unique<Private>())
{
    d->atlas = std::move(atlas);
    // On a worker: the first look-up waits for it, the window does not.
    d->content = std::async(std::launch::async, [held = d->atlas, base = std::move(baseMap), cancel = d->cancel] {
        const Atlas none{AtlasData()};  // named, or the choice below would copy the atlas
        return build(held ? *held : none, base, cancel);
    });
}

AtlasSearch::~AtlasSearch()
{
    d->cancel.cancel();
}

std::vector<Candidate> AtlasSearch::Private::rank(const Content &content, const QString &words)
{
    std::vector<Candidate> out;
    for (const NameIndex::Match &match : content.names.find(words)) {
        const auto index = static_cast<std::size_t>(match.entry);
        const bool isPlace = index >= content.entries.size();
        const SearchHit::Kind kind = isPlace ? SearchHit::Kind::Place : content.entries[index].kind;
        const std::optional<int> rankOfMatch = tier(match.grade, isText(kind));
        if (!rankOfMatch)
            continue;
        const double population = isPlace ? content.places.population(index - content.entries.size()) : 0;
        const bool corridor = !isPlace && content.entries[index].corridor;
        out.push_back({match, scoreOf(*rankOfMatch, kindRank(kind, corridor), isWhole(match.grade), population, match.length)});
    }
    // Matches come in order of entries, which settles equals the same way every time.
    std::stable_sort(out.begin(), out.end(), [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    return out;
}

AtlasSearch::Hit AtlasSearch::Private::placeHit(const Content &content, const Candidate &candidate)
{
    const std::size_t place = static_cast<std::size_t>(candidate.match.entry) - content.entries.size();
    const QString title = content.places.title(place);
    const QString matched = content.places.names(place).value(candidate.match.name).trimmed();
    QStringList details{matched == title ? QString() : matched, content.places.country(place)};
    details.removeAll(QString());
    return {{SearchHit::Kind::Place, content.places.id(place), title, details.join(QStringLiteral(" · ")), -1},
            content.places.position(place), candidate.score};
}

AtlasSearch::Hit AtlasSearch::Private::hitOf(const Content &content, const Candidate &candidate, const QString &words)
{
    const auto index = static_cast<std::size_t>(candidate.match.entry);
    if (index >= content.entries.size())
        return placeHit(content, candidate);
    const SearchEntry &entry = content.entries[index];
    const QString matched = entry.names.value(candidate.match.name);
    QString detail = entry.detail;
    if (isText(entry.kind))
        detail = snippet(entry.detail, placeOfWords(entry.detail, words));
    else if (matched != entry.title)
        detail = detail.isEmpty() ? matched : matched + QStringLiteral(" · ") + detail;
    return {{entry.kind, entry.id, entry.title, detail, -1}, entry.position, candidate.score};
}

std::vector<AtlasSearch::Hit> AtlasSearch::find(const QString &words, int limit) const
{
    const std::shared_ptr<const Content> content = d->content.get();
    std::vector<Hit> hits;
    QSet<QString> seen;   // a segment is an entry itself and once for each waypoint
    for (const Candidate &candidate : Private::rank(*content, words)) {
        if (static_cast<int>(hits.size()) >= limit)
            break;
        Hit hit = Private::hitOf(*content, candidate, words);
        const QString key = QString::number(static_cast<int>(hit.hit.kind)) + u':' + hit.hit.id;
        if (seen.contains(key))
            continue;
        seen.insert(key);
        hits.push_back(std::move(hit));
    }
    return hits;
}

} // namespace ca
