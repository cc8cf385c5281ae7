// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/CommandLine.h"

#include "base/Tr.h"

#include <algorithm>

namespace ca {

namespace {

const OptionSpec *specOf(const std::vector<OptionSpec> &options, const QString &name)
{
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const OptionSpec &option) { return option.name == name; });
    return found == options.end() ? nullptr : &*found;
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments, const std::vector<OptionSpec> &options, int maxWords)
{
    CommandLine line;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (optionsEnded || !argument.startsWith(u'-') || argument == QLatin1String("-")) {
            line.m_words << argument;
            continue;
        }
        if (argument == QLatin1String("--")) {
            optionsEnded = true;
            continue;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.left(equals);
        const OptionSpec *spec = specOf(options, name);
        if (!spec)
            return Error::of(tr("there is no option %1").arg(name));
        if (line.has(name))
            return Error::of(tr("%1 is given twice").arg(name));
        if (spec->value.isEmpty()) {
            if (equals >= 0)
                return Error::of(tr("%1 takes no value").arg(name));
            line.m_values.insert(name, QString());
        } else if (equals >= 0) {
            line.m_values.insert(name, argument.mid(equals + 1));
        } else if (i + 1 < arguments.size() && !arguments[i + 1].startsWith(QLatin1String("--"))) {
            line.m_values.insert(name, arguments[++i]);
        } else {
            return Error::of(tr("%1 wants a value: %1 %2").arg(name, spec->value));
        }
    }
    if (line.m_words.size() > maxWords)
        return Error::of(tr("“%1” is one word too many").arg(line.m_words[maxWords]));
    return line;
}

QStringList CommandLine::valueAndWords(const QString &option) const
{
    return has(option) ? QStringList(value(option)) + m_words : m_words;
}

QStringList CommandLine::given(const QStringList &options) const
{
    QStringList found;
    for (const QString &option : options) {
        if (has(option))
            found << option;
    }
    return found;
}

} // namespace ca
