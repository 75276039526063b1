using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Text;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Changes;

/// <summary>
/// What an item says after an edit that it did not say before. What it repeats keeps the date of its first telling, else an old article with a mended comma would be news again;
/// what it no longer says stands, since sites cut texts for many reasons, but a denial that is gone gives the assertion beside it new weight.
/// </summary>
public static class EditedReading
{
    /// <summary>The sentences that the edit brought, as an item of their own.</summary>
    public static Item Added(Item after, Item before)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(before);
        var known = SentencesOf(before.Whole).ToHashSet(StringComparer.Ordinal);
        return after with { Title = "", Text = string.Join('\n', SentencesOf(after.Text).Where(s => !known.Contains(s))) };
    }

    /// <param name="added">The reading of <see cref="Added"/>.</param>
    public static Reading NewIn(Reading after, Reading added, Reading before)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(before);
        var said = before.Claims.Select(KeyOf).ToHashSet();
        var groups = before.Groups.Select(KeyOf).ToHashSet();
        var denied = after.Claims.Where(c => c.Stance == Stance.Negated).Select(KeyOf).ToHashSet();
        return after with
        {
            Claims = [.. after.Claims.Concat(added.Claims.ExceptBy(after.Claims.Select(KeyOf), KeyOf)).Where(c => !said.Contains(KeyOf(c)) || IsDeniedNoMore(c))],
            Groups = [.. after.Groups.Concat(added.Groups.ExceptBy(after.Groups.Select(KeyOf), KeyOf)).Where(g => !groups.Contains(KeyOf(g)))],
            Proposals = [.. after.Proposals.Where(p => !before.Proposals.Any(b => b.Name == p.Name && b.Kind == p.Kind))],
            NearMisses = [.. after.NearMisses.Where(m => !before.NearMisses.Any(b => b.Surface == m.Surface))],
        };

        bool IsDeniedNoMore(Claim claim)
        {
            var denial = KeyOf(claim with { Stance = Stance.Negated });
            return claim.Stance == Stance.Asserted && said.Contains(denial) && !denied.Contains(denial);
        }
    }

    private static IEnumerable<string> SentencesOf(string text) => Sentences.Split(text).Select(s => text[s.Start..s.End].Trim());

    private static (string Subject, ClaimKind Family, Stance Stance) KeyOf(Claim claim) => (claim.Subject, ChangeFamily.Of(claim.Kind), claim.Stance);

    private static (ClaimKind Family, int Count, Stance Stance) KeyOf(GroupClaim group) => (ChangeFamily.Of(group.Kind), group.Count, group.Stance);
}
