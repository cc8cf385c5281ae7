// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/Notes.h"

#include "base/Tr.h"
#include "citation/CitationFormat.h"
#include "citation/CslItem.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace ca {

namespace {

class Builder {
public:
    explicit Builder(const Atlas &atlas) : m_atlas(atlas) {}

    void addPassagesOf(const QString &subject)
    {
        for (const PassageLink &link : m_atlas.passages(subject))
            addPassage(*link.passage);
    }

    void addPassage(const Passage &passage)
    {
        Notes::Note *note = noteOf(passage.record);
        if (!note || m_seenPassages.contains(passage.id))
            return;
        m_seenPassages.insert(passage.id);
        ++note->passages;
        for (const QString &contradiction : passage.contradictedBy)
            markWith(*note, contradiction);
    }

    void addOwnPassage(const AnnotatedPassage &passage)
    {
        if (m_seenPassages.contains(passage.id))
            return;
        m_seenPassages.insert(passage.id);
        ++ownNote(passage).passages;
    }

    void addFactsOf(const QString &subject)
    {
        for (const CorridorMember *member : m_atlas.members(subject))
            addFactsOf(member->segment);
        for (const Fact *fact : m_atlas.facts(subject)) {
            for (const QString &record : fact->sources) {
                if (Notes::Note *note = noteOf(record))
                    ++note->facts;
            }
        }
    }

    Notes finished()
    {
        for (std::size_t i = 0; i < m_contradictions.size(); ++i) {
            Notes::Caveat &caveat = m_notes.caveats[i];
            for (const QString &record : m_contradictions[i]->sources) {
                if (const Notes::Note *note = noteOf(record))
                    caveat.numbers.push_back(note->number);
            }
            std::sort(caveat.numbers.begin(), caveat.numbers.end());
        }
        for (Notes::Note &note : m_notes.notes)
            note.marks.sort();
        return std::move(m_notes);
    }

private:
    /// The record's note, added at the end when it is new; null for records that the atlas does not have.
    Notes::Note *noteOf(const QString &id)
    {
        if (Notes::Note *before = known(id))
            return before;
        const Record *record = m_atlas.record(id);
        return record ? &added(id, {}, record->citation(), record->url().toString()) : nullptr;
    }

    Notes::Note *known(const QString &key)
    {
        const auto number = m_numbers.constFind(key);
        return number == m_numbers.constEnd() ? nullptr : &m_notes.notes[static_cast<std::size_t>(*number - 1)];
    }

    Notes::Note &added(const QString &key, const QJsonObject &own, const QString &citation, const QString &url)
    {
        const int number = int(m_notes.notes.size()) + 1;
        m_numbers.insert(key, number);
        m_notes.notes.push_back({number, key, own, citation, url, 0, 0, {}});
        return m_notes.notes.back();
    }

    /// The note of the user's own source: the atlas' record where it is one of those.
    Notes::Note &ownNote(const AnnotatedPassage &passage)
    {
        const CslItem item(passage.citation);
        if (Notes::Note *ofAtlas = noteOf(item.text("id")))
            return *ofAtlas;
        const QString address = item.address().isEmpty() ? passage.source : item.address();
        const QString key = QStringLiteral("own:")
            + (address.isEmpty() ? QString::fromUtf8(QJsonDocument(passage.citation).toJson(QJsonDocument::Compact)) : address);
        Notes::Note *before = known(key);
        return before ? *before : added(key, passage.citation, ownCitation(passage), address);
    }

    /// Without the full stop that ends a note: the address follows.
    static QString ownCitation(const AnnotatedPassage &passage)
    {
        if (passage.citation.isEmpty())
            return tr("Source without a citation");
        CitationOptions options;
        options.link = false;
        QString text = citationformat::chicagoNote(passage.citation, options).plainText();
        if (text.endsWith(u'.'))
            text.chop(1);
        return text;
    }

    void markWith(Notes::Note &note, const QString &id)
    {
        const Contradiction *contradiction = m_atlas.contradiction(id);
        if (!contradiction)
            return;
        auto found = std::find(m_contradictions.begin(), m_contradictions.end(), contradiction);
        const auto index = std::size_t(found - m_contradictions.begin());
        if (found == m_contradictions.end()) {
            m_contradictions.push_back(contradiction);
            m_notes.caveats.push_back({markFor(index), contradiction->statement, {}});
        }
        if (const QString &mark = m_notes.caveats[index].mark; !note.marks.contains(mark))
            note.marks.append(mark);
    }

    /// a … z, then aa, ab …
    static QString markFor(std::size_t index)
    {
        const QString last(QChar(u'a' + char16_t(index % 26)));
        return index < 26 ? last : markFor(index / 26 - 1) + last;
    }

    const Atlas &m_atlas;
    Notes m_notes;
    QHash<QString, int> m_numbers;
    QSet<QString> m_seenPassages;
    std::vector<const Contradiction *> m_contradictions;
};

} // namespace

Notes Notes::of(const Atlas &atlas, const QStringList &subjects, const QStringList &passages, const std::vector<AnnotatedPassage> &own)
{
    Builder builder(atlas);
    for (const QString &id : passages) {
        const auto mine = std::find_if(own.begin(), own.end(), [&](const AnnotatedPassage &one) { return one.id == id; });
        if (const Passage *passage = atlas.passage(id))
            builder.addPassage(*passage);
        else if (mine != own.end())
            builder.addOwnPassage(*mine);
    }
    for (const QString &subject : subjects) {
        builder.addPassagesOf(subject);
        for (const AnnotatedPassage &mine : own) {
            if (mine.speaksOf(subject))
                builder.addOwnPassage(mine);
        }
    }
    for (const QString &subject : subjects)
        builder.addFactsOf(subject);
    return builder.finished();
}

QStringList Notes::plainText() const
{
    QStringList lines;
    for (const Note &note : notes) {
        QString line = QStringLiteral("%1. %2").arg(note.number).arg(note.citation);
        if (!note.url.isEmpty())
            line += QStringLiteral(" <%1>").arg(note.url);
        if (!note.marks.isEmpty())
            line += QStringLiteral(" [%1]").arg(note.marks.join(u','));
        lines << line;
    }
    for (const Caveat &caveat : caveats)
        lines << QStringLiteral("%1: %2").arg(caveat.mark, caveat.statement);
    return lines;
}

} // namespace ca
