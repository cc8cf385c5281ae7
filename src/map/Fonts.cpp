// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/Fonts.h"

#include "base/Logging.h"

#include <QDirIterator>
#include <QFontDatabase>

#include <cmath>
#include <mutex>

namespace ca {

void loadFonts()
{
    static std::once_flag once;
    std::call_once(once, [] {
        QDirIterator fonts(QStringLiteral(":/fonts"), {QStringLiteral("*.ttf")}, QDir::Files);
        while (fonts.hasNext()) {
            const QString file = fonts.next();
            if (QFontDatabase::addApplicationFont(file) < 0)
                qCWarning(logRender) << "font could not be loaded:" << file;
        }
    });
}

std::future<void> loadFontsAhead()
{
    return std::async(std::launch::async, loadFonts);
}

QFont mapFont(double pixels, bool bold, bool italic, const QString &family)
{
    QStringList families{QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Armenian"), QStringLiteral("Noto Sans Georgian")};
    // Asked for here: the system would put some other family of its own in a missing one's place.
    if (!family.isEmpty() && QFontDatabase::hasFamily(family))
        families.prepend(family);
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(std::max(1, int(std::lround(pixels))));
    font.setBold(bold);
    font.setItalic(italic);
    // Hinted advances differ with the device's resolution; the layout must not.
    font.setHintingPreference(QFont::PreferNoHinting);
    // 100 % changes no advance but keeps Qt from forming ligatures, whose glyphs no text can be copied from in a PDF
    // (the Armenian "ու" would be lost).
    font.setLetterSpacing(QFont::PercentageSpacing, 100);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return font;
}

} // namespace ca
