// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/DigestSearch.h"

#include <algorithm>

namespace ca {
namespace {

class DigestTrial {
public:
    DigestTrial(const Reading &reading, const QString &sha256) : m_reading(reading), m_sha256(sha256) {}

    bool agrees(TextRange stretch)
    {
        const QString text = m_reading.text().mid(stretch.start, stretch.length);
        if (isIt(text))
            return true;
        const std::vector<int> joints = jointsIn(stretch);
        for (std::size_t i = 0; i < joints.size(); ++i) {
            if (isIt(turned(text, joints[i])))
                return true;
            // From the end, so that the first place holds still.
            for (std::size_t k = i + 1; k < joints.size(); ++k) {
                if (isIt(turned(turned(text, joints[k]), joints[i])))
                    return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] bool isIt(const QString &text)
    {
        constexpr int mostTries = 20'000;
        return ++m_tries <= mostTries && digest(text) == m_sha256;
    }

    [[nodiscard]] std::vector<int> jointsIn(TextRange stretch) const
    {
        const std::vector<int> &all = m_reading.joints();
        std::vector<int> within;
        for (auto it = std::upper_bound(all.begin(), all.end(), stretch.start); it != all.end() && *it < stretch.end(); ++it)
            within.push_back(*it - stretch.start);
        return within;
    }

    /// Without the hyphen before @p at, or with one where there is none.
    [[nodiscard]] static QString turned(QString text, int at)
    {
        return text[at - 1] == u'-' ? text.remove(at - 1, 1) : text.insert(at, u'-');
    }

    const Reading &m_reading;
    const QString &m_sha256;
    int m_tries = 0;
};

} // namespace

std::vector<TextRange> stretchesWithDigest(const AnchorSearch &anchors, const Reading &reading, const QString &sha256)
{
    DigestTrial trial(reading, sha256);
    return anchors.where([&trial](TextRange stretch) { return trial.agrees(stretch); });
}

} // namespace ca
