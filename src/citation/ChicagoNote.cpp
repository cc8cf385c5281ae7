// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/CitationFormat.h"

#include "citation/CitationDates.h"
#include "citation/CitationParts.h"

#include <QStringList>

// Rules after the Chicago Manual of Style, 18th edition: order and punctuation of notes 13.18–13.22 and the quick guide
// (https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-1.html); up to two authors, else "et al."
// 13.23; no author: title first 13.80; newspapers and magazines 14.87–14.98; websites, whose names are upright unless
// they are those of a periodical, 14.104; undated pages want the date of access 13.15; uncertain dates with "ca." 13.98;
// comma inside the closing quotation mark 6.9.
namespace ca::citationformat {

namespace {

using namespace citationparts;

QString authorsText(const std::vector<CslName> &authors)
{
    if (authors.empty())
        return {};
    const QString first = authors.front().naturalOrder();
    if (authors.size() > 2)
        return first + QStringLiteral(" et al.");
    return authors.size() == 2 ? first + QStringLiteral(" and ") + authors.back().naturalOrder() : first;
}

/// Parts of a note: each is set off from the one before by a comma.
class Note {
public:
    Note &part(const RichText &text)
    {
        if (text.isEmpty())
            return *this;
        if (!m_text.isEmpty()) {
            m_text.punctuate(u',');
            m_text.add(QStringLiteral(" "));
        }
        m_text.add(text);
        return *this;
    }
    Note &part(const QString &text) { return part(RichText(text)); }
    Note &italic(const QString &text) { return part(RichText().add(text, true)); }
    /// Joined without a comma.
    Note &append(const QString &text, bool italic = false)
    {
        m_text.add(m_text.isEmpty() ? text.trimmed() : text, italic);
        return *this;
    }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] RichText finished()
    {
        m_text.punctuate(u'.');
        return m_text;
    }

private:
    RichText m_text;
};

QString chicagoDate(const CslItem &item)
{
    const QString date = citationdates::american(item.date("issued"));
    return date.isEmpty() ? QStringLiteral("n.d.") : date;
}

RichText quoted(const QString &title)
{
    return RichText(QStringLiteral("“%1”").arg(innerQuotes(title)));
}

/// A record without a title: the atlas' description where there is one; a work with an author says that its title is
/// missing; else publisher and date are the citation.
void addTitle(Note &note, const CslItem &item)
{
    const QString title = item.text("title"), description = item.custom("description");
    if (!title.isEmpty())
        standsAlone(item.type()) ? note.italic(title) : note.part(quoted(title));
    else if (!description.isEmpty())
        note.part(note.isEmpty() ? capitalised(description) : description);
    else if (!note.isEmpty() || !item.custom("title_note").isEmpty() || venue(item).isEmpty())
        note.part(note.isEmpty() ? QStringLiteral("[Title not known]") : QStringLiteral("[title not known]"));
}

QString editorsText(const CslItem &item)
{
    const std::vector<CslName> editors = item.names("editor");
    return editors.empty() ? QString() : QStringLiteral("ed. ") + authorsText(editors);
}

void addCopy(Note &note, const CslItem &item)
{
    if (const QString original = item.custom("copy_of"); !original.isEmpty())
        note.part(QStringLiteral("copy of ") + original);
}

/// "(Publisher, 2024)": the 18th edition no longer asks for the place.
void addImprint(Note &note, const CslItem &item)
{
    QStringList imprint;
    if (const QString publisher = item.text("publisher"); !publisher.isEmpty() && !isAuthor(item, publisher))
        imprint << publisher;
    const bool book = item.type() != QLatin1String("report") && item.type() != QLatin1String("dataset");
    const QString year = citationdates::year(item.date("issued"));
    imprint << (book && !year.isEmpty() ? year : chicagoDate(item));
    note.append(QStringLiteral(" (%1)").arg(imprint.join(QStringLiteral(", "))));
}

void addJournal(Note &note, const CslItem &item, const Locator &locator)
{
    const QString volume = item.text("volume"), issue = item.text("issue");
    note.italic(item.text("container-title"));
    if (!volume.isEmpty())
        note.append(u' ' + volume);
    if (!issue.isEmpty())
        note.part(QStringLiteral("no. ") + issue);
    note.append(QStringLiteral(" (%1)").arg(chicagoDate(item)));
    const QString pages = locator.kind == Locator::Kind::None ? withRangeDash(item.text("page")) : locatorText(locator, true);
    if (!pages.isEmpty())
        note.append(QStringLiteral(": ") + pages);
}

void addBook(Note &note, const CslItem &item, const Locator &locator)
{
    const bool chapter = item.type() == QLatin1String("chapter");
    if (chapter)
        note.part(RichText(QStringLiteral("in ")).add(item.text("container-title"), true));
    if (chapter || !item.names("author").empty())
        note.part(editorsText(item));
    note.part(editionText(item.text("edition")));
    if (const QString number = item.text("number"); !number.isEmpty())
        note.part(item.text("genre").isEmpty() ? QStringLiteral("no. ") + number : item.text("genre") + u' ' + number);
    addImprint(note, item);
    note.part(locatorText(locator, true));
}

void addPage(Note &note, const CslItem &item, const Locator &locator)
{
    const QString container = item.text("container-title");
    const bool blog = item.type() == QLatin1String("post-weblog");
    if (isPeriodical(item.type()) || blog)
        note.part(item.text("section")).italic(container);
    else
        note.part(isAuthor(item, container) ? QString() : container);
    if (blog && !container.isEmpty() && !container.contains(QLatin1String("blog"), Qt::CaseInsensitive))
        note.append(QStringLiteral(" (blog)"));
    if (const QString publisher = item.text("publisher"); container.isEmpty() && !isAuthor(item, publisher))
        note.part(publisher);
    else
        note.part(otherPublisher(item));
    addCopy(note, item);
    note.part(chicagoDate(item)).part(locatorText(locator));
}

void addAddress(Note &note, const CslItem &item, const CitationOptions &options)
{
    CslDate accessed = citationdates::fromIso(options.accessed);
    if (options.accessed.isEmpty() && item.date("issued").isEmpty())
        accessed = item.date("accessed");
    if (!accessed.isEmpty())
        note.part(QStringLiteral("accessed ") + citationdates::american(accessed));
    if (options.link && !item.address().isEmpty())
        note.part(RichText().addLink(item.address()));
}

} // namespace

