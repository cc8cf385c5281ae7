// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/MhtmlText.h"

#include "base/Tr.h"
#include "document/DocumentLimits.h"
#include "document/HtmlText.h"

#include <QHash>
#include <QRegularExpression>

namespace ca::MhtmlText {
namespace {

/// Headers of a mail or of one part, names in lower case, and where its content begins.
struct Head {
    QHash<QByteArray, QByteArray> fields;
    qsizetype end = 0;
};

Head headAt(const QByteArray &bytes, qsizetype at)
{
    Head head;
    QByteArray name;
    constexpr qsizetype most = 65536;
    for (const qsizetype limit = at + most; at < bytes.size() && at < limit;) {
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end;
        const QByteArray line = bytes.mid(at, end - at);
        at = end + 1;
        if (line.trimmed().isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (line.front() == ' ' || line.front() == '\t') {
            head.fields[name] += ' ' + line.trimmed();
        } else if (colon > 0) {
            name = line.left(colon).trimmed().toLower();
            head.fields[name] = line.mid(colon + 1).trimmed();
        }
    }
    head.end = std::min(at, bytes.size());
    return head;
}

QByteArray parameter(const QByteArray &field, const char *name)
{
    const QRegularExpression form(QStringLiteral("\\b%1\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;]+))").arg(QLatin1String(name)),
                                  QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(field));
    return (match.captured(1).isEmpty() ? match.captured(2) : match.captured(1)).toLatin1();
}

int hexDigit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

QByteArray fromQuotedPrintable(const QByteArray &in)
{
    QByteArray out;
    out.reserve(in.size());
    for (qsizetype i = 0; i < in.size(); ++i) {
        if (in[i] != '=') {
            out.append(in[i]);
        } else if (i + 2 < in.size() && hexDigit(in[i + 1]) >= 0 && hexDigit(in[i + 2]) >= 0) {
            out.append(static_cast<char>(hexDigit(in[i + 1]) * 16 + hexDigit(in[i + 2])));
            i += 2;
        } else if (i + 1 < in.size() && (in[i + 1] == '\n' || in[i + 1] == '\r')) {
            i += in[i + 1] == '\r' && i + 2 < in.size() && in[i + 2] == '\n' ? 2 : 1;  // a soft line break
        } else {
            out.append('=');
        }
    }
    return out;
}

QByteArray decoded(const Head &head, const QByteArray &content)
{
    const QByteArray encoding = head.fields.value("content-transfer-encoding").toLower();
    if (encoding.startsWith("quoted-printable"))
        return fromQuotedPrintable(content);
    return encoding.startsWith("base64") ? QByteArray::fromBase64(content) : content;
}

} // namespace

Result<DocumentParts> read(const QByteArray &bytes, const CancelToken &cancel)
{
    const Head mail = headAt(bytes, 0);
    const QByteArray boundary = parameter(mail.fields.value("content-type"), "boundary");
    if (boundary.isEmpty())
        return Error{tr("It is a saved page without parts; it is damaged."), {}, 0};
    const QByteArray mark = "--" + boundary;
    for (qsizetype at = bytes.indexOf(mark, mail.end); at >= 0; at = bytes.indexOf(mark, at + mark.size())) {
        const qsizetype line = bytes.indexOf('\n', at);
        if (line < 0)
            break;
        const Head part = headAt(bytes, line + 1);
        const QByteArray type = part.fields.value("content-type");
        if (!type.toLower().startsWith("text/html") && !type.toLower().startsWith("application/xhtml"))
            continue;
        const qsizetype end = bytes.indexOf(mark, part.end);
        const QByteArray page = decoded(part, bytes.mid(part.end, end < 0 ? -1 : end - part.end));
        if (page.size() > limits::textFileBytes)
            return Error{tr("Its page is too large; at most %1 MB are read.").arg(limits::textFileBytes / limits::megabyte), {}, 0};
        Result<DocumentParts> parts = HtmlText::readPage(page, cancel, parameter(type, "charset"));
        if (parts) {
            const QByteArray where = mail.fields.value("snapshot-content-location", part.fields.value("content-location"));
            if (where.startsWith("http"))
                parts->csl.setText(QStringLiteral("URL"), QString::fromUtf8(where), QStringLiteral("Content-Location"));
            if (end < 0)
                parts->remarks << tr("The file is cut short; the end of the page may be missing.");
        }
        return parts;
    }
    return Error{tr("No page of HTML is in it."), {}, 0};
}

} // namespace ca::MhtmlText
