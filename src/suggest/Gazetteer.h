// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "suggest/PhraseTable.h"
#include "suggest/PlaceBook.h"

#include <QSet>

#include <memory>

namespace ca {

/// A name found in a text. Offsets are UTF-16 in that text and include the name's ending.
struct NameMatch {
    int start = 0;
    int end = 0;
    QString name;        ///< in its dictionary form
    QStringList ids;     ///< subjects of the atlas; of a place, the segments it lies on; none for a look-alike
    bool weak = false;   ///< stands for other things as well
};

/// All names of an atlas in all their languages, inflected, and the look-alikes that hide them (BTC, Georgia Power,
/// humanitarian corridor). Built once; const and safe to share between threads.
class Gazetteer {
public:
    explicit Gazetteer(std::shared_ptr<const Atlas> atlas);

    /// Names in @p text, in order; where names overlap, the longest; several of one place as several matches.
    [[nodiscard]] std::vector<NameMatch> find(const QString &text) const;

    // What suggestions are made from.
    struct Name {
        QString text;
        QStringList ids;         ///< subjects and segments
        int place = -1;          ///< in places()
        bool weak = false;       ///< counts only in company
        bool acronym = false;    ///< to be written in capitals
        bool proper = false;     ///< begins with a capital in a script that has them
        bool alien = false;      ///< a look-alike
        bool otherRoute = false; ///< a look-alike that is another route
    };
    struct Use {
        const Name *name = nullptr;  ///< owned by the gazetteer
        int firstWord = 0;
        int lastWord = 0;
        int start = 0;               ///< UTF-16
        int end = 0;
        bool lowerCase = false;      ///< a name of several words written without any capital
    };
    /// Names among the words [first, end); longest first where they overlap, then in order.
    [[nodiscard]] std::vector<Use> uses(const suggest::Words &words, int first, int end, suggest::Language language) const;

    /// A country or region that every article names in passing.
    [[nodiscard]] bool isWide(const QString &id) const { return m_wide.contains(id); }
    [[nodiscard]] const suggest::PlaceBook &places() const { return m_places; }
    [[nodiscard]] const Atlas &atlas() const { return *m_atlas; }

private:
    void addPlaces();
    void addAtlasNames();
    void addTitles();
    void addAliases();
    void addAliens();
    void add(Name name);
    [[nodiscard]] bool isWritten(const Name &name, const suggest::Words &words, const suggest::PhraseHit &hit) const;

    std::shared_ptr<const Atlas> m_atlas;
    suggest::PlaceBook m_places;
    suggest::PhraseTable m_table;
    std::vector<Name> m_names;
    QSet<QString> m_wide;
    QStringList m_unwanted;          ///< folded
    QHash<QString, int> m_placeOf;   ///< folded spelling → place
};

} // namespace ca
