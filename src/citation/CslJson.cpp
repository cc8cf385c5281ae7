// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/CslJson.h"

#include "base/Tr.h"
#include "citation/WellFormed.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ca::csljson {

namespace {

Error syntaxError(const QByteArray &json, const QJsonParseError &problem)
{
    const QByteArray before = json.left(problem.offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const int column = int(QString::fromUtf8(before.mid(lineStart)).size()) + 1;
    return {tr("not valid JSON: %1").arg(problem.errorString()), {}, int(before.count('\n')) + 1, column};
}

bool isNumberPart(char c)
{
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
}

/// End of the text that begins at the quotation mark @p at.
qsizetype endOfText(const QByteArray &json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return at;
}

/// Does a number have more digits than a 64-bit integer or a double surely keeps?
bool losesDigits(const QByteArray &json)
{
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (json[i] == '"') {
            i = endOfText(json, i);
            continue;
        }
        int digits = 0;
        bool whole = true;
        for (; i < json.size() && isNumberPart(json[i]); ++i) {
            digits += json[i] >= '0' && json[i] <= '9';
            whole = whole && json[i] != '.' && json[i] != 'e' && json[i] != 'E';
        }
        if (digits > (whole ? 18 : 15))
            return true;
        if (i < json.size() && json[i] == '"')
            --i;
    }
    return false;
}

} // namespace

Result<std::vector<QJsonObject>> read(const QByteArray &json)
{
    if (json.size() > maxBytes)
        return Error{tr("larger than %1 MB").arg(maxBytes / 1024 / 1024), {}, 0};
    const QByteArray bytes = json.startsWith("\xef\xbb\xbf") ? json.mid(3) : json;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return syntaxError(bytes, problem);
    const QJsonArray array = document.isObject() ? QJsonArray{document.object()} : document.array();
    std::vector<QJsonObject> items;
    bool mended = false;
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array.at(i).isObject())
            return Error{tr("entry %1 is no CSL item: an object is wanted").arg(i + 1), {}, 0};
        items.push_back(wellFormed(array.at(i), &mended).toObject());
    }
    Result<std::vector<QJsonObject>> result(std::move(items));
    if (mended)
        result.warn({tr("half characters (lone surrogates) were replaced by U+FFFD")});
    if (losesDigits(bytes))
        result.warn({tr("a number has more digits than can be kept")});
    return result;
}

Result<QByteArray> write(const std::vector<QJsonObject> &items)
{
    QJsonArray array;
    bool mended = false;
    for (const QJsonObject &item : items)
        array.append(wellFormed(QJsonValue(item), &mended));
    Result<QByteArray> result(QJsonDocument(array).toJson());
    if (mended)
        result.warn({tr("half characters (lone surrogates) were replaced by U+FFFD")});
    return result;
}

} // namespace ca::csljson
