using Monitor.Core.Text;
using Monitor.Core.Watchlist.NameForms;

namespace Monitor.Core.Mentions;

/// <summary>Finds one of the given names where it stands alone: no capitalised word before or behind it that could be a surname.</summary>
internal static class LoneGivenName
{
    public static WordSpan? Find(ReadOnlySpan<char> text, IReadOnlySet<int> wanted, GivenNameIndex given, string? language)
    {
        Span<int> groups = stackalloc int[GivenNameIndex.MaxGroups];
        for (var at = WordStarts.Next(text, 0); at >= 0;)
        {
            var word = Words.At(text, at);
            var count = given.GroupsOf(word.In(text), language, groups);
            foreach (var group in groups[..count])
                if (wanted.Contains(group) && StandsAlone(text, word)) return word;
            at = WordStarts.Next(text, Math.Max(word.End, at + 1));
        }

        return null;
    }

    private static bool StandsAlone(ReadOnlySpan<char> text, WordSpan word)
    {
        if (Words.After(text, word.End, out var behind) is { } next && behind is Gap.Space or Gap.Hyphen && Words.IsCapital(text, next)) return false;
        return Words.Before(text, word.Start, out var before) is not { } last || before is not (Gap.Space or Gap.Hyphen) || !Words.IsCapital(text, last) || (before == Gap.Space && BeginsSentence(text, last.Start));
    }

    /// <summary>"Вады Максім п'е мала": the capital before the name is the sentence's.</summary>
    private static bool BeginsSentence(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd();
        return before.Length < start && before.Length > 0 && before[^1] is '.' or '!' or '?';
    }
}
