// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/Interrupt.h"

#include <atomic>

namespace ca {

namespace {

constexpr int signalsMeant[] = {SIGINT, SIGTERM};

// A handler may touch lock-free atomics and nothing else.
std::atomic<const CancelToken *> meant = nullptr;
static_assert(std::atomic<const CancelToken *>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void handle(int /*number*/)
{
    if (const CancelToken *token = meant.load())
        token->cancel();
}

} // namespace

Interrupt::Interrupt(const CancelToken &cancel)
{
    meant.store(&cancel);
    struct sigaction action{};
    action.sa_handler = handle;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    for (int i = 0; i < 2; ++i)
        sigaction(signalsMeant[i], &action, &m_before[i]);
}

Interrupt::~Interrupt()
{
    for (int i = 0; i < 2; ++i)
        sigaction(signalsMeant[i], &m_before[i], nullptr);
    meant.store(nullptr);
}

} // namespace ca
