// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/AnchorFinder.h"
#include "base/CancelToken.h"
#include "library/Document.h"
#include "reading/ReaderMark.h"
#include "suggest/Suggester.h"

#include <QObject>

#include <memory>
#include <vector>

namespace ca {

class Project;

/// Proposals for one document, worked out on a worker: accepted ones become passages of the project, rejected ones are
/// not made again. Lives on the GUI thread.
class SuggestionDesk : public QObject {
    Q_OBJECT
public:
    explicit SuggestionDesk(Project &project, QObject *parent = nullptr);
    ~SuggestionDesk() override;

    void setAtlas(std::shared_ptr<const Atlas> atlas);
    /// Looks for proposals in a text; ends in one changed() unless another text comes first. What @p known marks already
    /// for the same subject is not proposed.
    void start(const Document &document, std::shared_ptr<const AnchorFinder> finder, std::vector<ReaderMark> known);
    void stop();

    [[nodiscard]] bool active() const { return m_finder != nullptr; }
    [[nodiscard]] bool working() const { return m_working; }
    /// What is still to be decided, in the order of the text.
    [[nodiscard]] const std::vector<Suggestion> &waiting() const { return m_waiting; }
    /// Index of the proposal being looked at; -1 = none.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    void step(int by);
    [[nodiscard]] Result<Done> accept();
    [[nodiscard]] Result<Done> reject();

Q_SIGNALS:
    void changed();

private:
    struct Proposal {
        Suggestion suggestion;
        TextAnchor anchor;   ///< of its words; made once, since every edit of the project looks for it
    };
    struct Found {
        std::shared_ptr<const Suggester> suggester;
        std::vector<Proposal> proposals;
    };
    [[nodiscard]] static std::vector<Proposal> proposalsOf(std::vector<Suggestion> suggestions, const AnchorFinder &finder);
    void take(std::vector<Proposal> proposals);
    void refresh();
    [[nodiscard]] bool isDecided(const Suggestion &one, const TextAnchor &anchor, const QString &subject) const;

    Project &m_project;
    std::shared_ptr<const Atlas> m_atlas;
    std::shared_ptr<const Suggester> m_suggester;
    Document m_document;
    std::shared_ptr<const AnchorFinder> m_finder;
    std::vector<ReaderMark> m_known;
    std::vector<Proposal> m_all;
    std::vector<Suggestion> m_waiting;
    int m_current = -1;
    bool m_working = false;
    CancelToken m_token;
};

} // namespace ca
