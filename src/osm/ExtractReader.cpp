// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ExtractReader.h"

#include "base/Tr.h"
#include "osm/ExtractFile.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace ca {
namespace {

using Pass = ExtractBuilder::Pass;
constexpr std::array passes{Pass::Wanted, Pass::Members, Pass::Places};

class ExtractReading {
public:
    ExtractReading(const QStringList &files, const ExtractOptions &options) : m_names(files), m_options(options) {}

    [[nodiscard]] Result<OsmExtract> read();

private:
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Done> readPass(ExtractBuilder &builder, std::size_t pass);
    [[nodiscard]] Result<Done> checkSeen() const;
    [[nodiscard]] Result<Done> stopped() const { return m_options.cancel.cancelled() ? Result<Done>(Error::of(tr("cancelled"))) : Result<Done>(Done{}); }
    [[nodiscard]] bool hasVersions() const;
    void progress(std::size_t pass, std::size_t file, double share);

    const QStringList &m_names;
    const ExtractOptions &m_options;
    std::vector<std::unique_ptr<ExtractFile>> m_files;
    std::vector<double> m_before;       // bytes of the files before, and of all
    std::vector<std::size_t> m_seen;    // objects of each file
    double m_said = 0;
};

Result<Done> ExtractReading::open()
{
    double bytes = 0;
    for (const QString &name : m_names) {
        auto file = openExtract(name);
        if (!file)
            return file.error();
        m_files.push_back(std::move(*file));
        m_before.push_back(bytes);
        bytes += static_cast<double>(QFileInfo(name).size());
    }
    m_before.push_back(bytes);
    m_seen.resize(m_files.size());
    return Done{};
}

bool ExtractReading::hasVersions() const
{
    return m_files.size() > 1 || std::any_of(m_files.begin(), m_files.end(), [](const auto &file) { return file->hasVersions(); });
}

void ExtractReading::progress(std::size_t pass, std::size_t file, double share)
{
    if (!m_options.progress)
        return;
    const double bytes = m_before[file] + share * (m_before[file + 1] - m_before[file]);
    const double done = (static_cast<double>(pass) + bytes / std::max(m_before.back(), 1.0)) / passes.size();
    if (done >= m_said + 0.005 || done >= 1) {
        m_said = done;
        m_options.progress(done);
    }
}

Result<Done> ExtractReading::readPass(ExtractBuilder &builder, std::size_t pass)
{
    builder.begin(passes[pass]);
    for (std::size_t file = 0; file < m_files.size(); ++file) {
        const ReadWatch watch{m_options.cancel, [&](double share) { progress(pass, file, share); }};
        if (auto done = m_files[file]->read(builder, watch); !done)
            return done;
        if (auto going = stopped(); !going)
            return going;
        if (builder.full())
            return Error{tr("has more of what is wanted than can be kept at once (4 thousand million vertices or characters)"), m_names[static_cast<qsizetype>(file)], 0};
        m_seen[file] += builder.endFile();
    }
    builder.endPass();
    return stopped();
}

Result<Done> ExtractReading::checkSeen() const
{
    const auto empty = std::find(m_seen.begin(), m_seen.end(), std::size_t(0));
    if (empty == m_seen.end())
        return Done{};
    return Error{tr("holds no nodes, ways or relations"), m_names[empty - m_seen.begin()], 0};
}

Result<OsmExtract> ExtractReading::read()
{
    if (m_names.isEmpty())
        return Error::of(tr("no file to read"));
    if (auto opened = open(); !opened)
        return opened.error();
    ExtractBuilder builder(m_options, hasVersions());
    builder.expect(m_before.back());
    for (std::size_t pass = 0; pass < passes.size(); ++pass) {
        if (!builder.needs(passes[pass]))
            continue;
        if (auto done = readPass(builder, pass); !done)
            return done.error();
    }
    if (auto seen = checkSeen(); !seen)
        return seen.error();
    QStringList names;
    for (const QString &name : m_names)
        names << QFileInfo(name).fileName();
    return builder.take(names);
}

} // namespace

Result<OsmExtract> readExtracts(const QStringList &files, const ExtractOptions &options)
{
    return ExtractReading(files, options).read();
}

} // namespace ca
