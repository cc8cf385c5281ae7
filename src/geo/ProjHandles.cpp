// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ProjHandles.h"

#include "base/Tr.h"

#include <QRegularExpression>

namespace ca {

ProjContext::ProjContext() : m_context(proj_context_create())
{
    proj_log_func(m_context, this, &ProjContext::listen);
    proj_log_level(m_context, PJ_LOG_NONE);
    proj_context_set_enable_network(m_context, 0);
}

ProjContext::~ProjContext()
{
    proj_context_destroy(m_context);
}

ProjContext::Listening::Listening(ProjContext &context) : m_context(context)
{
    context.m_complaint.clear();
    proj_log_level(context.get(), PJ_LOG_ERROR);
}

ProjContext::Listening::~Listening()
{
    proj_log_level(m_context.get(), PJ_LOG_NONE);
}

void ProjContext::listen(void *self, int, const char *message)
{
    // The first complaint is the cause, later ones only pass it on.
    QString &complaint = static_cast<ProjContext *>(self)->m_complaint;
    if (complaint.isEmpty())
        complaint = QString::fromUtf8(message);
}

QString ProjContext::reason() const
{
    static const QRegularExpression prefix(QStringLiteral("^(proj_\\w+: )?(Error \\d+ \\([^)]*\\): )?"));
    const QString said = QString(m_complaint).remove(prefix).trimmed();
    if (!said.isEmpty())
        return said;
    const int code = proj_context_errno(m_context);
    return code == 0 ? tr("unknown reason")
                     : QString::fromUtf8(proj_context_errno_string(m_context, code));
}

ProjContext &threadContext()
{
    thread_local ProjContext context;
    return context;
}

} // namespace ca
