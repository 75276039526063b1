using Monitor.Core.Mentions.Sanctions;
using Monitor.Core.Text;

namespace Monitor.Core.Mentions;

/// <summary>Whether a few words may belong to an item about a tracked person or sanction although they name none: "Four political prisoners are free" names its people further down.</summary>
public static class Concern
{
    public static bool SpeaksOf(string text) => ItemContext.Of(text).SpeaksOfPrison || SpeaksOfSanctions(text);

    private static bool SpeaksOfSanctions(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Letters.CodeOf(text[i]) == Letters.None) continue;
            var start = i;
            while (++i < text.Length && Letters.CodeOf(text[i]) != Letters.None) { }
            if ((SanctionWords.Table.TagsOfPrinted(text[start..i]) & (int)SanctionTags.Sanction) != 0) return true;
        }

        return false;
    }
}
