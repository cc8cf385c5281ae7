// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "document/ArticleText.h"
#include "suggest/Suggestion.h"

#include <memory>
#include <vector>

namespace ca {

class Gazetteer;

/// Proposes which passages of a text speak of which subjects of the atlas, and says why. It works by names, nearby
/// words and the order of sentences, knows no other source, and only proposes: a person accepts or rejects.
/// Const and safe to share between threads; time and memory grow with the text's length.
class Suggester {
public:
    /// Builds the gazetteer, some hundredths of a second.
    explicit Suggester(std::shared_ptr<const Atlas> atlas);
    ~Suggester();
    Suggester(const Suggester &) = delete;
    Suggester &operator=(const Suggester &) = delete;

    /// Subjects from this score on are likelier right than not; lower ones are told for completeness.
    static constexpr double likely = 0.5;

    /// Sentences that speak of anything, in order. Offsets count in @p article's text.
    [[nodiscard]] std::vector<Suggestion> suggest(const ArticleText &article) const;
    /// The same for a text whose line ends are \n; of any other, offsets count in ArticleText::fromPlainText(text).
    [[nodiscard]] std::vector<Suggestion> suggest(const QString &text) const;

    [[nodiscard]] const Gazetteer &gazetteer() const { return *m_gazetteer; }

private:
    std::unique_ptr<const Gazetteer> m_gazetteer;
};

} // namespace ca
