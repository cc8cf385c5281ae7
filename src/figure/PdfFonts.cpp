// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PdfFonts.h"

#include <QCryptographicHash>
#include <QFont>
#include <QGlyphRun>
#include <QTextLayout>

#include <hb-subset.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace ca {

namespace {

struct Release {
    void operator()(hb_blob_t *blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t *face) const { hb_face_destroy(face); }
    void operator()(hb_font_t *font) const { hb_font_destroy(font); }
    void operator()(hb_subset_input_t *input) const { hb_subset_input_destroy(input); }
};
template <class T>
using Held = std::unique_ptr<T, Release>;

QByteArray tagOf(hb_tag_t tag)
{
    char name[4];
    hb_tag_to_string(tag, name);
    return QByteArray(name, 4);
}

hb_blob_t *table(hb_face_t *, hb_tag_t tag, void *font)
{
    const QByteArray bytes = static_cast<QRawFont *>(font)->fontTable(tagOf(tag).constData());
    return hb_blob_create(bytes.constData(), unsigned(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr);
}

int number16(const QByteArray &bytes, qsizetype at)
{
    return at + 2 <= bytes.size() ? qint16(quint16(quint8(bytes[at]) << 8 | quint8(bytes[at + 1]))) : 0;
}

QByteArray utf16(const QString &text)
{
    QByteArray hex;
    for (const QChar c : text)
        hex += pdf::hex4(c.unicode());
    return hex;
}

} // namespace

struct PdfFonts::Face {
    QRawFont raw;
    Held<hb_face_t> face;
    Held<hb_font_t> font;
    std::map<quint32, QString> letters;  ///< of glyphs met
    std::set<quint32> used;
    bool outlines = false;               ///< glyf (true) or CFF
    bool italic = false;

    explicit Face(const QRawFont &from) : raw(from)
    {
        face.reset(hb_face_create_for_tables(&table, &raw, nullptr));
        font.reset(hb_font_create(face.get()));
        outlines = !raw.fontTable("glyf").isEmpty();
        italic = (number16(raw.fontTable("head"), 44) & 2) != 0;
    }

    [[nodiscard]] bool embeddable() const { return hb_face_get_glyph_count(face.get()) > 0 && (outlines || !raw.fontTable("CFF ").isEmpty()); }
    [[nodiscard]] double perMille(double units) const { return units * 1000 / std::max(1u, hb_face_get_upem(face.get())); }
    [[nodiscard]] double width(quint32 glyph) const { return std::round(perMille(hb_font_get_glyph_h_advance(font.get(), glyph))); }

    void learn(const QString &text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const qsizetype length = text[i].isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
            const QString letter = text.mid(i, length);
            const QList<quint32> glyphs = raw.glyphIndexesForString(letter);
            if (glyphs.size() == 1 && glyphs.front() != 0)
                letters.emplace(glyphs.front(), letter);
            i += length - 1;
        }
    }

