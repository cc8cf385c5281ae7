// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/RichPanel.h"

namespace ca {

class Session;

/// The sheet of whatever is selected: segment, corridor or other subject.
class SegmentSheet : public RichPanel {
    Q_OBJECT
public:
    SegmentSheet(Session &session, LinkHandler &links, QWidget *parent = nullptr);

private:
    void refill();
    Session &m_session;
};

} // namespace ca
