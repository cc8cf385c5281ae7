// SPDX-License-Identifier: GPL-3.0-or-later
#include "Measures.h"

#include "ArticleMaker.h"
#include "PageMaker.h"
#include "library/Library.h"
#include "store/AtlasCompiler.h"
#include "suggest/Suggester.h"
#include "support/TestData.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace ca::bench {
namespace {

class Timer {
public:
    Timer() : m_begun(std::clock()) { m_timer.start(); }
    /// Processor time of the whole process: what stays the same when others keep the machine busy.
    [[nodiscard]] double cpuMs() const { return std::round(1e5 * static_cast<double>(std::clock() - m_begun) / CLOCKS_PER_SEC) / 100; }
    [[nodiscard]] double ms() const { return std::round(static_cast<double>(m_timer.nsecsElapsed()) / 1e4) / 100; }

private:
    QElapsedTimer m_timer;
    std::clock_t m_begun;
};

QJsonObject failed(const QString &reason)
{
    return {{QStringLiteral("error"), reason}};
}

double megabytes(qint64 bytes)
{
    return std::round(static_cast<double>(bytes) / 1e5) / 10;
}

/// The most memory this process had resident, in MB of a million bytes. Linux only; 0 elsewhere.
double peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return megabytes(line.mid(6).simplified().split(' ').front().toLongLong() * 1024);
    }
    return 0;
}

AtlasData atlasData()
{
    return AtlasCompiler::readText(test::sourcePath(QStringLiteral("geodata"))).source.data;
}

struct Query {
    QString words;
    DocumentFilter filter = {};
};

std::vector<Query> queries()
{
    static const char16_t *const words[] = {
        u"rail", u"the", u"of the", u"port", u"railway", u"a", u"pri", u"minister budget", u"freight wagon border treaty",
        u"the treaty and the port", u"zengezur", u"Zəngəzur", u"Зангезур", u"Զանգեզուր", u"Zangezur corridor", u"Меғри",
        u"Meğri", u"მეღრი", u"Nakhchivan", u"Нахичевань", u"naxcivan", u"Baku Tbilisi Kars", u"Баку", u"дорога", u"и в не",
        u"вагонов", u"yol liman", u"ve bir", u"qatar stansiya", u"ճանապարհ", u"და არის", u"გზა", u"2024", u"Badorvel",
        u"quixotic", u"zzz", u"Средин"};
    std::vector<Query> all;
    for (const char16_t *text : words)
        all.push_back({QString::fromUtf16(text)});
    DocumentFilter publisher;
    publisher.publisher = QStringLiteral("Made-up Gazette 7");
    DocumentFilter dates;
    dates.issuedFrom = QStringLiteral("2020");
    dates.issuedTo = QStringLiteral("2021-06");
    DocumentFilter few;
    few.documents = QSet<qint64>{5, 50, 500, 1500};
    for (const DocumentFilter &filter : {publisher, dates, few}) {
        all.push_back({QStringLiteral("the"), filter});
        all.push_back({QStringLiteral("Zangezur rail"), filter});
        all.push_back({QString(), filter});
    }
    return all;
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

QJsonObject spread(const std::vector<double> &times)
{
    return {{QStringLiteral("p50"), percentile(times, 0.5)}, {QStringLiteral("p95"), percentile(times, 0.95)},
            {QStringLiteral("max"), percentile(times, 1)}};
}

/// First time each, as a reader meets it; then once more each.
QJsonObject searches(const Library &library)
{
    QJsonObject out;
    QJsonArray slowest;
    for (const char *round : {"search_ms", "search_again_ms"}) {
        std::vector<double> times;
        std::vector<double> cpuTimes;
        std::vector<std::pair<double, QString>> named;
        for (const Query &query : queries()) {
            const Timer timer;
            const std::size_t hits = library.search(query.words, 50, query.filter).size();
            times.push_back(timer.ms());
            cpuTimes.push_back(timer.cpuMs());
            named.emplace_back(times.back(), QStringLiteral("%1%2: %3 hits, %4 ms").arg(query.words, query.filter.empty() ? QString() : QStringLiteral(" (filtered)"))
                                                 .arg(hits).arg(times.back()));
        }
        std::sort(named.rbegin(), named.rend());
        slowest = {};
        for (std::size_t i = 0; i < 5; ++i)
            slowest << named[i].second;
        out[QLatin1String(round)] = spread(times);
        out[QStringLiteral("search_cpu_ms")] = spread(cpuTimes);
    }
    out[QStringLiteral("slowest")] = slowest;
    out[QStringLiteral("queries")] = static_cast<int>(queries().size());
    return out;
}

} // namespace

