// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/LayerNodes.h"

#include "atlas/Folding.h"
#include "base/Tr.h"
#include "panels/Describe.h"
#include "window/Session.h"

#include <QFileInfo>
#include <QLocale>

namespace ca {

namespace {

using Kind = LayerModel::Kind;

std::unique_ptr<LayerNode> make(Kind kind, const QString &id, const QString &title)
{
    auto node = std::make_unique<LayerNode>();
    node->kind = kind;
    node->id = id;
    node->title = title;
    return node;
}

/// What the filter looks at: every name of the thing, folded.
QString searchText(const Atlas &atlas, const LayerNode &node)
{
    QStringList words{node.title, node.detail};
    for (const Name *name : atlas.names(node.id))
        words << name->name;
    return fold(words.join(QLatin1Char(' ')));
}

std::unique_ptr<LayerNode> segmentNode(const Session &session, const CorridorMember &member, const Segment &segment)
{
    const Atlas &atlas = *session.atlas();
    auto node = make(Kind::Segment, segment.id, session.nameOf(segment.id));
    const CurrentStatus status = atlas.status(segment.id);
    node->corridor = member.corridor;
    node->mode = segment.mainMode();
    node->status = status.status;
    // What matters most comes first: a narrow panel cuts the end.
    QStringList detail{describe::kilometres(segment.lengthMetres), title(status.status), describe::modes(segment)};
    if (member.role != Role::Main)
        detail << title(member.role);
    node->detail = detail.join(QStringLiteral(" · "));
    node->tip = tr("%1 – %2\nStatus: %3\n%4")
                    .arg(segment.from, segment.to, describe::status(status),
                         describe::passageCount(describe::ownPassages(atlas, segment.id)));
    node->search = searchText(atlas, *node) + QLatin1Char(' ') + fold(segment.from + QLatin1Char(' ') + segment.to);
    return node;
}

void addCorridors(const Session &session, LayerNode &root)
{
    const Atlas &atlas = *session.atlas();
    LayerNode *group = root.add(make(Kind::Group, {}, tr("Corridors")));
    for (const Subject *corridor : atlas.corridors()) {
        auto node = make(Kind::Corridor, corridor->id, session.nameOf(corridor->id));
        node->corridor = corridor->id;
        double metres = 0;
        for (const CorridorMember *member : atlas.members(corridor->id)) {
            const Segment *segment = atlas.segment(member->segment);
            if (!segment)
                continue;
            metres += member->role == Role::Main ? segment->lengthMetres : 0;
            node->add(segmentNode(session, *member, *segment));
        }
        node->detail = tr("%1 segments · main line %2").arg(node->children.size()).arg(describe::kilometres(metres));
        node->tip = corridor->note;
        node->search = searchText(atlas, *node);
        group->add(std::move(node));
    }
}

struct SubjectGroup {
    SubjectKind kind;
    const char *title;
};

void addSubjects(const Session &session, LayerNode &root)
{
    constexpr SubjectGroup groups[] = {{SubjectKind::Agreement, QT_TRANSLATE_NOOP("LayerTree", "Agreements")},
                                       {SubjectKind::Plan, QT_TRANSLATE_NOOP("LayerTree", "Plans")},
                                       {SubjectKind::Place, QT_TRANSLATE_NOOP("LayerTree", "Places")},
                                       {SubjectKind::Context, QT_TRANSLATE_NOOP("LayerTree", "Context")}};
    const Atlas &atlas = *session.atlas();
    for (const SubjectGroup &entry : groups) {
        auto group = make(Kind::Group, {}, tr(entry.title));
        for (const Subject &subject : atlas.data().subjects) {
            if (subject.kind != entry.kind)
                continue;
            auto node = make(Kind::Subject, subject.id, session.nameOf(subject.id));
            node->subjectKind = subject.kind;
            node->detail = describe::passageCount(atlas.passages(subject.id).size());
            node->tip = subject.note;
            node->search = searchText(atlas, *node);
            group->add(std::move(node));
        }
        if (!group->children.empty())
            root.add(std::move(group));
    }
}

QString layerDetail(const LayerList::Entry &entry)
{
    if (!entry.problem.isEmpty())
        return entry.problem;
    const LoadedLayer &data = *entry.data;
    if (data.grid)
        return tr("Picture of %1 × %2 pixels").arg(data.grid->width).arg(data.grid->height);
    const QString count = QLocale().toString(qulonglong(data.table->featureCount()));
    switch (data.table->kind) {
    case GeometryKind::Point: return tr("%1 points").arg(count);
    case GeometryKind::Line: return tr("%1 lines").arg(count);
    case GeometryKind::Polygon: return tr("%1 areas").arg(count);
    }
    return {};
}

/// The user's own, the uppermost first; none, no group.
void addUserLayers(const Session &session, LayerNode &root)
{
    const LayerList &layers = session.layers();
    if (layers.entries().empty() && layers.reading().isEmpty())
        return;
    LayerNode *group = root.add(make(Kind::Group, {}, tr("My layers")));
    for (const QString &path : layers.reading()) {
        auto node = make(Kind::UserLayer, {}, QFileInfo(path).completeBaseName());
        node->detail = tr("Being read …");
        node->tip = path;
        group->add(std::move(node));
    }
    for (auto entry = layers.entries().rbegin(); entry != layers.entries().rend(); ++entry) {
        auto node = make(Kind::UserLayer, entry->id, entry->data->title);
        node->detail = layerDetail(*entry);
        node->tip = (QStringList(entry->data->path) + entry->data->remarks()).join(QLatin1Char('\n'));
        node->search = fold(node->title);
        group->add(std::move(node));
    }
}

QString creditFor(const Scene *scene, const QStringList &layers)
{
    QStringList lines;
    if (!scene)
        return {};
    for (const Credit &credit : scene->base().credits) {
        if (!layers.contains(credit.layer))
            continue;
        const QString line = credit.dataDate.isEmpty() ? credit.text : tr("%1, %2").arg(credit.text, credit.dataDate);
        if (!lines.contains(line))
            lines << line;
    }
    return lines.join(QStringLiteral("; "));
}

struct BaseEntry {
    const char *id;
    const char *title;
    const char *source;   ///< layer of the base map whose credit it carries; null = the atlas' own
};

void addBaseLayers(const Session &session, LayerNode &root)
{
    constexpr BaseEntry entries[] = {
        {"symbols", QT_TRANSLATE_NOOP("LayerTree", "Places and agreements of the articles"), nullptr},
        {"stations", QT_TRANSLATE_NOOP("LayerTree", "Stations and ports"), nullptr},
        {"places", QT_TRANSLATE_NOOP("LayerTree", "Towns and cities"), "places"},
        {"countries", QT_TRANSLATE_NOOP("LayerTree", "Country names"), "countries"},
        {"borders", QT_TRANSLATE_NOOP("LayerTree", "Borders"), "borders"},
        {"rivers", QT_TRANSLATE_NOOP("LayerTree", "Rivers"), "rivers"},
        {"lakes", QT_TRANSLATE_NOOP("LayerTree", "Lakes"), "lakes"},
        {"seas", QT_TRANSLATE_NOOP("LayerTree", "Seas"), "seas"},
        {"land", QT_TRANSLATE_NOOP("LayerTree", "Land"), "land"},
        {"graticule", QT_TRANSLATE_NOOP("LayerTree", "Graticule"), nullptr}};
    LayerNode *group = root.add(make(Kind::Group, {}, tr("Base map")));
    for (const BaseEntry &entry : entries) {
        auto node = make(Kind::BaseLayer, QLatin1String(entry.id), tr(entry.title));
        if (entry.source)
            node->detail = creditFor(session.scene().get(), {QLatin1String(entry.source)});
        node->tip = node->detail;
        if (node->id == QLatin1String("borders"))
            node->tip += QLatin1Char('\n') + describe::disputes(*session.atlas());
        node->search = fold(node->title);
        group->add(std::move(node));
    }
}

} // namespace

LayerNode *LayerNode::add(std::unique_ptr<LayerNode> child)
{
    child->parent = this;
    child->row = static_cast<int>(children.size());
    children.push_back(std::move(child));
    return children.back().get();
}

std::unique_ptr<LayerNode> buildLayerNodes(const Session &session)
{
    auto root = std::make_unique<LayerNode>();
    if (!session.atlas())
        return root;
    addUserLayers(session, *root);
    addCorridors(session, *root);
    addSubjects(session, *root);
    addBaseLayers(session, *root);
    return root;
}

} // namespace ca
