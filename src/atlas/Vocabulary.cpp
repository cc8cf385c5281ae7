// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/Vocabulary.h"

#include "base/Tr.h"

#include <iterator>

namespace ca {

namespace {

struct Word {
    const char *id;
    const char *title;
};

} // namespace

// One row per enumerator, in the order of the enum: the value is the index.
template <>
struct Vocabulary<Mode> {
    static constexpr Word words[] = {
        {"rail", QT_TRANSLATE_NOOP("Vocabulary", "railway")},
        {"road", QT_TRANSLATE_NOOP("Vocabulary", "road")},
        {"sea", QT_TRANSLATE_NOOP("Vocabulary", "sea")},
        {"gas-pipeline", QT_TRANSLATE_NOOP("Vocabulary", "gas pipeline")},
        {"field", QT_TRANSLATE_NOOP("Vocabulary", "gas field")},
        {"other", QT_TRANSLATE_NOOP("Vocabulary", "other")},
    };
};

template <>
struct Vocabulary<Status> {
    static constexpr Word words[] = {
        {"operating", QT_TRANSLATE_NOOP("Vocabulary", "operating")},
        {"construction", QT_TRANSLATE_NOOP("Vocabulary", "under construction")},
        {"planned", QT_TRANSLATE_NOOP("Vocabulary", "planned")},
        {"announced", QT_TRANSLATE_NOOP("Vocabulary", "announced")},
        {"suspended", QT_TRANSLATE_NOOP("Vocabulary", "suspended")},
        {"closed", QT_TRANSLATE_NOOP("Vocabulary", "closed")},
        {"dismantled", QT_TRANSLATE_NOOP("Vocabulary", "dismantled")},
        {"unknown", QT_TRANSLATE_NOOP("Vocabulary", "status unknown")},
    };
};

template <>
struct Vocabulary<Precision> {
    static constexpr Word words[] = {
        {"surveyed", QT_TRANSLATE_NOOP("Vocabulary", "surveyed")},
        {"traced", QT_TRANSLATE_NOOP("Vocabulary", "traced")},
        {"generalised", QT_TRANSLATE_NOOP("Vocabulary", "generalised")},
        {"schematic", QT_TRANSLATE_NOOP("Vocabulary", "schematic")},
        {"estimated", QT_TRANSLATE_NOOP("Vocabulary", "estimated")},
    };
};

template <>
struct Vocabulary<WaypointKind> {
    static constexpr Word words[] = {
        {"station", QT_TRANSLATE_NOOP("Vocabulary", "station")},
        {"port", QT_TRANSLATE_NOOP("Vocabulary", "port")},
        {"border_crossing", QT_TRANSLATE_NOOP("Vocabulary", "border crossing")},
        {"compressor_station", QT_TRANSLATE_NOOP("Vocabulary", "compressor station")},
        {"terminal", QT_TRANSLATE_NOOP("Vocabulary", "terminal")},
        {"field", QT_TRANSLATE_NOOP("Vocabulary", "gas field")},
        {"landfall", QT_TRANSLATE_NOOP("Vocabulary", "landfall")},
        {"city", QT_TRANSLATE_NOOP("Vocabulary", "city")},
        {"junction", QT_TRANSLATE_NOOP("Vocabulary", "junction")},
    };
};

template <>
struct Vocabulary<SubjectKind> {
    static constexpr Word words[] = {
        {"corridor", QT_TRANSLATE_NOOP("Vocabulary", "corridor")},
        {"agreement", QT_TRANSLATE_NOOP("Vocabulary", "agreement")},
        {"plan", QT_TRANSLATE_NOOP("Vocabulary", "plan")},
        {"place", QT_TRANSLATE_NOOP("Vocabulary", "place")},
        {"context", QT_TRANSLATE_NOOP("Vocabulary", "context")},
    };
};

template <>
struct Vocabulary<Role> {
    static constexpr Word words[] = {
        {"main", QT_TRANSLATE_NOOP("Vocabulary", "main line")},
        {"branch", QT_TRANSLATE_NOOP("Vocabulary", "branch")},
        {"alternative", QT_TRANSLATE_NOOP("Vocabulary", "alternative")},
    };
};

template <>
struct Vocabulary<Claim> {
    static constexpr Word words[] = {
        {"event", QT_TRANSLATE_NOOP("Vocabulary", "event")},
        {"figure", QT_TRANSLATE_NOOP("Vocabulary", "figure")},
        {"plan", QT_TRANSLATE_NOOP("Vocabulary", "plan")},
        {"forecast", QT_TRANSLATE_NOOP("Vocabulary", "forecast")},
        {"opinion", QT_TRANSLATE_NOOP("Vocabulary", "opinion")},
    };
};

template <>
struct Vocabulary<NamePolicy> {
    static constexpr Word words[] = {
        {"neutral", QT_TRANSLATE_NOOP("Vocabulary", "neutral names")},
        {"armenian", QT_TRANSLATE_NOOP("Vocabulary", "names in Armenian usage")},
        {"azerbaijani", QT_TRANSLATE_NOOP("Vocabulary", "names in Azerbaijani usage")},
        {"both", QT_TRANSLATE_NOOP("Vocabulary", "neutral names, with those of both sides")},
    };
};

template <class E>
QString toId(E value)
{
    const auto index = static_cast<std::size_t>(value);
    Q_ASSERT(index < std::size(Vocabulary<E>::words));
    return QString::fromLatin1(Vocabulary<E>::words[index].id);
}

template <class E>
std::optional<E> fromId(const QString &id)
{
    for (std::size_t i = 0; i < std::size(Vocabulary<E>::words); ++i) {
        if (id == QLatin1String(Vocabulary<E>::words[i].id))
            return static_cast<E>(i);
    }
    return std::nullopt;
}

template <class E>
QString title(E value)
{
    const auto index = static_cast<std::size_t>(value);
    Q_ASSERT(index < std::size(Vocabulary<E>::words));
    return tr(Vocabulary<E>::words[index].title);
}

template <class E>
QStringList allIds()
{
    QStringList ids;
    for (const Word &word : Vocabulary<E>::words)
        ids += QString::fromLatin1(word.id);
    return ids;
}

#define CA_INSTANTIATE_VOCABULARY(E) \
    template QString toId<E>(E); \
    template std::optional<E> fromId<E>(const QString &); \
    template QString title<E>(E); \
    template QStringList allIds<E>();

CA_INSTANTIATE_VOCABULARY(Mode)
CA_INSTANTIATE_VOCABULARY(Status)
CA_INSTANTIATE_VOCABULARY(Precision)
CA_INSTANTIATE_VOCABULARY(WaypointKind)
CA_INSTANTIATE_VOCABULARY(SubjectKind)
CA_INSTANTIATE_VOCABULARY(Role)
CA_INSTANTIATE_VOCABULARY(Claim)
CA_INSTANTIATE_VOCABULARY(NamePolicy)
#undef CA_INSTANTIATE_VOCABULARY

} // namespace ca
