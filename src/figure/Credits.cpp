// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/Credits.h"

#include "atlas/ProvenanceCredits.h"
#include "base/Tr.h"
#include "figure/FigureText.h"

namespace ca {

namespace {

QString layerTitle(const QString &id)
{
    const QString title = baseLayerTitle(id);
    return title.toLower() == title ? title : title.left(1).toLower() + title.mid(1);
}

/// SPDX writes "CC-BY-4.0", print "CC BY 4.0".
QString printedLicence(const Credit &credit)
{
    return QString(credit.licence).replace(u'-', u' ');
}

QString detail(const Credit &credit)
{
    QString text = credit.text;
    if (!credit.dataDate.isEmpty() && !text.contains(credit.dataDate))
        text += QStringLiteral(", ") + credit.dataDate;
    const QString licence = printedLicence(credit);
    if (!licence.isEmpty() && !text.contains(licence))
        text += QStringLiteral(" (%1)").arg(licence);
    return text;
}

/// "Country names: Unicode CLDR" says itself what it is owed for.
bool namesItsMatter(const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1String(": ")), comma = text.indexOf(u',');
    return colon > 0 && (comma < 0 || colon < comma);
}

void note(QStringList &list, const QString &entry)
{
    if (!entry.isEmpty() && !list.contains(entry))
        list << entry;
}

/// "Places: GeoNames; translations from …" → "GeoNames".
QString nameIn(const QString &text)
{
    const QString whom = namesItsMatter(text) ? text.section(QStringLiteral(": "), 1) : text;
    return whom.section(u',', 0, 0).section(u';', 0, 0).trimmed();
}

/// Layers that owe the same are named together. The painter names each debtor once, so the layers come from the base map.
void addLayers(Credits &credits, const DrawnSummary &drawn, const std::vector<Credit> &baseCredits)
{
    QStringList details;
    QHash<QString, QStringList> layers;
    for (const Credit &credit : baseCredits) {
        if (!drawn.layers.contains(credit.layer))
            continue;
        const QString text = detail(credit);
        note(details, text);
        note(layers[text], layerTitle(credit.layer));
        note(credits.licences, printedLicence(credit));
        if (const QString name = nameIn(credit.text); name != QLatin1String("Corridor Atlas"))
            note(credits.names, name);
    }
    for (const QString &text : details) {
        const QString whose = figuretext::sentence(layers.value(text).join(QStringLiteral(", ")));
        credits.lines << (namesItsMatter(text) ? text : whose + QStringLiteral(": ") + text);
    }
}

QString extractOf(const QStringList &dates)
{
    return dates.size() == 1 ? tr("extract of %1").arg(dates.front()) : tr("extracts of %1").arg(dates.join(QStringLiteral(" and ")));
}

/// The user's layers that say whom they owe; the others are the user's own matter.
void addAdded(Credits &credits, const DrawnSummary &drawn)
{
    QStringList titles;
    for (const DrawnSummary::Added &layer : drawn.added) {
        if (layer.credit.text.isEmpty()) {
            note(titles, layer.title);
            continue;
        }
        Credit credit = layer.credit;
        if (!credit.dataDate.isEmpty())
            credit.dataDate = extractOf({credit.dataDate});
        note(credits.lines, tr("Layers of OpenStreetMap: %1").arg(detail(credit)));
        note(credits.licences, printedLicence(credit));
        note(credits.names, credit.text);
    }
    if (!titles.isEmpty())
        credits.lines << tr("Added by the maker of this map: %1").arg(titles.join(QStringLiteral(", ")));
}

void addLines(Credits &credits, const DrawnSummary &drawn)
{
    QStringList owed;
    for (const Credit &credit : provenanceCredits()) {
        const QString provenance = credit.layer.section(u':', 1);
        if (!drawn.provenances.contains(provenance))
            continue;
        Credit dated = credit;
        if (provenance == QLatin1String("osm") && !drawn.extractDates.isEmpty())
            dated.dataDate = extractOf(drawn.extractDates);
        owed << detail(dated);
        note(credits.licences, printedLicence(credit));
        note(credits.names, credit.text);
    }
    if (drawn.provenances.contains(QLatin1String("web-page")))
        owed << tr("public pages");
    if (drawn.provenances.contains(QLatin1String("estimated")))
        owed << tr("own estimates");
    if (!owed.isEmpty())
        credits.lines << tr("Corridor lines: %1").arg(owed.join(QStringLiteral("; ")));
}

} // namespace

Credits Credits::of(const DrawnSummary &drawn, const std::vector<Credit> &baseCredits, const QString &projection)
{
    Credits credits;
    addLayers(credits, drawn, baseCredits);
    addLines(credits, drawn);
    addAdded(credits, drawn);
    if (!projection.isEmpty())
        credits.lines << tr("Projection: %1").arg(projection);
    return credits;
}

QString Credits::brief() const
{
    return names.isEmpty() ? QString() : tr("Map data: %1.").arg(names.join(QStringLiteral("; ")));
}

QString Credits::text() const
{
    return lines.isEmpty() ? QString() : lines.join(QStringLiteral(". ")) + u'.';
}

} // namespace ca
