// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/RecordColumns.h"

#include "project/ProjectWords.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ca {
namespace {

/// Never null: the database would take that for NULL.
QVariant text(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

QVariant time(const QDateTime &value)
{
    return value.isValid() ? value.toUTC().toString(Qt::ISODateWithMs) : QStringLiteral("");
}

QVariant json(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QVariant list(const QStringList &values)
{
    return json(QJsonDocument(QJsonArray::fromStringList(values)));
}

template <class E>
QVariant word(const std::optional<E> &value, QString (*toId)(E))
{
    return value ? toId(*value) : QStringLiteral("");
}

QStringList split(const char *names)
{
    return QString::fromLatin1(names).split(u' ');
}

QStringList placeNames(const char *prefix)
{
    QStringList names = split("exact prefix suffix start end normalisation document_sha256 text_sha256");
    for (QString &name : names)
        name.prepend(QLatin1String(prefix));
    return names;
}

QVariantList anchorValues(const TextAnchor &anchor)
{
    return {text(anchor.exact), text(anchor.prefix), text(anchor.suffix), anchor.start, anchor.end, anchor.normalisation};
}

TextAnchor readAnchor(RowReader &row)
{
    TextAnchor anchor;
    anchor.exact = row.text();
    anchor.prefix = row.text();
    anchor.suffix = row.text();
    anchor.start = row.number();
    anchor.end = row.number();
    anchor.normalisation = row.number();
    return anchor;
}

QVariantList placeValues(const PassagePlace &place)
{
    return anchorValues(place.anchor) << text(place.documentSha256) << text(place.textSha256);
}

PassagePlace readPlace(RowReader &row)
{
    PassagePlace place;
    place.anchor = readAnchor(row);
    place.documentSha256 = row.text();
    place.textSha256 = row.text();
    return place;
}

} // namespace

template <>
QString RecordColumns<ProjectPassage>::table() { return QStringLiteral("passages"); }

template <>
QStringList RecordColumns<ProjectPassage>::names()
{
    return split("id position source source_url archive_url retrieved") + placeNames("original_") + placeNames("present_")
        + split("verdict verdict_reason verdict_at claim note author created modified annotation extra");
}

template <>
QVariantList RecordColumns<ProjectPassage>::values(const ProjectPassage &passage)
{
    QVariantList values{text(passage.id), passage.order, json(QJsonDocument(passage.source)), text(passage.sourceUrl),
                        text(passage.archiveUrl), text(passage.retrieved)};
    values += placeValues(passage.original);
    values += placeValues(passage.present);
    values += {word(passage.check.verdict, &verdictId), text(passage.check.reason), time(passage.check.checked),
               word(passage.claim, &toId<Claim>), text(passage.note), text(passage.author),
               time(passage.created), time(passage.modified), text(passage.annotation), json(QJsonDocument(passage.extra))};
    return values;
}

template <>
ProjectPassage RecordColumns<ProjectPassage>::read(RowReader &row)
{
    ProjectPassage passage;
    passage.id = row.text();
    passage.order = row.bigNumber();
    passage.source = row.object();
    passage.sourceUrl = row.text();
    passage.archiveUrl = row.text();
    passage.retrieved = row.text();
    passage.original = readPlace(row);
    passage.present = readPlace(row);
    passage.check.verdict = row.word(&verdictFromId);
    passage.check.reason = row.text();
    passage.check.checked = row.time();
    passage.claim = row.word(&fromId<Claim>);
    passage.note = row.text();
    passage.author = row.text();
    passage.created = row.time();
    passage.modified = row.time();
    passage.annotation = row.text();
    passage.extra = row.object();
    return passage;
}

template <>
QString RecordColumns<ProjectLink>::table() { return QStringLiteral("links"); }

template <>
QStringList RecordColumns<ProjectLink>::names()
{
    return split("id position passage subject role claim note author created modified origin score reasons annotation extra removed removed_by");
}

template <>
QVariantList RecordColumns<ProjectLink>::values(const ProjectLink &link)
{
    return {text(link.id), link.order, text(link.passage), text(link.subject), roleId(link.context), word(link.claim, &toId<Claim>),
            text(link.note), text(link.author), time(link.created), time(link.modified), originId(link.origin), link.score,
            list(link.reasons), text(link.annotation), json(QJsonDocument(link.extra)), time(link.removed), text(link.removedBy)};
}

template <>
ProjectLink RecordColumns<ProjectLink>::read(RowReader &row)
{
    ProjectLink link;
    link.id = row.text();
    link.order = row.bigNumber();
    link.passage = row.text();
    link.subject = row.text();
    link.context = row.needed(row.word(&roleFromId));
    link.claim = row.word(&fromId<Claim>);
    link.note = row.text();
    link.author = row.text();
    link.created = row.time();
    link.modified = row.time();
    link.origin = row.needed(row.word(&originFromId));
    link.score = row.real();
    link.reasons = row.list();
    link.annotation = row.text();
    link.extra = row.object();
    link.removed = row.time();
    link.removedBy = row.text();
    return link;
}

template <>
QString RecordColumns<ProjectNote>::table() { return QStringLiteral("notes"); }

template <>
QStringList RecordColumns<ProjectNote>::names()
{
    return split("id position target_kind target text author created modified");
}

template <>
QVariantList RecordColumns<ProjectNote>::values(const ProjectNote &note)
{
    return {text(note.id), note.order, noteTargetId(note.kind), text(note.target), text(note.text), text(note.author),
            time(note.created), time(note.modified)};
}

template <>
ProjectNote RecordColumns<ProjectNote>::read(RowReader &row)
{
    ProjectNote note;
    note.id = row.text();
    note.order = row.bigNumber();
    note.kind = row.needed(row.word(&noteTargetFromId));
    note.target = row.text();
    note.text = row.text();
    note.author = row.text();
    note.created = row.time();
    note.modified = row.time();
    return note;
}

template <>
QString RecordColumns<RejectedSuggestion>::table() { return QStringLiteral("rejected_suggestions"); }

template <>
QStringList RecordColumns<RejectedSuggestion>::names()
{
    // "end" is a word of SQL.
    return split("id position text_sha256 exact prefix suffix start \"end\" normalisation subject author created");
}

template <>
QVariantList RecordColumns<RejectedSuggestion>::values(const RejectedSuggestion &rejected)
{
    return QVariantList{text(rejected.id), rejected.order, text(rejected.textSha256)} + anchorValues(rejected.anchor)
        + QVariantList{text(rejected.subject), text(rejected.author), time(rejected.created)};
}

template <>
RejectedSuggestion RecordColumns<RejectedSuggestion>::read(RowReader &row)
{
    RejectedSuggestion rejected;
    rejected.id = row.text();
    rejected.order = row.bigNumber();
    rejected.textSha256 = row.text();
    rejected.anchor = readAnchor(row);
    rejected.subject = row.text();
    rejected.author = row.text();
    rejected.created = row.time();
    return rejected;
}

template <>
QString RecordColumns<ProjectView>::table() { return QStringLiteral("views"); }

template <>
QStringList RecordColumns<ProjectView>::names() { return split("id position name view author created modified"); }

template <>
QVariantList RecordColumns<ProjectView>::values(const ProjectView &view)
{
    return {text(view.id), view.order, text(view.name), json(QJsonDocument(view.view.toJson())), text(view.author), time(view.created), time(view.modified)};
}

template <>
ProjectView RecordColumns<ProjectView>::read(RowReader &row)
{
    ProjectView view;
    view.id = row.text();
    view.order = row.bigNumber();
    view.name = row.text();
    view.view = row.needed(row.result(FigureView::fromJson(row.object())));
    view.view.name = view.name;
    view.author = row.text();
    view.created = row.time();
    view.modified = row.time();
    return view;
}

template <>
QString RecordColumns<ProjectSetting>::table() { return QStringLiteral("settings"); }

template <>
QStringList RecordColumns<ProjectSetting>::names() { return split("id position value"); }

template <>
QVariantList RecordColumns<ProjectSetting>::values(const ProjectSetting &setting)
{
    const QString array = json(QJsonDocument(QJsonArray{setting.value})).toString();
    return {text(setting.id), setting.order, array.mid(1, array.size() - 2)};
}

template <>
ProjectSetting RecordColumns<ProjectSetting>::read(RowReader &row)
{
    ProjectSetting setting;
    setting.id = row.text();
    setting.order = row.bigNumber();
    setting.value = row.json();
    return setting;
}

} // namespace ca
