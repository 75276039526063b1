namespace Monitor.Core.Feeds;

/// <summary>The pages that guard sites against programs, by what only they hold: they come with status 200 and no article or feed.</summary>
internal static class ChallengePage
{
    private static readonly string[] Signs =
        ["challenge-platform", "cf-browser-verification", "cf_chl_", "g-recaptcha", "h-captcha", "smartcaptcha", "showcaptcha", "captcha", "just a moment", "ddos-guard", "checking your browser", "verify you are human", "are you a robot", "вы не робот", "access denied", "attention required!"];

    public static bool Is(ReadOnlySpan<char> page)
    {
        foreach (var sign in Signs)
        {
            if (page.Contains(sign, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
