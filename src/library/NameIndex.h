// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <vector>

namespace ca {

/// Names (and short texts) folded once into one long buffer, so that a look-up is one scan.
/// Filled by one thread, then const and safe to share.
class NameIndex {
public:
    /// How well a name fits, best first.
    enum class Grade : std::uint8_t {
        Equal,         ///< is the words
        Begins,        ///< begins with them
        WordBegins,    ///< a later word begins with them
        Contains,      ///< holds them anywhere, from three letters on
        AllWords,      ///< has words that begin with each of them, in any order
        Alike,         ///< sounds like the words
        AlikeBegins,   ///< begins with something that sounds like them
        AlikeWord,     ///< a later word does
        None
    };
    struct Match {
        int entry = 0;
        Grade grade = Grade::None;
        int name = 0;    ///< which of the entry's names, from 0 in the order of adding
        int length = 0;  ///< of that name, folded; shorter is closer
    };

    /// Entries are counted from 0 and added in that order, each with all its names; an entry may
    /// have none. A blank name counts, but matches nothing.
    void addEntry(const QStringList &names);
    /// Folds what was added; nothing may be added afterwards.
    void finish();
    [[nodiscard]] std::size_t nameCount() const { return m_entryOf.size(); }

    /// The best match of each entry that matches, in order of entries.
    [[nodiscard]] std::vector<Match> find(const QString &words) const;

private:
    struct Buffer {
        QString text;                     ///< names, one separator after each
        std::vector<int> starts;          ///< of the names in text, and one past the end
        [[nodiscard]] QStringView name(std::size_t i) const;
        void findStarts();
    };
    class Scan;
    void foldPending();

    QString m_pending;
    Buffer m_folded;
    Buffer m_loose;
    std::vector<int> m_entryOf;           ///< one per name
    std::vector<int> m_firstName;         ///< one per entry
};

} // namespace ca
