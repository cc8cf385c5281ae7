// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/RichPanel.h"

namespace ca {

class Session;

/// The passages that speak of the selected subject, by article.
class PassageList : public RichPanel {
    Q_OBJECT
public:
    PassageList(Session &session, LinkHandler &links, QWidget *parent = nullptr);

private:
    void refill(bool keepPlace);
    void followPassage(const QString &passage);
    [[nodiscard]] QString content() const;
    Session &m_session;
};

} // namespace ca
