namespace Monitor.Core.Claims.Languages;

/// <summary>
/// Numbers of several words: "two hundred and fifty", "сто двадцать три". The words of a table that stand side by side are one number where each is smaller
/// than what the one before it leaves open, or multiplies it (hundred, thousand); others stay by themselves ("two, three"). A lone "one" is no number, as it counts nobody.
/// </summary>
internal static class SpelledNumbers
{
    private const int Hundred = 100, Thousand = 1000;

    /// <summary>Below it the units are part of the word ("eleven").</summary>
    private const int FirstWithUnits = 20;

    /// <param name="hits">In the order of their first words.</param>
    public static List<Hit> Join(List<Hit> hits)
    {
        if (!hits.Exists(h => h.Cue == Cue.Number)) return hits;
        var joined = new List<Hit>(hits.Count);
        var told = -1;
        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i].Cue != Cue.Number)
            {
                joined.Add(hits[i]);
            }
            else if (hits[i].First > told)
            {
                var number = From(hits, i);
                told = number.Last;
                if (number.Entry.Number > 1) joined.Add(number);
            }
        }

        return joined;
    }

    /// <summary>The number that begins with this word.</summary>
    private static Hit From(List<Hit> hits, int at)
    {
        var first = hits[at];
        var (whole, part, last) = (0, first.Entry.Number, first.Last);
        while (Next(hits, at, last, part) is { } next)
        {
            var n = next.Entry.Number;
            if (n == Thousand && whole == 0) (whole, part) = (Math.Max(part, 1) * Thousand, 0);
            else if (n == Hundred && part is > 1 and < 10) part *= Hundred;
            else if (LeavesOpen(part, n)) part += n;
            else break;
            last = next.Last;
        }

        return last == first.Last ? first : new Hit(first.Entry with { Number = whole + part }, first.First, last);
    }

    /// <summary>The number word right behind, or behind "and" after hundreds.</summary>
    private static Hit? Next(List<Hit> hits, int at, int last, int part)
    {
        var behind = last + 1;
        for (var i = at; i < hits.Count && hits[i].First <= behind; i++)
        {
            if (hits[i].First != behind) continue;
            if (hits[i].Cue == Cue.Number) return hits[i];
            if (hits[i].Cue == Cue.And && hits[i].Length == 1 && part % Hundred == 0 && behind == last + 1) behind++;
        }

        return null;
    }

    private static bool LeavesOpen(int part, int n) =>
        part == 0 || (part % Hundred == 0 && n < Hundred) || (part % 10 == 0 && part % Hundred >= FirstWithUnits && n < 10);
}
