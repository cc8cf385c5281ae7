// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/StretchCheck.h"

#include "atlas/BorderStretch.h"
#include "store/LayerReader.h"

namespace ca {

std::vector<Error> checkStretches(const AtlasSource &source, const QString &baseMap)
{
    std::vector<Error> errors;
    const std::vector<DisputedStretch> &rows = source.data.disputed;
    if (rows.empty())
        return errors;
    const auto borders = LayerReader::read(baseMap, QStringLiteral("borders_2"));  // the finest level
    if (!borders)
        return {borders.error()};
    const bool known = !borders->tables.empty();
    const std::vector<AtlasSource::Place> places = source.places.value(QStringLiteral("disputed"));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Result<BorderStretch> stretch = BorderStretch::parse(rows[i].stretch);
        if (!stretch || (known && !stretch->lines(borders->tables.front()).empty()))
            continue;  // what cannot be parsed was objected to when the text was read
        errors.push_back({QStringLiteral("%1: the base map has no such border: %2").arg(rows[i].id, rows[i].stretch),
                          places[i].file, places[i].line});
    }
    return errors;
}

} // namespace ca
