using Monitor.Core.Text;
using Monitor.Core.Watchlist.NameForms;

namespace Monitor.Core.Mentions;

/// <summary>
/// What stands around a surname and tells whose it is: a given name before or behind it (through a patronymic, an initial, a nickname
/// in brackets), an initial, or a capitalised word we do not know, which may be a stranger's given name.
/// </summary>
public sealed record Neighbours(IReadOnlyList<int> Before, IReadOnlyList<int> After, char Initial, string? Stranger, bool DoubleSurname, string GivenText)
{
    private static readonly string[] PatronymicEnds =
    [
        "ович", "евич", "ьич", "овна", "евна", "овну", "овны", "овне", "евну", "евны", "евне", "овича", "евича", "овичу", "евичу", "овичем", "евичем", "авіч", "евіч", "овіч", "авіча", "евіча", "аўна", "еўна", "ёўна", "аўну", "аўны", "еўны", "еўну", "івна", "івну", "івни", "йович", "овичя",
        "ovich", "evich", "avich", "ovna", "evna", "auna", "euna", "yeuna", "awicz", "owicz", "ewicz", "ovič", "evič", "avič", "awitsch", "owitsch",
    ];

    /// <summary>Reads the surroundings of text[start..end].</summary>
    public static Neighbours Of(ReadOnlySpan<char> text, int start, int end, GivenNameIndex given, string? language)
    {
        Span<int> groups = stackalloc int[GivenNameIndex.MaxGroups];
        var initial = '\0';
        string? stranger = null;
        var isDouble = false;
        int[] before = [];
        var from = start;
        var words = (First: -1, Last: end);
        for (var steps = 0; steps < 4; steps++)
        {
            if (Words.Before(text, from, out var gap) is not { } word || gap is not (Gap.Space or Gap.Hyphen) || !Words.IsCapital(text, word)) break;
            if (gap == Gap.Hyphen)
            {
                isDouble = steps == 0;
                from = word.Start;
                continue;
            }

            if (word.Length <= 2 && word.End < text.Length && text[word.End] == '.')
            {
                initial = text[word.Start];
                words.First = word.Start;
                from = word.Start;
                continue;
            }

            var count = given.GroupsOf(word.In(text), language, groups);
            if (count > 0 && initial == '\0')
            {
                before = groups[..count].ToArray();
                words.First = word.Start;
                stranger = null;
                break;
            }

            var bracketed = word.End < text.Length && text[word.End] is ')' or '"' or '»' or '”' && from != start;
            if (initial != '\0' || (steps > 0 && !IsPatronymic(text, word) && !bracketed && stranger is null)) break;
            if (!IsPatronymic(text, word) && stranger is not null) break;
            if (!IsPatronymic(text, word)) stranger = word.In(text).ToString();
            from = word.Start;
        }

        var after = GivenAfter(text, end, given, language, groups, ref initial, ref words.Last, before.Length > 0);
        isDouble |= end + 1 < text.Length && text[end] is '-' or '‑' && end + 1 < text.Length && char.IsUpper(text[end + 1]);
        var givenText = words.First >= 0 ? text[words.First..start].Trim().ToString() : words.Last > end ? text[end..words.Last].Trim(", ").ToString() : "";
        return new Neighbours(before, after, initial, stranger, isDouble, givenText);
    }

    private static int[] GivenAfter(ReadOnlySpan<char> text, int end, GivenNameIndex given, string? language, Span<int> groups, ref char initial, ref int last, bool hasBefore)
    {
        if (Words.After(text, end, out var gap) is not { } word || gap is not (Gap.Space or Gap.Comma) || !Words.IsCapital(text, word)) return [];
        if (gap == Gap.Space && word.Length <= 2 && word.End < text.Length && text[word.End] == '.' && initial == '\0' && !hasBefore)
        {
            initial = text[word.Start];
            return [];
        }

        var count = given.GroupsOf(word.In(text), language, groups);
        if (count == 0 || hasBefore) return [];
        // "Babaryka, Viktar Losik": behind a comma the name belongs to the next surname if one follows.
        if (Words.After(text, word.End, out var next) is { } following && next == Gap.Space && Words.IsCapital(text, following) && !IsPatronymic(text, following)) return [];
        last = word.End;
        return groups[..count].ToArray();
    }

    private static bool IsPatronymic(ReadOnlySpan<char> text, WordSpan word)
    {
        Span<char> folded = stackalloc char[32];
        if (word.Length > folded.Length) return false;
        var letters = folded[..Folding.Fold(word.In(text), folded)];
        foreach (var end in PatronymicEnds)
            if (letters.EndsWith(end, StringComparison.Ordinal)) return true;
        return false;
    }
}
