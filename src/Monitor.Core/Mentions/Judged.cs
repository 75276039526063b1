using Monitor.Core.Watchlist;

namespace Monitor.Core.Mentions;

/// <summary>A curator's word about a name stands above the finder's: "not this person" takes a mention away, "same person" makes one of a name that was doubted.</summary>
internal static class Judged
{
    public static MentionResult By(IReadOnlyList<NameJudgement> judgements, MentionResult found)
    {
        if (judgements.Count == 0) return found;
        var kept = found.Mentions.Where(m => !judgements.Any(j => !j.IsSame && Concerns(j, m.Subject, m.Surface)));
        var same = found.NearMisses.SelectMany(n => judgements.Where(j => j.IsSame && n.Surface == j.Surface && n.Candidates.Contains(j.Subject)).Take(1)
            .Select(j => new Mention(j.Subject, n.Surface, n.Start, n.End, 1, "a curator said who is meant")));
        return found with { Mentions = [.. kept.Concat(same).OrderBy(m => m.Start)] };
    }

    /// <summary>A judgement without words is about the person wherever the item names him.</summary>
    private static bool Concerns(NameJudgement judgement, string subject, string surface) => judgement.Subject == subject && (judgement.Surface.Length == 0 || judgement.Surface == surface);
}
