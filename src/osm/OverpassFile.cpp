// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OverpassFile.h"

#include "base/Tr.h"
#include "osm/OverpassEvents.h"
#include "osm/PackedText.h"

#include <iterator>

namespace ca {
namespace {

/// Of one object: the largest ones known take a few ten megabytes.
constexpr std::size_t longestElement = 128'000'000;

struct OverpassCancelled : std::exception {};

struct OverpassTooLarge : std::exception {
    [[nodiscard]] const char *what() const noexcept override { return "an object is larger than any object of OpenStreetMap"; }
};

/// The characters of the file, one after the other. Throws where the file is damaged, and when the user cancels.
class OverpassText {
public:
    OverpassText(const QString &file, const QByteArray &packing, const OverpassEvents &events, const ReadWatch &watch)
        : m_text(file, packing), m_events(events), m_watch(watch) {}

    [[nodiscard]] bool atEnd() { return m_at == m_piece.size() && !fetch(); }
    [[nodiscard]] const char &now() const { return m_piece[m_at]; }
    void advance() { ++m_at; }
    [[nodiscard]] std::size_t offset() const { return m_before + m_at; }

private:
    bool fetch()
    {
        if (m_watch.cancel.cancelled())
            throw OverpassCancelled();
        m_before += m_piece.size();
        m_at = 0;
        m_piece = m_text.read();
        m_watch.progress(m_text.share());
        if (m_elements != m_events.elements())
            m_elementsAt = m_before;
        m_elements = m_events.elements();
        if (m_before - m_elementsAt > longestElement)
            throw OverpassTooLarge();
        return !m_piece.empty();
    }

    PackedText m_text;
    const OverpassEvents &m_events;
    const ReadWatch &m_watch;
    std::string m_piece;
    std::size_t m_at = 0;
    std::size_t m_before = 0;       // bytes before the piece
    std::size_t m_elements = 0;
    std::size_t m_elementsAt = 0;   // byte at which an element had lately ended
};

/// As nlohmann's parser takes its input.
struct OverpassCharacter {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    OverpassText *text = nullptr;   // null = the end

    reference operator*() const { return text->now(); }
    OverpassCharacter &operator++() { text->advance(); return *this; }
    bool operator==(const OverpassCharacter &other) const { return ended() == other.ended(); }
    bool operator!=(const OverpassCharacter &other) const { return ended() != other.ended(); }
    [[nodiscard]] bool ended() const { return !text || text->atEnd(); }
};

class OverpassFile : public ExtractFile {
public:
    OverpassFile(const QString &file, const QByteArray &packing) : m_name(file), m_packing(packing) {}
    [[nodiscard]] Result<Done> read(ExtractBuilder &builder, const ReadWatch &watch) override;

private:
    [[nodiscard]] Result<Done> whatItSays(const OverpassEvents &events, std::size_t offset, ExtractBuilder &builder) const;

    QString m_name;
    QByteArray m_packing;
};

Result<Done> OverpassFile::read(ExtractBuilder &builder, const ReadWatch &watch)
{
    OverpassEvents events(builder);
    try {
        OverpassText text(m_name, m_packing, events, watch);
        nlohmann::json::sax_parse(OverpassCharacter{&text}, OverpassCharacter{}, &events);
        return whatItSays(events, text.offset(), builder);
    } catch (const OverpassCancelled &) {
        return Error::of(tr("cancelled"));
    } catch (const std::exception &error) {
        return Error{tr("is damaged: %1").arg(QString::fromUtf8(error.what())), m_name, 0};
    }
}

Result<Done> OverpassFile::whatItSays(const OverpassEvents &events, std::size_t offset, ExtractBuilder &builder) const
{
    if (events.faultIsEnd())
        return Error{tr("is cut short: the answer ends in the middle, at byte %1").arg(events.faultByte()), m_name, 0};
    if (!events.fault().isEmpty())
        return Error{tr("is damaged at byte %1: %2").arg(events.faultByte() > 0 ? events.faultByte() : offset).arg(events.fault()), m_name, 0};
    if (!events.hasElements())
        return Error{tr("is JSON, but no answer of Overpass: it has no list of elements"), m_name, 0};
    if (events.elements() == 0 && !events.remark().isEmpty())
        return Error{tr("has no objects; Overpass says why: %1").arg(events.remark()), m_name, 0};
    if (!events.remark().isEmpty())
        builder.remark(tr("Overpass remarks on %1, which may not be complete: %2").arg(m_name.section(QLatin1Char('/'), -1), events.remark()));
    return Done{};
}

} // namespace

std::unique_ptr<ExtractFile> openOverpass(const QString &file, const QByteArray &packing)
{
    return std::make_unique<OverpassFile>(file, packing);
}

} // namespace ca
