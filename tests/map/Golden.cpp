// SPDX-License-Identifier: GPL-3.0-or-later
#include "Golden.h"

#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ca::test {
namespace {

QString goldenPath(const QString &name)
{
    return sourcePath(QStringLiteral("tests/map/golden/") + name);
}

QString actualPath(const QString &name)
{
    const QString path = buildPath(QStringLiteral("tests/map/%1.actual%2").arg(QFileInfo(name).completeBaseName(),
                                                                               QStringLiteral(".") + QFileInfo(name).suffix()));
    QDir().mkpath(QFileInfo(path).path());
    return path;
}

bool updating()
{
    return qEnvironmentVariableIntValue("CA_UPDATE_GOLDEN") == 1;
}

int difference(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

void writeText(const QString &path, const QString &text)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text.toUtf8());
}

} // namespace

QString compareText(const QString &name, const QString &got)
{
    if (updating()) {
        writeText(goldenPath(name), got);
        return {};
    }
    QFile file(goldenPath(name));
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("%1 cannot be read").arg(goldenPath(name));
    const QStringList wanted = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    const QStringList lines = got.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < std::max(wanted.size(), lines.size()); ++i) {
        if (wanted.value(i) != lines.value(i)) {
            writeText(actualPath(name), got);
            return QStringLiteral("line %1: wanted “%2”, got “%3”; see %4").arg(i + 1).arg(wanted.value(i), lines.value(i), actualPath(name));
        }
    }
    return {};
}

QString compareImage(const QString &name, const QImage &image, int levels, int onePixelIn)
{
    const QImage got = image.convertToFormat(QImage::Format_RGB32);
    if (updating()) {
        got.save(goldenPath(name));
        return {};
    }
    const QImage wanted = QImage(goldenPath(name)).convertToFormat(QImage::Format_RGB32);
    got.save(actualPath(name));
    if (wanted.size() != got.size())
        return QStringLiteral("size %1×%2, wanted %3×%4; see %5").arg(got.width()).arg(got.height()).arg(wanted.width()).arg(wanted.height()).arg(actualPath(name));
    int wrong = 0;
    QPoint first;
    for (int y = 0; y < got.height(); ++y) {
        for (int x = 0; x < got.width(); ++x) {
            if (difference(got.pixel(x, y), wanted.pixel(x, y)) > levels && wrong++ == 0)
                first = {x, y};
        }
    }
    if (wrong * onePixelIn <= got.width() * got.height())
        return {};
    return QStringLiteral("%1 pixels differ, the first at %2, %3; see %4").arg(wrong).arg(first.x()).arg(first.y()).arg(actualPath(name));
}

} // namespace ca::test
