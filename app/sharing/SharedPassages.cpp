// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/SharedPassages.h"

#include "base/Tr.h"
#include "citation/WebAnnotation.h"
#include "project/AnnotationExchange.h"
#include "sharing/LibraryCopies.h"

#include <QHash>
#include <QSet>

namespace ca {

namespace {

constexpr qsizetype mostNamed = 5;

QSet<QString> passagesWithRemovedLinks(const Project &project)
{
    QSet<QString> passages;
    for (const ProjectLink &link : project.removedLinks())
        passages.insert(link.passage);
    return passages;
}

void addOwn(const Project &project, std::vector<PassageWithLinks> &all)
{
    const QSet<QString> unlinked = passagesWithRemovedLinks(project);
    for (const ProjectPassage &passage : project.passages()) {
        std::vector<ProjectLink> links = project.linksOfPassage(passage.id);
        if (!links.empty() || !unlinked.contains(passage.id))
            all.push_back({passage, std::move(links)});
    }
}

void addOfAtlas(const Project &project, std::vector<PassageWithLinks> &all)
{
    QSet<QString> seen;
    for (const ProjectLink &link : project.links()) {
        if (project.passage(link.passage) || seen.contains(link.passage))
            continue;
        seen.insert(link.passage);
        PassageWithLinks one;
        one.passage.id = link.passage;
        one.links = project.linksOfPassage(link.passage);
        one.ofAtlas = true;
        all.push_back(std::move(one));
    }
}

void placeIn(const ReadingCopy &copy, TextRange words, ProjectPassage &passage)
{
    const Result<TextAnchor> anchor = copy.finder->make(words);
    if (!anchor)
        return;
    passage.original = {*anchor, copy.document.sha256, copy.document.textSha256};
    passage.present = passage.original;
}

/// The annotation that a passage without an id came as.
QString annotationOf(const PassageWithLinks &one)
{
    return one.links.empty() ? one.passage.annotation : one.links.front().annotation;
}

QHash<QString, QString> passagesByAnnotation(const Project &project)
{
    QHash<QString, QString> passages;
    for (const ProjectPassage &passage : project.passages())
        passages.insert(passage.annotation, passage.id);
    for (const ProjectLink &link : project.links())
        passages.insert(link.annotation, link.passage);
    passages.remove(QString());
    return passages;
}

QString strangersText(const QString &what, QStringList ids)
{
    const qsizetype more = ids.size() - mostNamed;
    if (more > 0)
        ids = ids.mid(0, mostNamed) << QStringLiteral("…");
    return what.arg(ids.join(QStringLiteral(", ")));
}

QStringList strangers(const std::vector<PassageWithLinks> &passages, const Atlas &atlas)
{
    QStringList subjects, bundled, warnings;
    for (const PassageWithLinks &one : passages) {
        if (one.ofAtlas && !atlas.passage(one.passage.id))
            bundled << one.passage.id;
        for (const ProjectLink &link : one.links) {
            if (!atlas.segment(link.subject) && !atlas.subject(link.subject))
                subjects << link.subject;
        }
    }
    subjects.removeDuplicates();
    bundled.removeDuplicates();
    if (!subjects.isEmpty())
        warnings << strangersText(tr("This atlas has no %1; the links are kept."), subjects);
    if (!bundled.isEmpty())
        warnings << strangersText(tr("This atlas has no passage %1; the links are kept."), bundled);
    return warnings;
}

} // namespace

std::vector<PassageWithLinks> sharedPassages(const Project &project)
{
    std::vector<PassageWithLinks> all;
    addOwn(project, all);
    addOfAtlas(project, all);
    return all;
}

void completeFromAtlas(std::vector<PassageWithLinks> &passages, const Atlas &atlas, LibraryCopies &copies)
{
    for (PassageWithLinks &one : passages) {
        const Passage *bundled = one.ofAtlas ? atlas.passage(one.passage.id) : nullptr;
        const Record *record = bundled ? atlas.record(bundled->record) : nullptr;
        if (!record)
            continue;
        one.passage.source = record->csl;
        one.passage.sourceUrl = record->url().toString(QUrl::FullyEncoded);
        if (const FoundInCopy found = copies.bundled(*bundled); found.copy && found.range.length > 0)
            placeIn(*found.copy, found.range, one.passage);
    }
}

Result<QByteArray> annotationFile(const std::vector<PassageWithLinks> &passages)
{
    std::vector<AnnotatedPassage> annotations;
    for (const PassageWithLinks &one : passages) {
        for (AnnotatedPassage &annotation : toAnnotations(one))
            annotations.push_back(std::move(annotation));
    }
    return webannotation::write(annotations);
}

Result<std::vector<PassageWithLinks>> readAnnotationFile(const QByteArray &json, const Atlas *atlas)
{
    const Result<std::vector<AnnotatedPassage>> annotations = webannotation::read(json);
    if (!annotations)
        return annotations.error();
    std::vector<PassageWithLinks> read;
    int empty = 0;
    for (const AnnotatedPassage &annotation : *annotations) {
        PassageWithLinks one = fromAnnotation(annotation);
        const TextAnchor &anchor = one.passage.original.anchor;
        if (!one.ofAtlas && anchor.exact.isEmpty() && anchor.start < 0)
            ++empty;
        else
            read.push_back(std::move(one));
    }
    Result<std::vector<PassageWithLinks>> result(read);
    result.warn(annotations.warnings());
    if (empty > 0)
        result.warn({empty == 1 ? tr("1 annotation quotes nothing and was left out.")
                                : tr("%1 annotations quote nothing and were left out.").arg(empty)});
    if (atlas)
        result.warn(strangers(read, *atlas));
    return result;
}

Result<Project::Imported> importShared(Project &project, const std::vector<PassageWithLinks> &passages)
{
    const QHash<QString, QString> known = passagesByAnnotation(project);
    std::vector<PassageWithLinks> merged;
    QHash<QString, std::size_t> places;  // in merged, by the passage's id
    for (PassageWithLinks one : passages) {
        if (one.passage.id.isEmpty())
            one.passage.id = known.value(annotationOf(one));
        const QString id = one.passage.id;
        if (const auto place = places.constFind(id); place != places.constEnd()) {
            std::vector<ProjectLink> &links = merged[*place].links;
            links.insert(links.end(), one.links.begin(), one.links.end());
            continue;
        }
        if (!id.isEmpty())
            places.insert(id, merged.size());
        merged.push_back(std::move(one));
    }
    return project.importPassages(merged);
}

QString importedText(const Project::Imported &count)
{
    if (count.passages + count.links == 0 && count.known > 0)
        return tr("Nothing was added: all of it is in the project already.");
    const QString passages = count.passages == 1 ? tr("1 passage") : tr("%1 passages").arg(count.passages);
    const QString links = count.links == 1 ? tr("1 link") : tr("%1 links").arg(count.links);
    const QString added = tr("Added: %1 and %2").arg(passages, links);
    return count.known == 0 ? added + u'.' : tr("%1; in the project already: %2.").arg(added).arg(count.known);
}

} // namespace ca