    /// The font with the glyphs used and no others, under the numbers they had.
    [[nodiscard]] QByteArray subset() const
    {
        const Held<hb_subset_input_t> input(hb_subset_input_create_or_fail());
        if (!input)
            return {};
        for (const quint32 glyph : used)
            hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
        hb_set_t *dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
        for (const char *tag : {"GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "fvar", "gvar", "avar", "HVAR", "MVAR", "STAT", "DSIG", "kern"})
            hb_set_add(dropped, hb_tag_from_string(tag, -1));
        hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
        const Held<hb_face_t> made(hb_subset_or_fail(face.get(), input.get()));
        if (!made)
            return {};
        const Held<hb_blob_t> blob(hb_face_reference_blob(made.get()));
        unsigned length = 0;
        const char *bytes = hb_blob_get_data(blob.get(), &length);
        return QByteArray(bytes, qsizetype(length));
    }

    [[nodiscard]] QByteArray widths() const
    {
        QByteArray list;
        for (const quint32 glyph : used)
            list += QByteArray::number(glyph) + " [" + pdf::number(width(glyph)) + "] ";
        return list;
    }

    [[nodiscard]] QByteArray toUnicode() const
    {
        QByteArray map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS)"
                         " /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n"
                         "endcodespacerange\n";
        for (const quint32 glyph : used) {
            if (const auto letter = letters.find(glyph); letter != letters.end())
                map += "1 beginbfchar\n<" + pdf::hex4(glyph) + "> <" + utf16(letter->second) + ">\nendbfchar\n";
        }
        return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    }

    [[nodiscard]] QByteArray descriptor(const QByteArray &name, const QByteArray &file) const
    {
        const QByteArray head = raw.fontTable("head"), hhea = raw.fontTable("hhea");
        const auto scaled = [&](const QByteArray &from, qsizetype at) { return pdf::number(perMille(number16(from, at)), 0); };
        return "<< /Type /FontDescriptor /FontName " + name + " /Flags " + (italic ? "68" : "4") + " /FontBBox [" + scaled(head, 36) + ' ' + scaled(head, 38)
            + ' ' + scaled(head, 40) + ' ' + scaled(head, 42) + "] /ItalicAngle " + (italic ? "-12" : "0") + " /Ascent " + scaled(hhea, 4) + " /Descent "
            + scaled(hhea, 6) + " /CapHeight 714 /StemV 80 " + file + " >>";
    }
};

PdfFonts::PdfFonts() = default;
PdfFonts::~PdfFonts() = default;

PdfFonts::Face *PdfFonts::faceOf(const QRawFont &font)
{
    for (const auto &face : m_faces) {
        if (face->raw.familyName() == font.familyName() && face->raw.styleName() == font.styleName() && face->raw.weight() == font.weight()
            && face->raw.style() == font.style())
            return face.get();
    }
    m_faces.push_back(std::make_unique<Face>(font));
    return m_faces.back().get();
}

std::vector<PdfFonts::Run> PdfFonts::shaped(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    std::vector<Run> runs;
    for (const QGlyphRun &from : layout.glyphRuns()) {
        Face *face = faceOf(from.rawFont());
        if (!face->embeddable())
            return {};
        face->learn(text);
        Run run;
        run.font = int(std::find_if(m_faces.begin(), m_faces.end(), [&](const auto &each) { return each.get() == face; }) - m_faces.begin()) + 1;
        run.slanted = font.italic() && !face->italic;
        const QList<QPointF> places = from.positions();
        for (qsizetype i = 0; i < from.glyphIndexes().size(); ++i) {
            const quint32 glyph = from.glyphIndexes()[i];
            run.glyphs.push_back(glyph);
            run.places.push_back(places[i] - QPointF(0, line.ascent()));
            run.widths.push_back(face->width(glyph));
            face->used.insert(glyph);
            run.known = run.known && face->letters.contains(glyph);
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

QByteArray PdfFonts::write(PdfDocument &document) const
{
    QByteArray resources;
    for (std::size_t i = 0; i < m_faces.size(); ++i) {
        const Face &face = *m_faces[i];
        const QByteArray font = face.subset();
        QByteArray prefix = QCryptographicHash::hash(font, QCryptographicHash::Md5).left(6);
        for (char &c : prefix)
            c = char('A' + quint8(c) % 26);
        const QString family = QString(face.raw.familyName() + u'-' + face.raw.styleName()).remove(u' ');
        const QByteArray name = pdf::name(QString::fromLatin1(prefix) + u'+' + family);
        const int file = document.addStream(face.outlines ? "/Length1 " + QByteArray::number(font.size()) : QByteArray("/Subtype /OpenType"), font);
        const int descriptor = document.add(face.descriptor(name, (face.outlines ? "/FontFile2 " : "/FontFile3 ") + pdf::reference(file)));
        const int descendant = document.add("<< /Type /Font /Subtype " + QByteArray(face.outlines ? "/CIDFontType2 /CIDToGIDMap /Identity" : "/CIDFontType0")
                                            + " /BaseFont " + name + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 0 /W ["
                                            + face.widths() + "] /FontDescriptor " + pdf::reference(descriptor) + " >>");
        const int unicode = document.addStream({}, face.toUnicode());
        const int whole = document.add("<< /Type /Font /Subtype /Type0 /BaseFont " + name + " /Encoding /Identity-H /DescendantFonts ["
                                       + pdf::reference(descendant) + "] /ToUnicode " + pdf::reference(unicode) + " >>");
        resources += "/F" + QByteArray::number(i + 1) + ' ' + pdf::reference(whole) + ' ';
    }
    return resources;
}

} // namespace ca
