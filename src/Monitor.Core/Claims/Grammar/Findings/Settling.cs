using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Grammar.Senses;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Findings;

/// <summary>
/// Weighs the findings of one item against each other. One item tells one newest thing of a person: who is freed now was arrested and sentenced
/// earlier. What is only taken for known ("after her release") is news where the item says so elsewhere. The same said twice is said once.
/// </summary>
public static class Settling
{
    /// <summary>Days after which a release says nothing of an arrest told beside it ("freed in 2014").</summary>
    private const int LongAgo = 400;

    /// <summary>The sentence that tells of a death and so many behind it are searched for doubt.</summary>
    private const int DoubtReach = 3;

    /// <summary>Marks words of health that only say how somebody looks: of who comes out of prison they are no news.</summary>
    private const int Looks = 1;

    public static IReadOnlyList<Finding> Of(List<Finding> findings, IReadOnlyList<GroupClaim> groups, Story story)
    {
        var groupFreed = groups.Any(g => g.Kind is ClaimKind.Released or ClaimKind.Pardoned) || findings.Exists(f => IsFreed(f.Kind) && f.Stance == Stance.Asserted && !f.Presupposed);
        groupFreed |= story.Title.Any(s => !s.Has(Cue.Not) && s.Pieces.Any(p => p.Triggers.Any(t => IsFreed(t.Kind) && t.Form is Form.Participle or Form.Noun or Form.Verb && Stances.Of(p, t, story.Today) is { Stance: Stance.Asserted } or { Presupposed: true })));
        if (groupFreed) findings.AddRange(CarriedOut(findings, story));
        var weighed = findings.Select(f => Presupposed(f, findings, groupFreed)).ToList();
        weighed = [.. weighed.Select(f => Unproved(f, story))];
        weighed = [.. weighed.Select(f => Corroborated(f, story))];
        weighed = [.. weighed.Select(f => Contradicted(f, weighed))];
        weighed = [.. weighed.Select(f => StillFree(f, weighed))];
        weighed = [.. weighed.Select(f => Earlier(f, weighed, story.Today))];
        if (groups.Any(g => g.Kind == ClaimKind.Released) || weighed.Exists(f => f.Kind == ClaimKind.Released && f.Stance == Stance.Asserted))
            weighed = [.. weighed.Select(f => f is { Kind: ClaimKind.Pardoned, Stance: Stance.Asserted } ? f with { Kind = ClaimKind.Released } : f)];
        var dated = groups.FirstOrDefault(g => IsFreed(g.Kind) && g.Date is not null)?.Date;
        return [.. Once(weighed).Select(f => Destination.Of(f.Date is null && IsFreed(f.Kind) && f.Stance == Stance.Asserted ? f with { Date = dated } : f, story))];
    }

    /// <summary>Whether two kinds can be the same change told in other words.</summary>
    public static bool SameChange(ClaimKind a, ClaimKind b) => Coarse(a) == Coarse(b);

    private static bool IsFreed(ClaimKind kind) => kind is ClaimKind.Released or ClaimKind.Pardoned;

    /// <summary>"Bialiatski was driven to Lithuania", in an item that tells of a release now: he is one of the freed.</summary>
    private static IEnumerable<Finding> CarriedOut(List<Finding> findings, Story story)
    {
        foreach (var (piece, moved, subject) in Destination.Moves(story).Where(m => Destination.Carries(m.Piece, m.Move)))
        {
            if (findings.Exists(f => f.Subject == subject && IsFreed(f.Kind) && (f.Stance is Stance.Asserted or Stance.Negated || f is { Stance: Stance.Background, Dated: true })) || piece.Sentence.Has(Cue.Not, 0, moved.First)) continue;
            var trigger = new Trigger(ClaimKind.Released, Form.Verb, moved.First, moved.Last);
            var reading = Stances.Of(piece, trigger, story.Today);
            if (reading.Stance != Stance.Asserted) continue;
            yield return new Finding(subject, ClaimKind.Released, reading.Stance, piece, trigger)
            {
                Date = reading.Date,
                Dated = reading.Dated,
                Reason = "taken out of the country in an item that reports a release now",
                SaidBy = Voices.Of(piece, story.Whole, subject.Id),
            };
        }
    }

    /// <summary>"Health of imprisoned defender deteriorates" above, "X, whose heart condition has worsened" below: what is told in passing is the news where the title tells the same.</summary>
    private static Finding Corroborated(Finding finding, Story story)
    {
        if (finding is not { Stance: Stance.Background, Dated: false, Presupposed: false } || finding.Trigger.Past || finding.Piece.Sentence.IsTitle || finding.Kind is not (ClaimKind.Health or ClaimKind.HungerStrike)) return finding;
        var told = story.Title.Any(t => !t.Has(Cue.Not) && !t.IsQuestion && t.Refs.All(r => r.Subject == finding.Subject) && t.Strangers.Count == 0 && t.Pieces.Any(p => p.Triggers.Any(g => g.IsVerb && SameChange(g.Kind, finding.Kind))));
        return told ? finding with { Stance = Stance.Asserted, Reason = "told in passing, and the title tells the same" } : finding;
    }

