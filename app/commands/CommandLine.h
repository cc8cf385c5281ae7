// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// An option a command knows. @c value names its value in the help; empty = a switch.
struct OptionSpec {
    QString name;   ///< with its dashes, "--json"
    QString value;  ///< "FILE", "WxH" …
    QString help;
};

/// The words after a command, sorted into options and the rest; strict: what is not understood is an error.
class CommandLine {
public:
    /// Both "--name value" and "--name=value"; "--" ends the options. Errors: unknown option, missing or superfluous
    /// value, an option given twice, more than @p maxWords other words.
    static Result<CommandLine> parse(const QStringList &arguments, const std::vector<OptionSpec> &options, int maxWords);

    [[nodiscard]] bool has(const QString &option) const { return m_values.contains(option); }
    [[nodiscard]] QString value(const QString &option) const { return m_values.value(option); }
    [[nodiscard]] const QStringList &words() const { return m_words; }
    /// The value of an option that takes several, if it was given, and the words.
    [[nodiscard]] QStringList valueAndWords(const QString &option) const;
    /// Those of @p options that were given.
    [[nodiscard]] QStringList given(const QStringList &options) const;

private:
    QHash<QString, QString> m_values;
    QStringList m_words;
};

} // namespace ca
