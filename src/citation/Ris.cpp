// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/Ris.h"

#include "citation/CitationDates.h"
#include "citation/CitationParts.h"
#include "citation/ExportLosses.h"
#include "citation/WellFormed.h"

#include <QHash>

// Tags and types: RIS Format Specifications (2011), https://github.com/aurimasv/translators/wiki/RIS-Tag-Map for what
// programs make of them. A line is tag, two spaces, hyphen, space, value; ER ends a record.
namespace ca::ris {

namespace {

QString typeCode(const QString &type)
{
    static const QHash<QString, QString> codes{
        {QStringLiteral("article-newspaper"), QStringLiteral("NEWS")}, {QStringLiteral("article-magazine"), QStringLiteral("MGZN")},
        {QStringLiteral("article-journal"), QStringLiteral("JOUR")}, {QStringLiteral("article"), QStringLiteral("JOUR")},
        {QStringLiteral("webpage"), QStringLiteral("ELEC")}, {QStringLiteral("post-weblog"), QStringLiteral("BLOG")},
        {QStringLiteral("post"), QStringLiteral("BLOG")}, {QStringLiteral("report"), QStringLiteral("RPRT")},
        {QStringLiteral("book"), QStringLiteral("BOOK")}, {QStringLiteral("chapter"), QStringLiteral("CHAP")},
        {QStringLiteral("dataset"), QStringLiteral("DATA")}, {QStringLiteral("thesis"), QStringLiteral("THES")},
        {QStringLiteral("map"), QStringLiteral("MAP")}};
    return codes.value(type, QStringLiteral("GEN"));
}

/// "Family, Given, Suffix"; a literal name as it is, where a comma would cut it the comma goes.
QString risName(const CslName &name)
{
    if (name.isLiteral())
        return QString(name.literal).remove(u',');
    QString text = name.familyText();
    QString given = name.given;
    if (!name.droppingParticle.isEmpty())
        given += (given.isEmpty() ? QString() : QStringLiteral(" ")) + name.droppingParticle;
    if (!given.isEmpty() || !name.suffix.isEmpty())
        text += QStringLiteral(", ") + given;
    if (!name.suffix.isEmpty())
        text += QStringLiteral(", ") + name.suffix;
    return text;
}

/// "2025/11/13/", "2025/11//", "2025///"; words behind the last slash.
QString dateText(const CslDate &date, const QString &words)
{
    if (date.ends.empty())
        return date.words.isEmpty() ? QString() : QStringLiteral("///") + date.words;
    const CslDay &day = date.ends.front();
    const auto two = [](int number) { return number ? QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')) : QString(); };
    return QStringLiteral("%1/%2/%3/%4").arg(day.year, 4, 10, QLatin1Char('0')).arg(two(day.month), two(day.day), words);
}

class RisEntry {
public:
    explicit RisEntry(CslItem item) : m_item(std::move(item)) {}

    QByteArray written()
    {
        m_losses.took("type");
        line("TY", typeCode(m_item.type()));
        names("author", "AU");
        names("editor", m_item.type() == QLatin1String("book") ? "ED" : "A2");
        title();
        take("container-title", "T2");
        take("publisher", "PB");
        take("publisher-place", "CY");
        dates();
        numbers();
        take("URL", "UR");
        m_losses.took("DOI");
        line("DO", m_item.doi());
        take("language", "LA");
        take("genre", "M3");
        take("section", "SE");
        take("abstract", "AB");
        take("keyword", "KW");
        take("note", "N1");
        if (const QString original = m_item.custom("copy_of"); !original.isEmpty())
            line("N1", QStringLiteral("copy of ") + original);
        take("id", "ID");
        return m_text + "ER  - \r\n";
    }
    [[nodiscard]] QString losses() const { return m_losses.of(m_item); }

private:
    void line(const char *tag, const QString &value)
    {
        if (!value.isEmpty())
            m_text += QByteArray(tag) + "  - " + oneLine(value).toUtf8() + "\r\n";
    }
    void take(const char *member, const char *tag)
    {
        m_losses.took(member);
        line(tag, m_item.text(member));
    }
    void names(const char *member, const char *tag)
    {
        m_losses.took(member);
        for (const CslName &name : m_item.names(member)) {
            line(tag, risName(name));
            if (name.isLiteral() && name.literal.contains(u','))
                m_losses.lost(QStringLiteral("%1 (comma of “%2”)").arg(QLatin1String(member), name.literal));
        }
    }
    void title()
    {
        m_losses.took("title");
        const QString title = m_item.text("title"), description = m_item.custom("description");
        line("TI", title.isEmpty() && !description.isEmpty() ? u'[' + description + u']' : title);
    }
    void dates()
    {
        m_losses.took("issued");
        m_losses.took("accessed");
        const CslDate date = m_item.date("issued");
        if (!date.ends.empty())
            line("PY", QStringLiteral("%1").arg(date.ends.front().year, 4, 10, QLatin1Char('0')));
        // What a day cannot say (about, from – to, a season) stands where the format has room for words.
        const bool plain = !date.circa && !date.season && date.ends.size() < 2;
        line("DA", dateText(date, plain ? QString() : citationdates::american(date)));
        line("Y2", dateText(m_item.date("accessed"), {}));
    }
    void numbers()
    {
        take("volume", "VL");
        take("issue", "IS");
        take("number", m_item.type() == QLatin1String("report") ? "SN" : "M1");
        take("edition", "ET");
        take("ISBN", "SN");
        take("ISSN", "SN");
        m_losses.took("page");
        const QString pages = citationparts::withRangeDash(m_item.text("page"));
        line("SP", pages.section(u'–', 0, 0));
        line("EP", pages.section(u'–', 1));
    }

    CslItem m_item;
    QByteArray m_text;
    ExportLosses m_losses;
};

} // namespace

Result<QByteArray> write(const std::vector<QJsonObject> &items)
{
    QByteArray text;
    LossReport losses(QStringLiteral("RIS"));
    for (const QJsonObject &json : items) {
        const CslItem item(json);
        RisEntry entry(item);
        text += entry.written();
        losses.add(item, entry.losses());
    }
    Result<QByteArray> result(text);
    result.warn(losses.lines());
    return result;
}

} // namespace ca::ris
