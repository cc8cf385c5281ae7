// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace ca::test {

/// A desktop whose animations last that long.
class AnimatedStyle : public QProxyStyle {
public:
    explicit AnimatedStyle(int ms) : QProxyStyle(QStringLiteral("fusion")), m_ms(ms) {}
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? m_ms : QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    int m_ms;
};

} // namespace ca::test
