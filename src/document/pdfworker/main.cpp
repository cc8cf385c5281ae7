// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a PDF from standard input and writes its words to standard output (see PdfPages.h), or, called with
// --attachment NAME, the first file of that name within it. A program
// of its own, so that a hostile PDF can neither crash the application nor take its memory or time:
// the limits are set before the first byte is read. It opens no file and no connection.
#include "document/DocumentLimits.h"
#include "document/PdfPages.h"

#include <QFile>

#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-page.h>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace {

using ca::PdfAttachment;
using ca::PdfContents;
using ca::PdfPage;
using ca::PdfWord;

int complaints = 0;

void limitResource(__rlimit_resource resource, rlim_t most)
{
    const rlimit limit{most, most};
    setrlimit(resource, &limit);
}

void limitResources()
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // sanitizers reserve terabytes of addresses
    limitResource(RLIMIT_AS, static_cast<rlim_t>(ca::limits::pdfMemoryBytes));
#endif
    limitResource(RLIMIT_CPU, ca::limits::pdfCpuSeconds);
    limitResource(RLIMIT_CORE, 0);
    limitResource(RLIMIT_FSIZE, 0);
    limitResource(RLIMIT_NPROC, 0);
}

QString toQString(const poppler::ustring &text)
{
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(text.data()), static_cast<qsizetype>(text.size()));
}

PdfWord wordOf(const poppler::text_box &box)
{
    const poppler::rectf r = box.bbox();
    PdfWord word;
    word.text = toQString(box.text());
    word.left = static_cast<float>(r.left());
    word.top = static_cast<float>(r.top());
    word.right = static_cast<float>(r.right());
    word.bottom = static_cast<float>(r.bottom());
    word.spaceAfter = box.has_space_after();
    word.isTurned = box.rotation() != 0;
    return word;
}

PdfPage pageOf(const poppler::page &page)
{
    PdfPage out;
    const poppler::rectf r = page.page_rect();
    const bool isTurned = page.orientation() == poppler::page::landscape || page.orientation() == poppler::page::seascape;
    out.width = static_cast<float>(isTurned ? r.height() : r.width());
    out.height = static_cast<float>(isTurned ? r.width() : r.height());
    for (const poppler::text_box &box : page.text_list())
        out.words.append(wordOf(box));
    return out;
}

void readPages(const poppler::document &document, PdfContents &contents)
{
    qsizetype words = 0;
    for (int i = 0; i < contents.pageCount; ++i) {
        const std::unique_ptr<poppler::page> page(document.create_page(i));
        contents.unreadable += page ? 0 : 1;
        contents.pages.append(page ? pageOf(*page) : PdfPage());
        words += contents.pages.back().words.size();
        if (words > ca::limits::pdfWords) {
            contents.pages.clear();
            contents.status = PdfContents::Status::TooManyWords;
            return;
        }
    }
    contents.status = PdfContents::Status::Read;
}

std::unique_ptr<poppler::document> opened(const QByteArray &bytes)
{
    return std::unique_ptr<poppler::document>(
        poppler::document::load_from_raw_data(bytes.constData(), static_cast<int>(bytes.size())));
}

PdfContents read(const QByteArray &bytes)
{
    PdfContents contents;
    const std::unique_ptr<poppler::document> document = opened(bytes);
    if (!document)
        return contents;
    if (document->is_locked()) {
        contents.status = PdfContents::Status::Locked;
        return contents;
    }
    contents.pageCount = std::max(0, document->pages());
    if (contents.pageCount > ca::limits::pdfPages) {
        contents.status = PdfContents::Status::TooManyPages;
        return contents;
    }
    contents.title = toQString(document->get_title());
    contents.author = toQString(document->get_author());
    contents.subject = toQString(document->get_subject());
    contents.created = toQString(document->info_key("CreationDate"));
    contents.xmp = toQString(document->metadata()).toUtf8();
    readPages(*document, contents);
    return contents;
}

PdfAttachment attachment(const QByteArray &bytes, const std::string &name)
{
    PdfAttachment found;
    const std::unique_ptr<poppler::document> document = opened(bytes);
    if (!document)
        return found;
    found.status = document->is_locked() ? PdfContents::Status::Locked : PdfContents::Status::Read;
    if (document->is_locked())
        return found;
    for (const poppler::embedded_file *file : document->embedded_files()) {
        if (!file->is_valid() || file->name() != name)
            continue;
        const poppler::byte_array data = file->data();
        found.content = QByteArray(data.data(), static_cast<qsizetype>(data.size()));
        found.found = true;
        break;
    }
    return found;
}

template <class T>
bool wrote(QFile &out, const T &answer)
{
    QDataStream stream(&out);
    stream << answer;
    return stream.status() == QDataStream::Ok && out.flush();
}

} // namespace

int main(int argc, char **argv)
{
    limitResources();
    poppler::set_debug_error_function([](const std::string &, void *) { ++complaints; }, nullptr);
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    const QByteArray bytes = in.readAll();
    if (argc == 3 && std::string(argv[1]) == "--attachment")
        return wrote(out, attachment(bytes, argv[2])) ? 0 : 1;
    PdfContents contents = read(bytes);
    contents.complaints = complaints;
    return wrote(out, contents) ? 0 : 1;
}
