// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Tr.h"
#include "citation/BibTex.h"
#include "citation/CitationFormat.h"
#include "citation/CslJson.h"
#include "citation/Ris.h"
#include "commands/AtlasAccess.h"
#include "commands/Command.h"

#include <QSaveFile>

namespace ca {

namespace {

using Items = std::vector<QJsonObject>;

/// One citation a line.
Result<QByteArray> lines(const Items &items, RichText (*style)(const QJsonObject &, const CitationOptions &))
{
    QString text;
    for (const QJsonObject &item : items)
        text += style(item, {}).plainText() + u'\n';
    return text.toUtf8();
}

/// Nullopt for a style that there is not.
std::optional<Result<QByteArray>> cited(const Items &items, const QString &style)
{
    if (style == QLatin1String("chicago"))
        return lines(items, citationformat::chicagoNote);
    if (style == QLatin1String("apa"))
        return lines(items, citationformat::apaReference);
    if (style == QLatin1String("csl"))
        return csljson::write(items);
    if (style == QLatin1String("biblatex"))
        return bibtex::write(items, bibtex::Dialect::BibLaTeX);
    if (style == QLatin1String("bibtex"))
        return bibtex::write(items, bibtex::Dialect::BibTeX);
    return style == QLatin1String("ris") ? std::optional(ris::write(items)) : std::nullopt;
}

Result<Items> itemsNamed(const Atlas &atlas, const QStringList &names)
{
    Items items;
    for (const QString &name : names) {
        if (name == QLatin1String("all")) {
            for (const Record &record : atlas.data().records)
                items.push_back(record.csl);
        } else if (const Record *record = atlas.record(name)) {
            items.push_back(record->csl);
        } else {
            return Error{tr("no record is called “%1”; “corridor-atlas cite all” names them all in --style csl").arg(name), {}, 0};
        }
    }
    return items;
}

int deliver(const QByteArray &text, const QString &file, CommandIo &io)
{
    if (file.isEmpty()) {
        io.out << QString::fromUtf8(text);
        return ExitDone;
    }
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(text) != text.size() || !target.commit())
        return io.failed(tr("%1 could not be written: %2").arg(file, target.errorString()));
    io.out << tr("%1 written").arg(file) << '\n';
    return ExitDone;
}

int runCite(const CommandLine &line, CommandIo &io)
{
    if (line.words().isEmpty())
        return io.badUsage(tr("cite: which? corridor-atlas cite RECORD|all"));
    const QString style = line.has(QStringLiteral("--style")) ? line.value(QStringLiteral("--style")) : QStringLiteral("chicago");
    if (!cited({}, style))
        return io.badUsage(tr("cite: --style wants chicago, apa, csl, biblatex, bibtex or ris, not “%1”").arg(style));
    const Result<std::shared_ptr<const Atlas>> atlas = openAtlas(line);
    if (!atlas)
        return io.failed(atlas.error().text());
    const Result<Items> items = itemsNamed(**atlas, line.words());
    if (!items)
        return io.failed(items.error().text());
    const Result<QByteArray> text = *cited(*items, style);
    if (!text)
        return io.failed(text.error().text());
    for (const QString &loss : text.warnings())
        io.note(loss);
    return deliver(*text, line.value(QStringLiteral("--out")), io);
}

} // namespace

const Command &citeCommand()
{
    static const Command command{QStringLiteral("cite"), QStringLiteral("RECORD …|all"), 1000,
                                 tr("records of sources as citations or for reference managers"),
                                 {{QStringLiteral("--style"), QStringLiteral("S"), tr("chicago (default), apa, csl, biblatex, bibtex or ris")},
                                  {QStringLiteral("--out"), QStringLiteral("FILE"), tr("the file to write (default: print)")},
                                  atlasOption()},
                                 false, runCite};
    return command;
}

} // namespace ca