QString locatorText(const Locator &locator, bool bare)
{
    const QString value = withRangeDash(locator.value.simplified());
    if (value.isEmpty() || locator.kind == Locator::Kind::None)
        return {};
    const bool several = value.contains(u'–') || value.contains(u',');
    if (locator.kind == Locator::Kind::Paragraph)
        return (several ? QStringLiteral("paras. ") : QStringLiteral("para. ")) + value;
    return bare ? value : (several ? QStringLiteral("pp. ") : QStringLiteral("p. ")) + value;
}

RichText chicagoNote(const QJsonObject &json, const CitationOptions &options)
{
    const CslItem item(json);
    const QString type = item.type();
    const bool book = standsAlone(type) || type == QLatin1String("chapter");
    Note note;
    if (const std::vector<CslName> authors = item.names("author"); !authors.empty())
        note.part(authorsText(authors));
    else if (const std::vector<CslName> editors = item.names("editor"); type == QLatin1String("book") && !editors.empty())
        note.part(authorsText(editors)).part(editors.size() > 1 ? QStringLiteral("eds.") : QStringLiteral("ed."));
    // A book is never cited by its publisher alone.
    addTitle(note, item);
    if (type == QLatin1String("article-journal"))
        addJournal(note, item, options.locator);
    else if (book && !note.isEmpty())
        addBook(note, item, options.locator);
    else
        addPage(note, item, options.locator);
    addAddress(note, item, options);
    return note.finished();
}

} // namespace ca::citationformat
