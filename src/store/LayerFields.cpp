// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/LayerFields.h"

namespace ca {

namespace {

/// A file can declare any number of fields; a column of nulls for each would fill the memory.
constexpr std::size_t mostFields = 1000;

} // namespace

std::vector<ChosenField> chooseFields(OGRLayerH layer, const QStringList &wanted, bool any)
{
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    std::vector<ChosenField> chosen;
    std::vector<const char *> ignored{"OGR_STYLE"};
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        const QString name = QString::fromUtf8(OGR_Fld_GetNameRef(field));
        const OGRFieldType type = OGR_Fld_GetType(field);
        if (any && type != OFTBinary && chosen.size() < mostFields && (wanted.isEmpty() || wanted.contains(name)))
            chosen.push_back({i, name, type});
        else
            ignored.push_back(OGR_Fld_GetNameRef(field));
    }
    ignored.push_back(nullptr);
    OGR_L_SetIgnoredFields(layer, ignored.data());
    return chosen;
}

} // namespace ca
