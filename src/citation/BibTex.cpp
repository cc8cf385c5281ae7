// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/BibTex.h"

#include "citation/CitationDates.h"
#include "citation/CitationParts.h"
#include "citation/ExportLosses.h"
#include "citation/WellFormed.h"

#include <QCoreApplication>
#include <QHash>
#include <QUrl>

// Types and fields: the biblatex manual, section 2 (https://ctan.org/pkg/biblatex); dates are EDTF level 1, where "~"
// marks an approximate one. Classic BibTeX: Oren Patashnik, BibTeXing (https://ctan.org/pkg/bibtex).
namespace ca::bibtex {

namespace {

QString entryType(const QString &type, Dialect dialect)
{
    static const QHash<QString, QString> modern{
        {QStringLiteral("article-newspaper"), QStringLiteral("article")}, {QStringLiteral("article-magazine"), QStringLiteral("article")},
        {QStringLiteral("article-journal"), QStringLiteral("article")}, {QStringLiteral("article"), QStringLiteral("article")},
        {QStringLiteral("webpage"), QStringLiteral("online")}, {QStringLiteral("post-weblog"), QStringLiteral("online")},
        {QStringLiteral("post"), QStringLiteral("online")}, {QStringLiteral("report"), QStringLiteral("report")},
        {QStringLiteral("book"), QStringLiteral("book")}, {QStringLiteral("chapter"), QStringLiteral("incollection")},
        {QStringLiteral("dataset"), QStringLiteral("dataset")}, {QStringLiteral("thesis"), QStringLiteral("thesis")}};
    const QString word = modern.value(type, QStringLiteral("misc"));
    if (dialect == Dialect::BibLaTeX)
        return word;
    if (word == QLatin1String("report"))
        return QStringLiteral("techreport");
    const bool classic = word == QLatin1String("article") || word == QLatin1String("book") || word == QLatin1String("incollection");
    return classic ? word : QStringLiteral("misc");
}

/// A name part that holds what BibTeX takes names apart by is held together by braces.
QString namePart(const QString &text)
{
    const bool divides = text.contains(u',') || QString(u' ' + text + u' ').contains(QLatin1String(" and "), Qt::CaseInsensitive);
    return divides ? u'{' + escaped(text) + u'}' : escaped(text);
}

QString bibtexName(const CslName &name)
{
    if (name.isLiteral())
        return u'{' + escaped(name.literal) + u'}';
    QStringList particles;
    for (const QString &particle : {name.droppingParticle, name.nonDroppingParticle}) {
        if (!particle.isEmpty())
            particles << namePart(particle);
    }
    // Lower-case words before the family name are its particle for BibTeX; a capital one needs braces to stay there.
    QString family = namePart(name.family);
    if (particles.isEmpty() && name.family.contains(u' '))
        family = u'{' + escaped(name.family) + u'}';
    QStringList parts{(particles + QStringList{family}).join(u' ')};
    if (!name.suffix.isEmpty())
        parts << namePart(name.suffix);
    if (!name.given.isEmpty() || !name.suffix.isEmpty())
        parts << namePart(name.given);
    return parts.join(QStringLiteral(", "));
}

/// Addresses are verbatim for biblatex: what would end the field or the line is percent-encoded.
QString verbatimAddress(const QString &address)
{
    QString text;
    for (const QChar c : oneLine(address)) {
        const bool unsafe = c == u'{' || c == u'}' || c == u'\\' || c == u' ' || c == u'"' || c == u'^';
        text += unsafe ? QString::fromLatin1(QUrl::toPercentEncoding(QString(c))) : QString(c);
    }
    return text;
}

class BibTexEntry {
public:
    BibTexEntry(CslItem item, QString key, Dialect dialect) : m_item(std::move(item)), m_key(std::move(key)), m_dialect(dialect) {}

