// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Tr.h"
#include "commands/AtlasAccess.h"
#include "commands/Command.h"
#include "commands/TextTable.h"
#include "document/TextExtractor.h"
#include "suggest/Suggester.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <optional>

namespace ca {

namespace {

const QString minScoreOption = QStringLiteral("--min-score");

/// Subjects at or above a score; passages that lose all of theirs are left out.
std::vector<Suggestion> atLeast(std::vector<Suggestion> suggestions, double score)
{
    for (Suggestion &suggestion : suggestions)
        std::erase_if(suggestion.subjects, [score](const SubjectScore &subject) { return subject.score < score; });
    std::erase_if(suggestions, [](const Suggestion &suggestion) { return suggestion.subjects.empty(); });
    return suggestions;
}

double roundedWeight(double score)
{
    return std::round(score * 100) / 100;
}

QJsonObject toJson(const SubjectScore &subject)
{
    return {{QStringLiteral("id"), subject.id},
            {QStringLiteral("score"), roundedWeight(subject.score)},
            {QStringLiteral("reasons"), QJsonArray::fromStringList(subject.reasons)},
            {QStringLiteral("context"), subject.context}};
}

/// Offsets are code points of the extracted text with \n line ends, as everywhere in files.
void printJson(const std::vector<Suggestion> &suggestions, CommandIo &io)
{
    QJsonArray passages;
    for (const Suggestion &suggestion : suggestions) {
        QJsonArray subjects;
        for (const SubjectScore &subject : suggestion.subjects)
            subjects.append(toJson(subject));
        passages.append(QJsonObject{{QStringLiteral("start"), suggestion.startCodePoint},
                                    {QStringLiteral("end"), suggestion.endCodePoint},
                                    {QStringLiteral("goes_on"), suggestion.goesOn},
                                    {QStringLiteral("subjects"), subjects}});
    }
    io.out << QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("passages"), passages}}).toJson());
}

/// The first words of a passage, enough to find it.
QString beginning(const ArticleText &article, const Suggestion &suggestion)
{
    constexpr qsizetype words = 5, letters = 60;
    const QString text = article.text.mid(suggestion.start, std::min(suggestion.end - suggestion.start, 400)).simplified();
    const QString few = text.section(u' ', 0, words - 1);
    return (few.size() > letters ? few.left(letters) : few) + (few.size() < text.size() ? QStringLiteral(" …") : QString());
}

void printTable(const std::vector<Suggestion> &suggestions, const ArticleText &article, CommandIo &io)
{
    TextTable table({tr("from"), tr("to"), tr("score"), tr("subject"), tr("passage"), tr("why")}, {0, 1, 2});
    for (const Suggestion &suggestion : suggestions) {
        for (const SubjectScore &subject : suggestion.subjects) {
            const bool first = &subject == &suggestion.subjects.front();
            table.addRow({first ? QString::number(suggestion.startCodePoint) : QString(), first ? QString::number(suggestion.endCodePoint) : QString(),
                          QString::number(subject.score, 'f', 2), subject.id, first ? beginning(article, suggestion) : QString(),
                          subject.reasons.join(QStringLiteral("; "))});
        }
    }
    io.out << (suggestions.empty() ? tr("no passage speaks of a subject of the atlas") + u'\n' : table.text());
}

/// Nullopt for what is no number from 0 to 1.
std::optional<double> minScore(const CommandLine &line)
{
    if (!line.has(minScoreOption))
        return Suggester::likely;
    bool ok = false;
    const double score = line.value(minScoreOption).toDouble(&ok);
    return ok && score >= 0 && score <= 1 ? std::optional(score) : std::nullopt;
}

int runSuggest(const CommandLine &line, CommandIo &io)
{
    const std::optional<double> score = minScore(line);
    if (!score)
        return io.badUsage(tr("%1 takes a number from 0 to 1").arg(minScoreOption));
    if (line.words().isEmpty())
        return io.badUsage(tr("which file? see “corridor-atlas suggest --help”"));
    const auto atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    const Result<ExtractedText> text = TextExtractor::read(line.words().front());
    if (!text)
        return io.failed(text.error().text());
    const ArticleText article = ArticleText::fromPlainText(text->text);
    const std::vector<Suggestion> suggestions = atLeast(Suggester(*atlas).suggest(article), *score);
    line.has(QStringLiteral("--json")) ? printJson(suggestions, io) : printTable(suggestions, article, io);
    return ExitDone;
}

} // namespace

const Command &suggestCommand()
{
    static const Command command{
        QStringLiteral("suggest"), QStringLiteral("FILE"), 1,
        tr("propose passages of a document with the segments and other subjects they speak of"),
        {jsonOption(), {minScoreOption, QStringLiteral("0…1"), tr("leave out subjects below this score; 0.5 unless told")}, atlasOption()},
        false, runSuggest};
    return command;
}

} // namespace ca
