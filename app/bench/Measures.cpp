// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/Measures.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <ctime>

#include <unistd.h>

namespace ca {

namespace {

QByteArray fileText(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double roundedMs(double value)
{
    return std::round(value * 1000) / 1000;
}

} // namespace

double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double millisecondsSinceStart()
{
    // proc(5): the program's name, in brackets, may hold spaces; starttime is the twentieth field after it, in ticks since boot.
    const QByteArray stat = fileText("/proc/self/stat");
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    if (fields.size() < 20 || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return 0;
    const double started = fields[19].toDouble() / double(sysconf(_SC_CLK_TCK));
    return (double(now.tv_sec) + double(now.tv_nsec) / 1e9 - started) * 1000;
}

double peakMegabytes()
{
    for (const QByteArray &line : fileText("/proc/self/status").split('\n')) {
        if (line.startsWith("VmHWM:"))
            return roundedMs(line.mid(6).trimmed().split(' ').front().toDouble() * 1024 / 1e6);
    }
    return 0;
}

double Samples::quantile(double share) const
{
    if (m_values.empty())
        return 0;
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const auto rank = std::size_t(std::ceil(share * double(sorted.size())));
    return roundedMs(sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1]);
}

QJsonObject Samples::medianAndRange() const
{
    return {{QStringLiteral("p50"), quantile(0.5)}, {QStringLiteral("min"), quantile(0)}, {QStringLiteral("max"), quantile(1)}};
}

QJsonObject Samples::medianAndTail() const
{
    return {{QStringLiteral("p50"), quantile(0.5)}, {QStringLiteral("p99"), quantile(0.99)}, {QStringLiteral("max"), quantile(1)}};
}

} // namespace ca
