// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportWriter.h"

#include "base/Tr.h"
#include "report/ReportHtml.h"
#include "report/ReportOdt.h"
#include "report/ReportPdf.h"

#include <QSaveFile>

namespace ca::reportwriter {

std::optional<ReportFormat> formatOf(const QString &suffix)
{
    const QString word = (suffix.startsWith(u'.') ? suffix.mid(1) : suffix).toLower();
    if (word == QLatin1String("html") || word == QLatin1String("htm"))
        return ReportFormat::Html;
    if (word == QLatin1String("odt"))
        return ReportFormat::Odt;
    return word == QLatin1String("pdf") ? std::optional(ReportFormat::Pdf) : std::nullopt;
}

Result<QByteArray> encode(const ReportContent &content, ReportFormat format)
{
    if (format == ReportFormat::Pdf)
        return reportPdf(content);
    return format == ReportFormat::Odt ? reportOdt(content) : reportHtml(content);
}

Result<Done> write(const ReportContent &content, ReportFormat format, const QString &file)
{
    const Result<QByteArray> bytes = encode(content, format);
    if (!bytes)
        return bytes.error();
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(*bytes) != bytes->size() || !target.commit())
        return Error{tr("the report could not be written: %1").arg(target.errorString()), file, 0};
    return Done{};
}

} // namespace ca::reportwriter
