// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace ca {

/// What the user is looking at: one subject (segment, corridor, agreement, plan, place, context) and maybe one
/// passage of it. Every panel changes it and every panel listens to it; none talks to another. GUI thread only.
class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] QString subject() const { return m_subject; }
    [[nodiscard]] QString passage() const { return m_passage; }
    [[nodiscard]] QString hovered() const { return m_hovered; }

    void selectSubject(const QString &id);                        ///< empty = nothing; clears the passage
    void selectPassage(const QString &passage, const QString &subject); ///< subject stays when @p subject is empty
    void hover(const QString &subject);                           ///< under the pointer somewhere; empty = nothing

Q_SIGNALS:
    void subjectChanged(const QString &id);
    void passageChanged(const QString &id);
    void hoverChanged(const QString &id);

private:
    QString m_subject;
    QString m_passage;
    QString m_hovered;
};

} // namespace ca
