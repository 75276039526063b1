using Monitor.Core.Claims;

namespace Monitor.Core.Changes;

/// <summary>
/// A copy is no second voice (DESIGN §4.2): items with near-identical text are one printing, and all of them speak with the voices it
/// quotes, or, where it quotes none, with that of whoever printed it first. A text printed again later tells of the time of its first printing.
/// </summary>
/// <param name="isNewSince">Whether the same words tell of something new: the contrary happened between the two.</param>
internal sealed class Reprints(Func<Evidence, Evidence, bool> isNewSince)
{
    /// <summary>Longer after the first printing, words that tell of something new are the printer's own.</summary>
    private const int NewsDays = 14;

    /// <param name="claims">Evidence of one family about one subject.</param>
    public List<Evidence> Resolve(IReadOnlyList<Evidence> claims)
    {
        // A denial in the words of the report it denies is no copy of it.
        var telling = claims.Where(c => c.Stance != Stance.Negated).ToList();
        var denying = claims.Where(c => c.Stance == Stance.Negated).ToList();
        return [.. Voiced(telling), .. Voiced(denying)];
    }

    private IEnumerable<Evidence> Voiced(List<Evidence> claims)
    {
        var items = claims.GroupBy(c => c.Item, StringComparer.Ordinal).Select(g => g.ToList())
            .OrderBy(g => g[0].Published).ThenBy(g => g[0].Origin, StringComparer.Ordinal).ThenBy(g => g[0].Item, StringComparer.Ordinal).ToList();
        return Printings(items).SelectMany(OneVoice);
    }

    /// <summary>Each printing with its items, the first one first. Whoever copies a copy copies the first.</summary>
    private List<List<List<Evidence>>> Printings(List<List<Evidence>> items)
    {
        var printings = new List<List<List<Evidence>>>();
        foreach (var item in items)
        {
            var same = printings.FindAll(p => p.Exists(known => IsCopy(known[0], item[0])) && !IsOwnAgain(p[0][0], item[0]));
            printings.RemoveAll(same.Contains);
            printings.Add([.. same.SelectMany(p => p).OrderBy(i => items.IndexOf(i)), item]);
        }

        return printings;
    }

    private static bool IsCopy(Evidence one, Evidence other) => one.Print is { } print && other.Print is { } words && print.IsCopyOf(words);

    private bool IsOwnAgain(Evidence first, Evidence again) => (again.Published - first.Published).TotalDays > NewsDays && isNewSince(first, again);

    private IEnumerable<Evidence> OneVoice(List<List<Evidence>> printing)
    {
        var first = printing[0];
        var quoted = printing.SelectMany(i => i).Where(c => c.Quoted).ToList();
        return printing.SelectMany(item => item.Select(c => As(first, c, quoted.Find(q => q.Stance == c.Stance))));
    }

    /// <summary>Also where it was printed once: an item that says it and quotes somebody for it has one voice, not two.</summary>
    private Evidence As(List<Evidence> first, Evidence copy, Evidence? quoted)
    {
        var original = first.Find(c => c.Kind == copy.Kind && c.Stance == copy.Stance) ?? first[0];
        var voiced = copy with { Origin = copy.Quoted ? copy.Origin : (quoted ?? original).Origin, Attributed = copy.Attributed || quoted is not null };
        if (copy.Item == original.Item || isNewSince(first[0], copy)) return voiced;

        // "On Saturday" of a text that is printed again weeks later is not last Saturday.
        var date = copy.Date is { } named && named.First <= DayOf(original.Published) ? named : original.Date;
        return voiced with { Published = original.Published, Date = date };
    }

    private static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