QJsonObject generate(const Task &task)
{
    QDir().mkpath(task.pages);
    qint64 bytes = 0;
    for (int number = 0; number < task.articles; ++number) {
        QFile file(QStringLiteral("%1/%2.html").arg(task.pages).arg(number, 6, 10, QLatin1Char('0')));
        const QByteArray page = makePage(makeArticle(number));
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size())
            return failed(file.errorString());
        bytes += page.size();
    }
    return {{QStringLiteral("pages_mb"), megabytes(bytes)}};
}

QJsonObject import(const Task &task)
{
    const Atlas atlas(withPassages(atlasData(), task.articles));
    Result<std::unique_ptr<Library>> library = Library::open(task.library);
    if (!library)
        return failed(library.error().text());
    const Timer timer;
    const ImportReport report = importInto(**library, {task.pages}, atlas);
    const double seconds = timer.ms() / 1000;
    if (report.added() != task.articles)
        return failed(QStringLiteral("%1 of %2 pages were added. %3").arg(report.added()).arg(task.articles)
                          .arg(report.allProblems().value(0)));
    library->reset();   // the last checkpoint
    return {{QStringLiteral("import_per_s"), std::round(10 * task.articles / seconds) / 10},
            {QStringLiteral("import_cpu_ms_each"), std::round(timer.cpuMs() / task.articles * 100) / 100},
            {QStringLiteral("import_rss_mb"), peakMemory()},
            {QStringLiteral("recognised"), report.recognised()},
            {QStringLiteral("library_mb"), megabytes(QFileInfo(task.library).size())}};
}

QJsonObject use(const Task &task)
{
    const Timer opening;
    Result<std::unique_ptr<Library>> opened = Library::open(task.library);
    if (!opened)
        return failed(opened.error().text());
    QJsonObject out{{QStringLiteral("open_ms"), opening.ms()}, {QStringLiteral("open_cpu_ms"), opening.cpuMs()}};
    const Library &library = **opened;
    const Timer listing;
    const std::vector<Document> documents = library.documents();
    out[QStringLiteral("documents_ms")] = listing.ms();
    const Timer reviewing;
    qsizetype verdicts = 0;
    for (const Document &document : documents)
        verdicts += static_cast<qsizetype>(library.verdicts(document.id).size());
    out[QStringLiteral("verdicts_ms")] = reviewing.ms();
    out[QStringLiteral("verdicts")] = verdicts;
    const QJsonObject searched = searches(library);
    for (auto member = searched.begin(); member != searched.end(); ++member)
        out[member.key()] = member.value();
    out[QStringLiteral("search_rss_mb")] = peakMemory();
    return out;
}

QJsonObject suggest(const Task &task)
{
    const Suggester suggester(std::make_shared<const Atlas>(atlasData()));
    Result<std::unique_ptr<Library>> opened = Library::open(task.library);
    if (!opened)
        return failed(opened.error().text());
    std::vector<double> times;
    for (qint64 id = 1; id <= std::min(100, task.articles); ++id) {
        const ArticleText text = (*opened)->text(id);
        const Timer timer;
        (void)suggester.suggest(text);
        times.push_back(timer.ms());
    }
    return {{QStringLiteral("suggest_ms"), spread(times)}};
}

} // namespace ca::bench
