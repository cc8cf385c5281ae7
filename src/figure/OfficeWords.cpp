// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/OfficeWords.h"

#include "base/Tr.h"
#include "citation/WellFormed.h"
#include "figure/FigureMetadata.h"
#include "figure/OfficePackage.h"
#include "map/Scene.h"

namespace ca::officewords {

namespace {

/// What a figure cites travels with it also where its page shows no notes.
Notes notesOf(const FigureComposition &figure)
{
    return figure.content.notes.empty() ? Notes::of(figure.map.scene->atlas(), figure.noteSubjects, figure.notePassages, figure.ownPassages)
                                        : figure.content.notes;
}

Source sourceOf(const Notes::Note &note)
{
    const QString marks = note.marks.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(note.marks.join(QStringLiteral(", ")));
    return {note.number, note.citation + marks, note.url};
}

Caveat caveatOf(const Notes::Caveat &caveat)
{
    QStringList numbers;
    for (const int number : caveat.numbers)
        numbers << QString::number(number);
    const QString text = numbers.isEmpty() ? caveat.statement
                                           : tr("Contradicted or qualified: %1 (%2)").arg(caveat.statement, numbers.join(QStringLiteral(", ")));
    return {caveat.mark, text};
}

} // namespace

Words of(const FigureComposition &figure)
{
    const FigureMetadata metadata = FigureMetadata::of(figure);
    Words words;
    words.description = metadata.description;
    words.sourcesTitle = tr("Sources");
    const Notes notes = notesOf(figure);
    for (const Notes::Note &note : notes.notes)
        words.sources.push_back(sourceOf(note));
    for (const Notes::Caveat &caveat : notes.caveats)
        words.caveats.push_back(caveatOf(caveat));
    words.creditsTitle = tr("Map data");
    words.credits = metadata.credits;
    words.disclaimer = figure.content.disclaimer;
    words.software = tr("Made with %1.").arg(metadata.software);
    return words;
}

QString drawingRuns(const QString &text, const QString &attributes, const QString &fill, const QString &link)
{
    QString xml;
    for (const officexml::Run &run : officexml::runs(text)) {
        const QString language = run.language.isEmpty() ? QStringLiteral("en-GB") : run.language;
        const QString font = run.font.isEmpty() ? QString() : QStringLiteral("<a:latin typeface=\"%1\"/><a:ea typeface=\"%1\"/><a:cs typeface=\"%1\"/>").arg(run.font);
        xml += QStringLiteral("<a:r><a:rPr lang=\"%1\"%2 dirty=\"0\">%3%4%5</a:rPr><a:t>%6</a:t></a:r>")
                   .arg(language, attributes, fill, font, link, xmlEscaped(run.text));
    }
    return xml;
}

} // namespace ca::officewords
