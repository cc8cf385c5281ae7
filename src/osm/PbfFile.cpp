// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/PbfFile.h"

#include "base/Tr.h"
#include "osm/ExtractTime.h"
#include "osm/OsmiumObjects.h"
#include "osm/PbfFrames.h"

#include <osmium/io/detail/pbf_decoder.hpp>
#include <osmium/thread/pool.hpp>

#include <algorithm>
#include <deque>
#include <future>
#include <optional>

namespace ca {
namespace {

/// Blocks that are unpacked at the same time. By bytes, as a block may state up to 32 MB and its objects take ten times as
/// much; usual ones have a few hundred kilobytes.
constexpr std::size_t bytesAhead = 8'000'000;
constexpr std::size_t blocksAhead = 8;

QDateTime statedDate(const osmium::io::Header &header)
{
    return extractTime(QString::fromStdString(header.get("osmosis_replication_timestamp")));
}

/// Of a pool of our own: the size of the library's shared one is set by variables of the environment.
int unpackingThreads()
{
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4);
}

class PbfFile : public ExtractFile {
public:
    explicit PbfFile(const QString &file) : m_frames(file) {}

    [[nodiscard]] Result<Done> readHeader();
    [[nodiscard]] bool hasVersions() const override { return m_header.has_multiple_object_versions(); }
    [[nodiscard]] Result<Done> read(ExtractBuilder &builder, const ReadWatch &watch) override;

private:
    struct Unpacking {
        std::future<osmium::memory::Buffer> buffer;
        qint64 at = 0;
        std::size_t bytes = 0;
        std::size_t block = 0;
    };
    [[nodiscard]] bool mayHave(std::size_t block, const ExtractBuilder &builder) const;
    [[nodiscard]] Result<Done> fetch(std::optional<osmium::thread::Pool> &pool, const OsmiumObjects &objects, const ExtractBuilder &builder, const CancelToken &cancel);
    [[nodiscard]] Result<Done> handOver(OsmiumObjects &objects, ExtractBuilder &builder);

    PbfFrames m_frames;
    osmium::io::Header m_header;
    std::vector<bool> m_hasWays;   // by block, as the first pass found: not unpacked again for ways
    std::deque<Unpacking> m_ahead;
    std::size_t m_block = 0;       // the next
    std::size_t m_bytes = 0;       // of those ahead
    bool m_atEnd = false;
};

Result<Done> PbfFile::readHeader()
{
    if (auto opened = m_frames.open(); !opened)
        return opened;
    const auto frame = m_frames.next();
    if (!frame)
        return frame.error();
    if (frame->type != "OSMHeader")
        return m_frames.damaged(frame->at, tr("it should be the header of the file"));
    try {
        m_header = osmium::io::detail::decode_header(frame->blob);
    } catch (const std::exception &error) {
        return m_frames.damaged(frame->at, QString::fromUtf8(error.what()));
    }
    return Done{};
}

Result<Done> PbfFile::read(ExtractBuilder &builder, const ReadWatch &watch)
{
    if (auto header = readHeader(); !header)
        return header;
    builder.setDate(statedDate(m_header));
    builder.setBox(statedBox(m_header));
    m_ahead.clear();
    m_block = m_bytes = 0;
    m_atEnd = false;
    std::optional<osmium::thread::Pool> pool;
    OsmiumObjects objects(builder);
    while (true) {
        if (auto fetched = fetch(pool, objects, builder, watch.cancel); !fetched)
            return fetched;
        if (m_ahead.empty())
            return Done{};
        if (watch.cancel.cancelled())
            return Error::of(tr("cancelled"));
        if (auto taken = handOver(objects, builder); !taken)
            return taken;
        watch.progress(m_frames.share());
    }
}

bool PbfFile::mayHave(std::size_t block, const ExtractBuilder &builder) const
{
    return builder.pass() != ExtractBuilder::Pass::Members || block >= m_hasWays.size() || m_hasWays[block];
}

/// Has as many blocks unpacked as are allowed ahead; @p pool is made when there is more than one.
Result<Done> PbfFile::fetch(std::optional<osmium::thread::Pool> &pool, const OsmiumObjects &objects, const ExtractBuilder &builder, const CancelToken &cancel)
{
    while (!m_atEnd && m_ahead.size() < blocksAhead && (m_ahead.empty() || m_bytes < bytesAhead)) {
        if (cancel.cancelled())
            return Error::of(tr("cancelled"));
        auto frame = m_frames.next();
        if (!frame)
            return frame.error();
        m_atEnd = frame->isEnd();
        if (m_atEnd || frame->type != "OSMData")
            continue;
        if (mayHave(m_block, builder)) {
            // The decoder is no part of the library's documented face; its Reader has the same one, but takes a file that
            // breaks off for one that ends, cannot tell where a fault is, and unpacks without regard to memory.
            osmium::io::detail::PBFDataBlobDecoder decoder(std::move(frame->blob), objects.kinds(), osmium::io::read_meta::yes);
            if (m_block > 0 && !pool)
                pool.emplace(unpackingThreads());
            auto buffer = pool ? pool->submit(std::move(decoder)) : std::async(std::launch::deferred, std::move(decoder));
            m_ahead.push_back({std::move(buffer), frame->at, frame->unpacked, m_block});
            m_bytes += frame->unpacked;
        }
        ++m_block;
    }
    return Done{};
}

Result<Done> PbfFile::handOver(OsmiumObjects &objects, ExtractBuilder &builder)
{
    Unpacking next = std::move(m_ahead.front());
    m_ahead.pop_front();
    m_bytes -= next.bytes;
    try {
        osmium::memory::Buffer buffer = next.buffer.get();
        if (builder.pass() == ExtractBuilder::Pass::Wanted) {
            m_hasWays.resize(next.block + 1);
            m_hasWays[next.block] = buffer.committed() > 0 || buffer.has_nested_buffers();
        }
        // What did not fit into one piece of memory is in further ones, the first innermost.
        while (buffer.has_nested_buffers())
            objects.take(*buffer.get_last_nested());
        objects.take(buffer);
    } catch (const std::exception &error) {
        return m_frames.damaged(next.at, QString::fromUtf8(error.what()));
    }
    return Done{};
}

} // namespace

Result<std::unique_ptr<ExtractFile>> openPbf(const QString &file)
{
    auto pbf = std::make_unique<PbfFile>(file);
    if (auto header = pbf->readHeader(); !header)
        return header.error();
    return std::unique_ptr<ExtractFile>(std::move(pbf));
}

} // namespace ca
