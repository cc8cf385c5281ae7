// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"

#include <QtGlobal>

#include <csignal>

namespace ca {

/// While it lives, Ctrl-C and a polite kill cancel the token instead of ending the program amid a file; the second one
/// ends it. One at a time.
class Interrupt {
public:
    explicit Interrupt(const CancelToken &cancel);
    ~Interrupt();
    Q_DISABLE_COPY_MOVE(Interrupt)

private:
    struct sigaction m_before[2];
};

} // namespace ca
