// SPDX-License-Identifier: GPL-3.0-or-later
// Checks of what is stated and cited: subjects, facts, names, records, passages, contradictions, disputes.
#include "atlas/BorderStretch.h"
#include "atlas/CheckContext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace ca::check {

namespace {

/// Anchors are no longer than this, so that no sentence of an article is kept.
constexpr int anchorWords = 5;
/// The only version of the normalisation rules so far.
constexpr int knownNormalisation = 1;

int countWords(const QString &text)
{
    return static_cast<int>(text.simplified().split(u' ', Qt::SkipEmptyParts).size());
}

void checkAnchor(Row &row, const QString &words, const char *column)
{
    const int count = countWords(words);
    row.need(count >= 1, QStringLiteral("%1 is empty").arg(QLatin1String(column)));
    row.need(count <= anchorWords, QStringLiteral("%1 has %2 words, five are allowed: %3")
                                       .arg(QLatin1String(column)).arg(count).arg(words));
}

/// 2025, 2025-08-08, "since 2020", 2025-08/2026-02, 1990s/2020s, future
bool isTimeReference(const QString &time)
{
    static const QRegularExpression shape(QStringLiteral(
        "\\A(?:(?:since|from|after|before|until|about) )?(.+)\\z"));
    static const QRegularExpression decade(QStringLiteral("\\A\\d{3}0s\\z"));
    if (time == QLatin1String("future"))
        return true;
    const QStringList ends = shape.match(time).captured(1).split(u'/');
    if (ends.size() > 2)
        return false;
    return std::all_of(ends.begin(), ends.end(), [](const QString &end) {
        return isIsoDate(end) || decade.match(end).hasMatch();
    });
}

void checkRefs(Row &row, const Context &context, const Passage &passage)
{
    row.need(!passage.subjects.empty(), QStringLiteral("no subject"));
    QSet<QString> seen;
    for (const SubjectRef &ref : passage.subjects) {
        row.need(context.knows(ref.id), QStringLiteral("unknown subject: %1").arg(ref.id));
        row.need(!seen.contains(ref.id), QStringLiteral("subject named twice: %1").arg(ref.id));
        seen.insert(ref.id);
    }
    for (const QString &id : passage.contradictedBy)
        row.need(context.contradictions.contains(id), QStringLiteral("unknown contradiction: %1").arg(id));
    for (const QString &time : splitList(passage.refersTo))
        row.need(isTimeReference(time), QStringLiteral("refers_to is not a time: %1").arg(time));
}

void checkPassage(Row &row, const Context &context, const Passage &passage)
{
    static const QRegularExpression sha(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    row.needRecords({passage.record}, true);
    row.need(passage.paragraph >= 1, QStringLiteral("paragraphs are counted from 1: %1").arg(passage.paragraph));
    checkAnchor(row, passage.firstWords, "first_words");
    checkAnchor(row, passage.lastWords, "last_words");
    row.need(passage.wordCount >= 1, QStringLiteral("word_count is not positive: %1").arg(passage.wordCount));
    row.need(sha.match(passage.sha256).hasMatch(),
             QStringLiteral("sha256 is not 64 lower-case hexadecimal digits: %1").arg(passage.sha256));
    row.need(passage.normalisation == knownNormalisation,
             QStringLiteral("unknown version of the normalisation: %1").arg(passage.normalisation));
    row.needText(passage.paraphrase, "paraphrase");
    checkRefs(row, context, passage);
}

void checkFact(Row &row, const Context &context, const Fact &fact)
{
    row.need(context.knows(fact.subject), QStringLiteral("unknown subject: %1").arg(fact.subject));
    row.need(factAttributes().contains(fact.attribute), QStringLiteral("unknown attribute: %1").arg(fact.attribute));
    row.needText(fact.value, "value");
    if (fact.attribute == QLatin1String("status"))
        row.need(fromId<Status>(fact.value).has_value(), QStringLiteral("unknown status: %1").arg(fact.value));
    row.needDate(fact.asOf, "as_of");
    row.needText(fact.claimedBy, "claimed_by");
    row.needRecords(fact.sources, true);
}

void checkIssued(Row &row, const Record &record)
{
    const QJsonValue issued = record.csl.value(QLatin1String("issued"));
    if (issued.isUndefined())
        return;
    QString date = record.issued();
    if (date.startsWith(QLatin1String("c. ")))
        date.remove(0, 3);
    for (const QString &end : date.split(u'/'))
        row.need(isIsoDate(end), QStringLiteral("issued is not a date: %1").arg(end));
}

void checkRecord(Row &row, const Record &record)
{
    row.need(!record.csl.value(QLatin1String("type")).toString().isEmpty(), QStringLiteral("type is empty"));
    checkIssued(row, record);
    const QString address = record.csl.value(QLatin1String("URL")).toString();
    if (address.isEmpty())
        return;
    const QUrl url = record.url();
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    row.need(url.isValid() && !url.host().isEmpty() && web,
             QStringLiteral("not a web address: %1").arg(address));
}

} // namespace

void checkSubjects(Context &context)
{
    QSet<QString> seen = context.segments;  // segments and subjects are chosen by id alike
    for (std::size_t i = 0; i < context.data.subjects.size(); ++i) {
        const Subject &subject = context.data.subjects[i];
        Row row(context, "subjects", subject.id, i);
        checkId(row, subject.id, seen);
        row.needText(subject.title, "title");
        const bool placed = !std::isnan(subject.position.lat) || !std::isnan(subject.position.lon);
        row.need(!placed || subject.position.valid(), QStringLiteral("coordinates out of range"));
        row.need(!placed || !subject.coordSource.trimmed().isEmpty(),
                 QStringLiteral("no source: coord_source is empty"));
        row.needRecords(splitList(subject.source), true);
    }
}

void checkFacts(Context &context)
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < context.data.facts.size(); ++i) {
        const Fact &fact = context.data.facts[i];
        Row row(context, "facts", fact.id, i);
        checkId(row, fact.id, seen);
        checkFact(row, context, fact);
    }
}

