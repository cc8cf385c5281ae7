// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/JsonText.h"

namespace ca::jsontext {

namespace {

int lineAt(const QByteArray &bytes, qsizetype offset)
{
    return 1 + static_cast<int>(QByteArrayView(bytes).first(qMin(offset, bytes.size())).count('\n'));
}

} // namespace

Result<QJsonDocument> parse(const QByteArray &bytes, const QString &file)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return Error{QStringLiteral("not valid JSON: %1").arg(error.errorString()), file, lineAt(bytes, error.offset)};
    return document;
}

std::vector<int> objectLines(const QByteArray &bytes, int depth)
{
    std::vector<int> lines;
    QByteArray open;  // the brackets around the place reached
    int line = 1;
    bool quoted = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        line += c == '\n' ? 1 : 0;
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (c == '{' && open.size() == depth && open.endsWith('['))
                lines.push_back(line);
            open += c;
        } else if (c == '}' || c == ']') {
            open.chop(1);
        }
    }
    return lines;
}

} // namespace ca::jsontext