    /// <summary>"A letter says that X died in custody. There is nothing to back it up.": a death that the sentences right behind call unproved is only possible.</summary>
    private static Finding Unproved(Finding finding, Story story)
    {
        if (finding is not { Kind: ClaimKind.Died, Stance: Stance.Asserted }) return finding;
        var doubt = story.Sentences.Skip(finding.Piece.Sentence.Index).Take(DoubtReach).Any(s => s.Of(Cue.Untrue).Any(u => u.Entry.Number == Stances.Unproved));
        return doubt ? finding with { Stance = Stance.Hypothetical, Reason = "called unproved right behind" } : finding;
    }

    /// <summary>
    /// Freed here and still held there in one item: the title decides; without it the denial does, for a false "free" hurts most and a denial
    /// is seldom said by chance. "She was imprisoned", of whoever was spoken of before, denies nothing that is said of a person by name.
    /// </summary>
    private static Finding Contradicted(Finding finding, List<Finding> all)
    {
        if (!IsFreed(finding.Kind) || finding.Stance != Stance.Asserted) return finding;
        if (!all.Exists(f => f.Subject == finding.Subject && IsFreed(f.Kind) && f is { Stance: Stance.Negated, Date: null } && (finding.ByFocus || !f.ByFocus))) return finding;
        if (all.Exists(f => f.Subject == finding.Subject && IsFreed(f.Kind) && f is { Stance: Stance.Asserted, Piece.Sentence.IsTitle: true, ByFocus: false } && f.Piece.Refs.Any(r => r.Subject == f.Subject))) return finding;
        return finding with { Stance = Stance.Negated, Reason = "denied elsewhere in the item" };
    }

    /// <summary>"Both are free already: they left prison in December", in May: that somebody is free, with no day, is no news where the text dates the release long ago. A headline may tell of a second one.</summary>
    private static Finding StillFree(Finding finding, List<Finding> all)
    {
        if (!IsFreed(finding.Kind) || finding is not { Stance: Stance.Asserted, Dated: false, Date: null, Piece.Sentence.IsTitle: false }) return finding;
        var release = all.Find(f => f.Subject == finding.Subject && IsFreed(f.Kind) && f is { Stance: Stance.Background, Dated: true, Date: not null });
        return release is null ? finding : finding with { Stance = Stance.Background, Date = release.Date, Dated = true, Reason = $"free since {release.Date}, as the item says" };
    }

    private static Finding Presupposed(Finding finding, List<Finding> all, bool groupFreed)
    {
        if (!finding.Presupposed || !IsFreed(finding.Kind) || finding.Dated) return finding;
        var news = groupFreed || all.Exists(f => f.Subject == finding.Subject && IsFreed(f.Kind) && f.Stance == Stance.Asserted && !f.Presupposed);
        return finding with { Stance = news ? Stance.Asserted : Stance.Background, Reason = news ? "mentioned as known, and told as news elsewhere in the item" : "mentioned as known, not told as news" };
    }

    /// <summary>Taken, charged, sentenced come before released; taken and charged before sentenced; all of them before illness, transfer and death.</summary>
    private static Finding Earlier(Finding finding, List<Finding> all, DateOnly? today)
    {
        if (finding.Stance != Stance.Asserted || finding.Kind >= ClaimKind.Imposed) return finding;
        if (finding.Dated && finding.Date is not null) return finding;
        if (IsOfTheSentence(finding, all, today)) return finding with { Stance = Stance.Background, Reason = "of the time before a release that the item mentions as known" };
        if (IsFromInside(finding, all)) return finding with { Stance = Stance.Background, Reason = "told of the time in prison, in news of a release" };
        if (IsLongIllness(finding, all)) return finding with { Stance = Stance.Background, Reason = "told in passing, in news of a court" };
        var later = all.FirstOrDefault(f => f.Subject == finding.Subject && f.Stance == Stance.Asserted && Stage(f.Kind) > Stage(finding.Kind) && !f.Presupposed && !(finding.Kind == ClaimKind.Charged && Stage(f.Kind) == 4) && finding.Kind is not (ClaimKind.Health or ClaimKind.Transferred));
        return later is null ? finding : finding with { Stance = Stance.Background, Reason = $"comes before {Keyword.Of(later.Kind)}, which the item reports" };
    }

