namespace Monitor.Operating;

/// <summary>
/// Settings on the command line, CONTRACT's highest layer: <c>--Sources:Every=00:00:02</c>. They are told from a verb's own options by
/// their colon (and <c>--urls</c>), and taken out before the verb is parsed.
/// </summary>
public static class SettingArguments
{
    public static (string[] Verb, string[] Settings) Split(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (verb, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsSetting(arguments[i]))
            {
                verb.Add(arguments[i]);
                continue;
            }

            var setting = arguments[i];
            if (!setting.Contains('=', StringComparison.Ordinal))
            {
                if (++i == arguments.Count) throw new SettingException(setting, "has no value; write for example --Sources:Every=00:10:00");
                setting = $"{setting}={arguments[i]}";
            }

            settings.Add(setting);
        }

        return ([.. verb], [.. settings]);
    }

    private static bool IsSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal)) return false;
        var name = argument.Split('=')[0];
        return name.Contains(':', StringComparison.Ordinal) || name.Equals("--urls", StringComparison.OrdinalIgnoreCase);
    }
}
