using System.Text;

namespace Monitor.Core.Wording;

/// <summary>
/// Foreign text made fit for one line of a page or feed: breaks become spaces; controls, what XML 1.0 forbids, and the marks that turn
/// the reading direction are dropped, so that a title can neither break a document nor rewrite the line it stands in.
/// </summary>
public static class CleanText
{
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBreak(rune)) clean.Append(' ');
            else if (!IsDropped(rune)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Nearly every text is; half a surrogate pair, which is read as U+FFFD, makes it another.</summary>
    private static bool IsClean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBreak(rune) || IsDropped(rune) || rune == Rune.ReplacementChar) return false;
        }

        return true;
    }

    private static bool IsBreak(Rune rune) => rune.Value is '\t' or '\n' or '\r' or 0x85 or 0x2028 or 0x2029;

    /// <summary>Controls, Unicode Bidi_Control and the non-characters (the last two of every plane, U+FDD0–FDEF).</summary>
    private static bool IsDropped(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        || rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;
}