    QByteArray written()
    {
        m_losses.took("id");
        m_losses.took("type");
        names("author");
        names("editor");
        title();
        venue();
        date();
        simple();
        address();
        noteCustom();
        QByteArray text = '@' + entryType(m_item.type(), m_dialect).toUtf8() + '{' + m_key.toUtf8() + ",\n";
        for (const auto &[name, value] : m_fields)
            text += "  " + name + " = " + value.toUtf8() + ",\n";
        return text + "}\n";
    }
    [[nodiscard]] QString losses() const
    {
        return m_losses.of(m_item);
    }

private:
    [[nodiscard]] bool modern() const { return m_dialect == Dialect::BibLaTeX; }
    void field(const char *name, const QString &value)
    {
        if (!value.isEmpty())
            m_fields.emplace_back(name, u'{' + value + u'}');
    }
    void take(const char *member, const char *name)
    {
        m_losses.took(member);
        field(name, escaped(m_item.text(member)));
    }

    void names(const char *member)
    {
        QStringList names;
        for (const CslName &name : m_item.names(member))
            names << bibtexName(name);
        m_losses.took(member);
        field(member, names.join(QStringLiteral(" and ")));
    }

    /// Double braces: styles that lower the case of titles must leave names alone.
    void title()
    {
        m_losses.took("title");
        const QString title = m_item.text("title"), description = m_item.custom("description");
        if (!title.isEmpty())
            field("title", u'{' + escaped(title) + u'}');
        else if (!description.isEmpty())
            field("title", u'{' + escaped(u'[' + description + u']') + u'}');
    }

    void venue()
    {
        const QString type = m_item.type();
        if (citationparts::isPeriodical(type))
            take("container-title", modern() ? "journaltitle" : "journal");
        else if (type == QLatin1String("chapter"))
            take("container-title", "booktitle");
        else if (!modern())
            take("container-title", "howpublished");
        else
            take("container-title", m_item.text("publisher").isEmpty() ? "organization" : "titleaddon");
        if (modern() && type == QLatin1String("article-newspaper"))
            field("entrysubtype", QStringLiteral("newspaper"));
        else if (modern() && type == QLatin1String("article-magazine"))
            field("entrysubtype", QStringLiteral("magazine"));
        publisher(type);
        take("publisher-place", modern() ? "location" : "address");
    }

    void publisher(const QString &type)
    {
        if (type == QLatin1String("report"))
            take("publisher", "institution");
        else if (modern() && (type == QLatin1String("webpage") || type.startsWith(QLatin1String("post"))))
            take("publisher", "organization");
        else
            take("publisher", "publisher");
    }

    void date()
    {
        const CslDate date = m_item.date("issued");
        m_losses.took("issued");
        if (modern())
            modernDate(date);
        else
            classicDate(date);
        const CslDate accessed = m_item.date("accessed");
        if (modern() || accessed.isEmpty()) {
            m_losses.took("accessed");
            field("urldate", citationdates::iso(accessed));
        }
    }

    void modernDate(const CslDate &date)
    {
        QStringList ends = citationdates::iso(date).split(u'/', Qt::SkipEmptyParts);
        if (date.season && ends.size() == 1 && ends.front().size() == 4)
            ends.front() += QStringLiteral("-2%1").arg(date.season);  // EDTF: 21 spring … 24 winter
        if (date.circa) {
            for (QString &end : ends)
                end += u'~';
        }
        field("date", ends.join(u'/'));
        if (ends.isEmpty() && !date.words.isEmpty())
            m_losses.lost(QStringLiteral("issued (%1)").arg(date.words));
    }

    void classicDate(const CslDate &date)
    {
        static const char *months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
        if (date.circa || date.ends.empty()) {
            field("year", escaped(citationdates::year(date)));
        } else {
            field("year", QString::number(date.ends.front().year));
        }
        if (!date.ends.empty() && date.ends.front().month)
            m_fields.emplace_back("month", QString::fromLatin1(months[date.ends.front().month - 1]));  // a macro of the style
        if (!date.ends.empty() && date.ends.front().day)
            m_losses.lost(QStringLiteral("issued (day)"));
        if (date.ends.size() > 1)
            m_losses.lost(QStringLiteral("issued (end)"));
    }

