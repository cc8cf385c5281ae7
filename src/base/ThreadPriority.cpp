// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ThreadPriority.h"

#ifdef __linux__
#include <sys/resource.h>
#endif

namespace ca {

void stepAside()
{
#ifdef __linux__
    // On Linux the nice value is a thread's own, whatever POSIX says (setpriority(2), notes).
    constexpr int nicer = 5;
    static_cast<void>(setpriority(PRIO_PROCESS, 0, nicer));
#endif
}

} // namespace ca
