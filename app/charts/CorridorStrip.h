// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;

namespace ca {

class ElidedLabel;
class Session;
class StripPlot;

/// The strip under the map: the current corridor along its kilometres, linked both ways with the selection.
class CorridorStrip : public QWidget {
    Q_OBJECT
public:
    explicit CorridorStrip(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] StripPlot *plot() const { return m_plot; }
    [[nodiscard]] QComboBox *chooser() const { return m_chooser; }

private:
    void fillChooser();
    void followCorridor();
    void followEmphasis();
    [[nodiscard]] QString summary(const QString &segment) const;

    Session &m_session;
    QComboBox *m_chooser;
    ElidedLabel *m_info;
    StripPlot *m_plot;
};

} // namespace ca