    /// <summary>Who is called a former prisoner was arrested, sentenced and moved before; an illness only where it is told of the colony or from memory.</summary>
    private static bool IsOfTheSentence(Finding finding, List<Finding> all, DateOnly? today)
    {
        if (IsFreed(finding.Kind) || finding.Kind == ClaimKind.Died || finding.Piece.Sentence.IsTitle || Stage(finding.Kind) == 0) return false;
        if (finding.Kind is ClaimKind.Health or ClaimKind.HungerStrike && !finding.Piece.Has(Cue.Held) && finding.Piece.Opening != Opening.Complement) return false;
        return all.Exists(f => f.Subject == finding.Subject && IsFreed(f.Kind) && f.Stance == Stance.Background && (f.Date is not { } date || today is not { } now || now.DayNumber - date.Last.DayNumber < LongAgo))
            && !all.Exists(f => f.Subject == finding.Subject && f.Kind == finding.Kind && f.Piece.Sentence.IsTitle);
    }

    /// <summary>"Freed today. In the colony he suffered a heart attack.", "Gaunt and shaven, he walked free."</summary>
    private static bool IsFromInside(Finding finding, List<Finding> all) =>
        finding is { Kind: ClaimKind.Health or ClaimKind.HungerStrike or ClaimKind.Transferred } && ((!finding.Piece.Sentence.IsTitle && finding.Piece.Sentence.Has(Cue.Held)) || TellsLooks(finding))
        && all.Exists(f => f.Subject == finding.Subject && IsFreed(f.Kind) && f.Stance == Stance.Asserted);

    private static bool TellsLooks(Finding finding) =>
        finding.Piece.Sentence.Of(Cue.Trigger, finding.Trigger.First, finding.Trigger.Last).Any(h => h.Entry.Kind == ClaimKind.Health && h.Entry.Number == Looks);

    /// <summary>"The court left the sentence in force. The 58-year-old has heart failure."</summary>
    private static bool IsLongIllness(Finding finding, List<Finding> all) =>
        finding is { Kind: ClaimKind.Health, Dated: false, Piece.Sentence.IsTitle: false } && all.Exists(f => f.Subject == finding.Subject && f is { Kind: ClaimKind.Sentenced, Stance: Stance.Asserted, Dated: true });

    private static int Stage(ClaimKind kind) => kind switch
    {
        ClaimKind.Detained => 1,
        ClaimKind.Charged => 2,
        ClaimKind.Sentenced => 3,
        ClaimKind.Transferred or ClaimKind.Health or ClaimKind.HungerStrike => 4,
        ClaimKind.Released or ClaimKind.Pardoned or ClaimKind.Died => 5,
        _ => 0,
    };

    private static List<Finding> Once(List<Finding> findings)
    {
        var kept = new List<Finding>();
        foreach (var finding in findings.OrderBy(Rank).ThenBy(f => f.ByFocus))
        {
            var same = kept.FindIndex(k => k.Subject == finding.Subject && Coarse(k.Kind) == Coarse(finding.Kind));
            if (same >= 0 && !Adds(kept, finding))
            {
                if (kept[same].Stance == finding.Stance) kept[same] = kept[same] with { Date = kept[same].Date ?? finding.Date, SaidBy = kept[same].SaidBy ?? finding.SaidBy, Kind = Better(kept[same].Kind, finding.Kind) };
                continue;
            }

            kept.Add(finding);
        }

        return [.. kept.OrderBy(f => f.Piece.Sentence.Index).ThenBy(f => f.Trigger.First)];
    }

    /// <summary>A second finding of a kind stands beside the first only where it says something else: an older date, a denial beside a demand.</summary>
    private static bool Adds(List<Finding> kept, Finding finding)
    {
        var same = kept.Where(k => k.Subject == finding.Subject && Coarse(k.Kind) == Coarse(finding.Kind)).ToList();
        return finding.Stance switch
        {
            Stance.Background => same.TrueForAll(k => (k.Stance == Stance.Background && k.Date is { } a && finding.Date is { } b && !a.Agrees(b)) || (k.Stance == Stance.Asserted && finding is { Dated: true, Date: not null } && Stage(k.Kind) != 4) || k.Stance is Stance.Demanded),
            Stance.Negated => same.TrueForAll(k => k.Stance is Stance.Demanded or Stance.Hypothetical or Stance.Background),
            Stance.Demanded => same.TrueForAll(k => k.Stance is Stance.Negated or Stance.Background),
            _ => false,
        };
    }

    private static int Rank(Finding f) => f.Stance switch { Stance.Asserted => 0, Stance.Negated => 1, Stance.Demanded => 2, Stance.Background => 3, _ => 4 };

    /// <summary>"Released" says more than "pardoned". A headline's "US lifts sanctions" over a text in which somebody announces that it will is that announcement.</summary>
    private static ClaimKind Better(ClaimKind a, ClaimKind b) => (a, b) switch
    {
        (ClaimKind.Pardoned, ClaimKind.Released) or (ClaimKind.Lifted, ClaimKind.LiftAnnounced) => b,
        _ => a,
    };

    private static int Coarse(ClaimKind kind) => kind switch
    {
        ClaimKind.Pardoned => (int)ClaimKind.Released,
        ClaimKind.LiftAnnounced or ClaimKind.Eased or ClaimKind.LicenceIssued => (int)ClaimKind.Lifted,
        _ => (int)kind,
    };
}
