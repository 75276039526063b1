using Monitor.Core.Claims;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Changes;

/// <summary>
/// Who counts for and against a change, and the standing that follows (DESIGN §4.2): one origin reports, two confirm, a contrary
/// voice disputes, two voices against fewer overrule. An origin that takes back its own word no longer counts for it.
/// </summary>
internal static class Corroboration
{
    /// <summary>So many contrary origins, and more than speak for it, overrule a report (issue: "two origins against one").</summary>
    private const int OverruleAt = 2;

    /// <param name="claims">What speaks of the change, for and against, in order of publication.</param>
    /// <param name="asNews">Whether anybody asserts it as news of its own time.</param>
    public static (Standing Standing, IReadOnlyList<string> For, IReadOnlyList<string> Against) Weigh(IReadOnlyList<Evidence> claims, bool asNews)
    {
        // News weighs; a retelling only where nothing better is there: a copy of old news is no new witness. Among retellings "was freed" is as good as "who had been freed".
        var weighing = claims.Where(c => c.Stance == Stance.Negated || c.Stance == Stance.Asserted || (!asNews && c.Stance == Stance.Background)).Select(c => (c.Origin, c.Published, Against: c.Stance == Stance.Negated)).ToList();
        var said = weighing.Select(c => c.Origin).Distinct(StringComparer.Ordinal).ToList();
        var lastWords = weighing.GroupBy(c => c.Origin, StringComparer.Ordinal).ToDictionary(g => g.Key, g => LastWords([.. g]), StringComparer.Ordinal);
        var speaksFor = said.FindAll(o => lastWords[o].Contains(false));
        var against = said.FindAll(o => lastWords[o].Contains(true));
        if (claims.Any(c => c.ByCurator && c.Stance == Stance.Negated)) return (Standing.Retracted, speaksFor, against);
        return (StandingOf(speaksFor.Count, against.Count), speaksFor, against);
    }

    /// <summary>Whether an origin's last word was against it; both where it said both in one breath, since then nothing tells which holds.</summary>
    private static HashSet<bool> LastWords(List<(string Origin, DateTimeOffset Published, bool Against)> words)
    {
        var last = words.Max(w => w.Published);
        return [.. words.Where(w => w.Published == last).Select(w => w.Against)];
    }

    private static Standing StandingOf(int speakFor, int against)
    {
        if (speakFor == 0) return Standing.Retracted;
        if (against >= OverruleAt && against > speakFor) return Standing.Retracted;
        if (against > 0) return Standing.Disputed;
        return speakFor > 1 ? Standing.Confirmed : Standing.Reported;
    }
}