void checkNames(Context &context)
{
    for (std::size_t i = 0; i < context.data.names.size(); ++i) {
        const Name &name = context.data.names[i];
        Row row(context, "names", name.name, i);
        row.need(context.knows(name.subject), QStringLiteral("unknown subject: %1").arg(name.subject));
        row.need(isLanguage(name.language), QStringLiteral("not a language code: %1").arg(name.language));
        row.needText(name.name, "name");
        row.need(namePolicyWords().contains(name.policy), QStringLiteral("unknown policy: %1").arg(name.policy));
        row.needDate(name.from, "from");
        // Spellings that are only searched for are never printed and need nobody's word.
        row.needRecords(splitList(name.source), name.policy != QLatin1String("search"));
    }
}

void checkRecords(Context &context)
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < context.data.records.size(); ++i) {
        const Record &record = context.data.records[i];
        Row row(context, "records", record.id, i);
        checkId(row, record.id, seen);
        checkRecord(row, record);
    }
}

void checkPassages(Context &context)
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < context.data.passages.size(); ++i) {
        const Passage &passage = context.data.passages[i];
        Row row(context, "passages", passage.id, i);
        checkId(row, passage.id, seen);
        checkPassage(row, context, passage);
    }
}

void checkContradictions(Context &context)
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < context.data.contradictions.size(); ++i) {
        const Contradiction &contradiction = context.data.contradictions[i];
        Row row(context, "contradictions", contradiction.id, i);
        checkId(row, contradiction.id, seen);
        row.needText(contradiction.statement, "statement");
        row.needRecords(contradiction.sources, true);
    }
}

void checkDisputed(Context &context)
{
    QSet<QString> seen;
    for (std::size_t i = 0; i < context.data.disputed.size(); ++i) {
        const DisputedStretch &stretch = context.data.disputed[i];
        Row row(context, "disputed", stretch.id, i);
        checkId(row, stretch.id, seen);
        if (const auto parsed = BorderStretch::parse(stretch.stretch); !parsed)
            row.object(parsed.error().message);
        row.needText(stretch.parties, "parties");
        row.needText(stretch.viewpoint, "viewpoint");
        row.needRecords(splitList(stretch.source), true);
    }
}

} // namespace ca::check