    void simple()
    {
        take("volume", "volume");
        take("issue", "number");
        if (m_item.text("issue").isEmpty())
            take("number", "number");
        m_losses.took("page");
        field("pages", escaped(m_item.text("page")).replace(QStringLiteral("–"), QStringLiteral("--")));
        take("edition", "edition");
        take("genre", "type");
        language();
        take("ISBN", "isbn");
        take("ISSN", "issn");
        take("abstract", "abstract");
        take("keyword", "keywords");
    }

    /// biblatex hyphenates by the names that babel gives languages.
    void language()
    {
        static const QHash<QString, QString> names{
            {QStringLiteral("en"), QStringLiteral("english")}, {QStringLiteral("ru"), QStringLiteral("russian")},
            {QStringLiteral("tr"), QStringLiteral("turkish")}, {QStringLiteral("az"), QStringLiteral("azerbaijani")},
            {QStringLiteral("hy"), QStringLiteral("armenian")}, {QStringLiteral("ka"), QStringLiteral("georgian")},
            {QStringLiteral("de"), QStringLiteral("german")}, {QStringLiteral("fr"), QStringLiteral("french")},
            {QStringLiteral("es"), QStringLiteral("spanish")}, {QStringLiteral("fa"), QStringLiteral("persian")}};
        if (modern())
            field("langid", names.value(m_item.text("language").section(u'-', 0, 0).toLower()));
        take("language", "language");
    }

    void address()
    {
        m_losses.took("DOI");
        m_losses.took("URL");
        field("doi", verbatimAddress(m_item.doi()));
        field("url", verbatimAddress(m_item.text("URL")));
    }

    void noteCustom()
    {
        QStringList notes;
        if (const QString note = m_item.text("note"); !note.isEmpty())
            notes << note;
        if (const QString original = m_item.custom("copy_of"); !original.isEmpty())
            notes << QStringLiteral("copy of %1").arg(original);
        m_losses.took("note");
        field("note", escaped(notes.join(QStringLiteral("; "))));
    }

    CslItem m_item;
    QString m_key;
    Dialect m_dialect;
    std::vector<std::pair<QByteArray, QString>> m_fields;
    ExportLosses m_losses;
};

} // namespace

QString escaped(const QString &text)
{
    QString tex;
    for (const QChar c : oneLine(text)) {
        switch (c.unicode()) {
        case u'\\': tex += QLatin1String("\\textbackslash{}"); break;
        // A brace counts for BibTeX even behind a backslash.
        case u'{': tex += QLatin1String("\\textbraceleft{}"); break;
        case u'}': tex += QLatin1String("\\textbraceright{}"); break;
        case u'~': tex += QLatin1String("\\textasciitilde{}"); break;
        case u'^': tex += QLatin1String("\\textasciicircum{}"); break;
        case u'#': case u'$': case u'%': case u'&': case u'_': tex += u'\\'; tex += c; break;
        default: tex += c;
        }
    }
    return tex;
}

Result<QByteArray> write(const std::vector<QJsonObject> &items, Dialect dialect)
{
    const QStringList names = keys(items);
    QByteArray text;
    LossReport losses(dialect == Dialect::BibLaTeX ? QStringLiteral("biblatex") : QStringLiteral("BibTeX"));
    for (std::size_t i = 0; i < items.size(); ++i) {
        const CslItem item(items[i]);
        BibTexEntry entry(item, names[qsizetype(i)], dialect);
        text += (i ? "\n" : "") + entry.written();
        losses.add(item, entry.losses());
    }
    Result<QByteArray> result(text);
    result.warn(losses.lines());
    return result;
}

} // namespace ca::bibtex
