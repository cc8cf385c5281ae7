// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/GeoPackageWriter.h"

#include "base/TaskThread.h"
#include "base/Tr.h"
#include "store/GeoPackageDatabase.h"

#include <QRegularExpression>

#include <array>

namespace ca {
namespace {

constexpr std::size_t batchBytes = 256 << 10;
constexpr std::size_t mostBatches = 32;  // that wait: about as much as is written while an index is sorted

bool isTableName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("\\A[a-z][a-z0-9_]*\\z"));
    return plain.match(name).hasMatch();
}

} // namespace

struct GeoPackageWriter::Private {
    Private(const QString &path, const QDateTime &changed) : database(path, changed) {}

    GeoPackageDatabase database;  ///< once open, for the thread alone
    GeometryKind kind = GeometryKind::Point;
    std::size_t columns = 0;
    bool takesRows = false;  ///< a layer is begun and nothing has failed
    /// Used in turn. Those that wait, the one that is written and the one that is filled are never the same.
    std::array<RowBatch, mostBatches + 2> batches;
    std::size_t filled = 0;
    std::vector<std::int64_t> ids;
    std::vector<Box> boxes;
    TaskThread thread{mostBatches};  ///< ends before the rest goes

    [[nodiscard]] RowBatch &batch() { return batches[filled]; }
    [[nodiscard]] Result<Done> flush();
};

Result<Done> GeoPackageWriter::Private::flush()
{
    Result<Done> given = thread.add([this, &rows = batch()] { return database.addRows(rows); });
    filled = (filled + 1) % batches.size();
    batch().clear();
    return given;
}

GeoPackageWriter::GeoPackageWriter(std::unique_ptr<Private> opened) : d(std::move(opened)) {}
GeoPackageWriter::~GeoPackageWriter() = default;

Result<std::unique_ptr<GeoPackageWriter>> GeoPackageWriter::create(const QString &path, const QDateTime &changed)
{
    auto opened = std::make_unique<Private>(path, changed);
    if (const Result<Done> done = opened->database.open(); !done)
        return done.error();
    return std::unique_ptr<GeoPackageWriter>(new GeoPackageWriter(std::move(opened)));
}

Result<Done> GeoPackageWriter::beginLayer(const GeoPackageLayer &layer)
{
    d->takesRows = false;
    if (!isTableName(layer.table))
        return Error{tr("“%1” is no name for a table: lower-case letters, digits and “_”").arg(layer.table), d->database.target(), 0};
    d->kind = layer.kind;
    d->columns = layer.columns.size();
    d->batch().clear();
    d->ids.clear();
    d->boxes.clear();
    const Result<Done> begun = d->thread.add([this, layer] { return d->database.beginLayer(layer); });
    d->takesRows = begun.ok();
    return begun;
}

void GeoPackageWriter::addRow(std::int64_t fid, const GeoPackageShape &shape, std::span<const GeoPackageCell> cells)
{
    if (!d->takesRows || shape.vertices.empty())
        return;
    Q_ASSERT(cells.size() == d->columns);
    d->boxes.push_back(d->batch().add(d->kind, fid, shape, cells));
    d->ids.push_back(fid);
    if (d->batch().bytes.size() >= batchBytes)
        d->takesRows = d->flush().ok();
}

Result<Done> GeoPackageWriter::endLayer()
{
    d->takesRows = false;
    if (Result<Done> given = d->flush(); !given)
        return given;
    Box all;
    for (const Box &box : d->boxes)
        all.extend(box);
    auto index = std::make_shared<RtreeRows>(sortRtreeRows(d->ids, d->boxes));
    return d->thread.add([this, index, all] { return d->database.endLayer(std::move(*index), all); });
}

Result<Done> GeoPackageWriter::addTable(const QString &table, const QString &title, const QStringList &columns,
                                        const std::vector<QStringList> &rows)
{
    return d->thread.add([=, this] { return d->database.addTable(table, title, columns, rows); });
}

Result<Done> GeoPackageWriter::finish()
{
    if (Result<Done> given = d->thread.add([this] { return d->database.finish(); }); !given)
        return given;
    return d->thread.wait();
}

} // namespace ca
