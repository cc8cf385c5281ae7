// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <proj.h>

#include <QString>

#include <memory>

/// PROJ's objects with owners. Private to this room: no header that others include may include this one.
namespace ca {

struct PjDeleter {
    void operator()(PJ *pj) const { proj_destroy(pj); }
};
using PjPtr = std::unique_ptr<PJ, PjDeleter>;

/// A PROJ context, silent and offline. One thread at a time.
class ProjContext {
public:
    ProjContext();
    ~ProjContext();
    ProjContext(const ProjContext &) = delete;
    ProjContext &operator=(const ProjContext &) = delete;

    [[nodiscard]] PJ_CONTEXT *get() const { return m_context; }
    /// While it lives, complaints are heard; otherwise PROJ need not write them. What fails for a place far away
    /// would be written a million times.
    class Listening {
    public:
        explicit Listening(ProjContext &context);
        ~Listening();
        Listening(const Listening &) = delete;
        Listening &operator=(const Listening &) = delete;

    private:
        ProjContext &m_context;
    };
    /// Why the first call failed since the context was last listened to, in PROJ's words without its function names.
    [[nodiscard]] QString reason() const;

private:
    static void listen(void *self, int level, const char *message);
    PJ_CONTEXT *m_context;
    QString m_complaint;
};

/// This thread's context.
[[nodiscard]] ProjContext &threadContext();

} // namespace ca
