// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/CitationFormat.h"

#include "citation/CitationDates.h"
#include "citation/CitationParts.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTextBoundaryFinder>

// Rules after the Publication Manual of the American Psychological Association, 7th edition: elements 9.4–9.6, authors
// 9.7–9.12, dates 9.13–9.17 ("ca." for approximate ones, 8.15), titles 9.18–9.22, sources 9.23–9.37, missing elements
// table 9.1 (https://apastyle.apa.org/style-grammar-guidelines/references/missing-information), examples of chapter 10.
// Titles are not put into sentence case: that would take knowing which words are names.
namespace ca::citationformat {

namespace {

using namespace citationparts;

constexpr std::size_t mostAuthors = 20;

QString firstGrapheme(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? text.left(end) : QString();
}

/// "Jean-Paul Georg" → "J.-P. G."
QString initials(const QString &given)
{
    QStringList names;
    for (QString word : given.split(u' ', Qt::SkipEmptyParts)) {
        QStringList parts;
        // "J.R." is two names.
        word.replace(QRegularExpression(QStringLiteral("\\.(?=\\p{L})")), QStringLiteral(". "));
        for (const QString &name : word.split(u' ')) {
            QStringList hyphened;
            for (const QString &part : name.split(u'-', Qt::SkipEmptyParts))
                hyphened << firstGrapheme(part) + u'.';
            parts << hyphened.join(u'-');
        }
        names << parts.join(u' ');
    }
    return names.join(u' ');
}

QString inverted(const CslName &name)
{
    if (name.isLiteral())
        return name.literal;
    QString first = initials(name.given);
    if (!name.droppingParticle.isEmpty())
        first += (first.isEmpty() ? QString() : QStringLiteral(" ")) + name.droppingParticle;
    QStringList parts{name.familyText()};
    if (!first.isEmpty())
        parts << first;
    if (!name.suffix.isEmpty())
        parts << name.suffix;
    return parts.join(QStringLiteral(", "));
}

QString initialsFirst(const CslName &name)
{
    if (name.isLiteral())
        return name.literal;
    QStringList parts;
    for (const QString &part : {initials(name.given), name.droppingParticle, name.familyText(), name.suffix}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(u' ');
}

QString authorList(const std::vector<CslName> &authors)
{
    QStringList names;
    for (const CslName &name : authors)
        names << inverted(name);
    if (authors.size() > mostAuthors)
        return QStringList(names.mid(0, mostAuthors - 1)).join(QStringLiteral(", ")) + QStringLiteral(", . . . ") + names.back();
    if (names.size() < 2)
        return names.join(QString());
    return names.mid(0, names.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(", & ") + names.back();
}

/// Elements of a reference, each closed by a full stop.
class Reference {
public:
    Reference &element(RichText text)
    {
        if (text.isEmpty())
            return *this;
        text.punctuate(u'.');
        return open(text);
    }
    Reference &element(const QString &text) { return element(RichText(text)); }
    /// An address: a full stop behind it would be taken for a part of it.
    Reference &open(const RichText &text)
    {
        if (!m_text.isEmpty())
            m_text.add(QStringLiteral(" "));
        m_text.add(text);
        return *this;
    }
    [[nodiscard]] RichText finished() const { return m_text; }

private:
    RichText m_text;
};

bool hasItalicTitle(const QString &type)
{
    return !isPeriodical(type) && type != QLatin1String("chapter") && !type.startsWith(QLatin1String("post"));
}

/// What stands in brackets behind the title: number of a report, edition, whose text a copy is.
QString titleDetails(const CslItem &item)
{
    QStringList details;
    const QString number = item.text("number"), edition = item.text("edition"), genre = item.text("genre");
    if (!number.isEmpty())
        details << (genre.isEmpty() ? QStringLiteral("No. ") : genre + QStringLiteral(" No. ")) + number;
    if (!edition.isEmpty())
        details << editionText(edition);
    QString text = details.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(details.join(QStringLiteral(", ")));
    if (const QString original = item.custom("copy_of"); !original.isEmpty())
        text += QStringLiteral(" [Copy of %1]").arg(original);
    return text;
}

RichText titleText(const CslItem &item)
{
    const QString title = item.text("title"), type = item.type();
    if (!title.isEmpty())
        return RichText().add(title, hasItalicTitle(type)).add(titleDetails(item));
    const QString description = item.custom("description");
    return RichText(QStringLiteral("[%1]").arg(capitalised(description.isEmpty() ? kindOf(type) : description)))
        .add(titleDetails(item));
}

QString apaDate(const CslItem &item)
{
    const bool onlyYear = standsAlone(item.type()) || item.type() == QLatin1String("chapter")
        || item.type() == QLatin1String("article-journal");
    const CslDate date = item.date("issued");
    const QString text = onlyYear && item.type() != QLatin1String("report") ? citationdates::year(date) : citationdates::yearFirst(date);
    return QStringLiteral("(%1)").arg(text.isEmpty() ? QStringLiteral("n.d.") : text);
}

RichText periodicalText(const CslItem &item)
{
    RichText text;
    text.add(venue(item), true);
    const QString volume = item.text("volume"), issue = item.text("issue"), pages = withRangeDash(item.text("page"));
    if (!volume.isEmpty())
        text.add(QStringLiteral(", ")).add(volume, true);
    if (!issue.isEmpty())
        text.add(volume.isEmpty() ? QStringLiteral(", (%1)").arg(issue) : QStringLiteral("(%1)").arg(issue));
    if (!pages.isEmpty())
        text.add(QStringLiteral(", ") + pages);
    return text;
}

RichText chapterText(const CslItem &item)
{
    const std::vector<CslName> editors = item.names("editor");
    QStringList names;
    for (const CslName &editor : editors)
        names << initialsFirst(editor);
    RichText text(QStringLiteral("In "));
    if (names.size() > 2)
        text.add(names.mid(0, names.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(", & ") + names.back());
    else
        text.add(names.join(QStringLiteral(" & ")));
    if (!names.isEmpty())
        text.add(names.size() > 1 ? QStringLiteral(" (Eds.), ") : QStringLiteral(" (Ed.), "));
    text.add(item.text("container-title"), true);
    if (const QString pages = locatorText({Locator::Kind::Page, item.text("page")}); !pages.isEmpty())
        text.add(QStringLiteral(" (%1)").arg(pages));
    return text;
}

/// @param lead the element that already stands in the author's place: it is not named twice.
void addSource(Reference &reference, const CslItem &item, const QString &lead)
{
    const QString type = item.type(), publisher = item.text("publisher");
    const auto unlessLead = [&lead](const QString &name) { return name == lead ? QString() : name; };
    if (isPeriodical(type)) {
        if (venue(item) != lead)
            reference.element(periodicalText(item));
    } else if (type == QLatin1String("chapter")) {
        reference.element(chapterText(item)).element(unlessLead(publisher));
    } else if (standsAlone(type)) {
        reference.element(unlessLead(publisher));
    } else if (type.startsWith(QLatin1String("post"))) {
        reference.element(RichText().add(unlessLead(venue(item)), true));
    } else {
        reference.element(unlessLead(venue(item))).element(unlessLead(otherPublisher(item)));
    }
}

void addAddress(Reference &reference, const CslItem &item, const CitationOptions &options)
{
    const QString address = item.address();
    if (!options.link || address.isEmpty())
        return;
    RichText text;
    CslDate accessed = citationdates::fromIso(options.accessed);
    if (options.accessed.isEmpty() && item.date("issued").isEmpty())
        accessed = item.date("accessed");
    if (!accessed.isEmpty())
        text.add(QStringLiteral("Retrieved %1, from ").arg(citationdates::american(accessed)));
    reference.open(text.addLink(address));
}

QString editorList(const CslItem &item)
{
    const std::vector<CslName> editors = item.names("editor");
    if (item.type() != QLatin1String("book") || editors.empty())
        return {};
    return authorList(editors) + (editors.size() > 1 ? QStringLiteral(" (Eds.)") : QStringLiteral(" (Ed.)"));
}

QString inTextNames(const CslItem &item)
{
    const std::vector<CslName> names = item.names("author").empty() ? item.names("editor") : item.names("author");
    if (names.empty())
        return {};
    const QString first = names.front().familyText();
    if (names.size() > 2)
        return first + QStringLiteral(" et al.");
    return names.size() == 2 ? first + QStringLiteral(" & ") + names.back().familyText() : first;
}

} // namespace

RichText apaReference(const QJsonObject &json, const CitationOptions &options)
{
    const CslItem item(json);
    const RichText title = titleText(item);
    QString lead = authorList(item.names("author"));
    if (lead.isEmpty())
        lead = editorList(item);
    // Without author and title, the body that publishes stands for the author (9.11).
    if (lead.isEmpty() && item.text("title").isEmpty() && item.custom("description").isEmpty())
        lead = venue(item);
    Reference reference;
    if (lead.isEmpty())
        reference.element(title).element(apaDate(item));
    else
        reference.element(lead).element(apaDate(item)).element(title);
    addSource(reference, item, lead);
    addAddress(reference, item, options);
    return reference.finished();
}

QString apaInText(const QJsonObject &json, const Locator &locator)
{
    const CslItem item(json);
    QString who = inTextNames(item);
    if (who.isEmpty() && !item.text("title").isEmpty())
        who = QStringLiteral("“%1”").arg(innerQuotes(item.text("title")));
    if (who.isEmpty() && !item.custom("description").isEmpty())
        who = QStringLiteral("[%1]").arg(capitalised(item.custom("description")));
    if (who.isEmpty())
        who = venue(item).isEmpty() ? QStringLiteral("[%1]").arg(capitalised(kindOf(item.type()))) : venue(item);
    const QString year = citationdates::year(item.date("issued"));
    RichText text(who);
    text.punctuate(u',');
    text.add(u' ' + (year.isEmpty() ? QStringLiteral("n.d.") : year));
    const QString place = locatorText(locator);
    return QStringLiteral("(%1)").arg(text.plainText() + (place.isEmpty() ? QString() : QStringLiteral(", ") + place));
}

} // namespace ca::citationformat
