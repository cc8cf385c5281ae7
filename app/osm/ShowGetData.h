// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ca {

class GetDataDialog;
class Session;

/// The dialog with the extracts that the corridors need, over @p window, which owns it until it is closed; the one that is
/// open, if there is one.
GetDataDialog *showGetData(const Session &session, QWidget &window);

} // namespace ca
