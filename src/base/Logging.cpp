// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Logging.h"

namespace ca {

Q_LOGGING_CATEGORY(logStore, "corridoratlas.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logScene, "corridoratlas.scene", QtWarningMsg)
Q_LOGGING_CATEGORY(logRender, "corridoratlas.render", QtWarningMsg)
Q_LOGGING_CATEGORY(logLibrary, "corridoratlas.library", QtWarningMsg)
Q_LOGGING_CATEGORY(logFigure, "corridoratlas.figure", QtWarningMsg)

} // namespace ca
