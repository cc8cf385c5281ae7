// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/XmlLoads.h"

#include <libxml/parser.h>

#include <atomic>
#include <mutex>

namespace ca::XmlLoads {
namespace {

std::atomic<int> refusals{0};

xmlParserInputPtr refuse(const char *, const char *, xmlParserCtxtPtr)
{
    refusals.fetch_add(1, std::memory_order_relaxed);
    return nullptr;
}

} // namespace

void forbid()
{
    static std::once_flag once;
    std::call_once(once, [] {
        xmlInitParser();
        xmlSetExternalEntityLoader(refuse);
    });
}

int refused()
{
    return refusals.load(std::memory_order_relaxed);
}

} // namespace ca::XmlLoads
