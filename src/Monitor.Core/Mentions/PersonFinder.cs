using Monitor.Core.Watchlist.NameForms;

namespace Monitor.Core.Mentions;

/// <summary>
/// Decides whom a sighted surname means. A given name beside it decides: ours → taken, another's → not. A bare surname needs a reason:
/// the full name elsewhere in the item, another of our persons there, or an item about Belarus and prison. What stays open between two
/// persons is said so and never guessed.
/// </summary>
public sealed class PersonFinder(NameIndex index)
{
    private const double Full = 0.98, Initialled = 0.92, Anchored = 0.95, ByContext = 0.85, ByGivenName = 0.7, Slipped = 0.86;

    private enum Evidence
    {
        Twin,
        Other,
        Bare,
        Initial,
        MayBe,
        Full,
    }

    private sealed record Reading(NameSighting Place, Neighbours Around, List<(int Subject, Evidence Evidence)> Bearers, List<(int Subject, int[] Groups)> Groups);

    public void Decide(string text, string? language, List<NameSighting> sightings, ItemContext context, (List<Mention> Mentions, List<NearMiss> NearMisses) found)
    {
        var readings = sightings.GroupBy(s => (s.Start, s.End)).Select(place => Read(text, language, place)).ToList();
        var named = new HashSet<int>();
        var full = readings.Select(r => (Reading: r, Best: Best(r, Evidence.MayBe))).Where(r => r.Best.Count == 1).ToList();
        // Two of our persons in one item are no chance: each is a reason for the other.
        var together = full.Select(f => f.Best[0]).Distinct().Count() > 1;
        foreach (var (reading, best) in full)
            if (together || IsOurs(reading, context) is null) named.Add(best[0]);

        readings = [.. readings.Select(r => r.Around.DoubleSurname && readings.Any(o => IsOtherHalf(r, o)) ? r with { Around = r.Around with { DoubleSurname = false } } : r)];
        foreach (var reading in readings) Judge(reading, (text, language), context, named, found);
        if (context.Kin > 0 && context.Belarus + context.Prison > 0) NameRelatives(text, language, readings, found);
    }

    /// <summary>Both halves of a double surname that one of ours bears.</summary>
    private static bool IsOtherHalf(Reading one, Reading other) =>
        (other.Place.Start == one.Place.End + 1 || other.Place.End + 1 == one.Place.Start) && other.Bearers.Any(b => one.Bearers.Any(o => o.Subject == b.Subject));

    /// <summary>
    /// "Svetlana Tikhanovskaya … her husband Sergei": where a relative of the same surname is named and kinship is spoken of, our
    /// person's given name standing alone is he.
    /// </summary>
    private void NameRelatives(string text, string? language, List<Reading> readings, (List<Mention> Mentions, List<NearMiss> NearMisses) found)
    {
        var taken = found.Mentions.Select(m => m.Subject).ToHashSet(StringComparer.Ordinal);
        var absent = readings.SelectMany(r => r.Bearers).Where(b => b.Evidence is Evidence.Twin or Evidence.Other && !taken.Contains(index.Subjects[b.Subject].Id)).Select(b => b.Subject).Distinct().ToList();
        foreach (var subject in absent)
        {
            var own = readings.SelectMany(r => r.Groups).Where(g => g.Subject == subject).SelectMany(g => g.Groups).ToHashSet();
            if (LoneGivenName.Find(text, own, index.Given, language) is not { } word) continue;
            found.Mentions.Add(new Mention(index.Subjects[subject].Id, word.In(text).ToString(), word.Start, word.End, ByGivenName, "the given name alone, in an item about a relative of the same surname"));
        }
    }

    private Reading Read(string text, string? language, IEnumerable<NameSighting> place)
    {
        var sightings = place.ToList();
        var first = sightings[0];
        var around = Neighbours.Of(text, first.Start, first.End, index.Given, language);
        var bearers = new Dictionary<int, Evidence>();
        var groups = new List<(int, int[])>();
        foreach (var sighting in sightings)
        {
            foreach (var bearer in index.BearersOf(sighting.Pattern))
            {
                var evidence = sighting.Fit == WordFit.Twin ? Evidence.Twin : EvidenceFor(bearer, around);
                if (evidence <= Evidence.Other) groups.Add((bearer.Subject, index.GivenGroups(bearer).ToArray()));
                if (sighting.Fit == WordFit.Slip && evidence != Evidence.Full) continue;
                if (!bearers.TryGetValue(bearer.Subject, out var known) || evidence > known) bearers[bearer.Subject] = evidence;
            }
        }

        return new Reading(sightings.MaxBy(s => s.Fit), around, [.. bearers.Select(b => (b.Key, b.Value))], groups);
    }

    private Evidence EvidenceFor(Bearer bearer, Neighbours around)
    {
        var groups = index.GivenGroups(bearer);
        if (groups.IsEmpty) return Evidence.Bare;
        if (around.Before.Count > 0) return Compare(groups, around.Before);
        if (around.After.Count > 0) return Compare(groups, around.After);
        if (around.Initial == '\0') return Evidence.Bare;
        foreach (var group in groups)
            if (index.Given.CanBegin(group, around.Initial)) return Evidence.Initial;
        return Evidence.Other;
    }

    private Evidence Compare(ReadOnlySpan<int> own, IReadOnlyList<int> printed)
    {
        var best = Evidence.Other;
        foreach (var group in own)
        {
            foreach (var other in printed)
            {
                var relation = index.Given.Relation(group, other);
                if (relation == GivenRelation.Same) return Evidence.Full;
                if (relation == GivenRelation.MayBe) best = Evidence.MayBe;
            }
        }

        return best;
    }

    private static List<int> Best(Reading reading, Evidence atLeast)
    {
        var top = reading.Bearers.Count == 0 ? Evidence.Other : reading.Bearers.Max(b => b.Evidence);
        return top < atLeast ? [] : [.. reading.Bearers.Where(b => b.Evidence == top).Select(b => b.Subject)];
    }

    private void Judge(Reading reading, (string Text, string? Language) item, ItemContext context, HashSet<int> named, (List<Mention> Mentions, List<NearMiss> NearMisses) found)
    {
        if (reading.Bearers.Count == 0) return;
        var text = item.Text;
        var best = Best(reading, Evidence.MayBe);
        if (best.Count == 1)
        {
            var objection = named.Contains(best[0]) ? null : IsOurs(reading, context);
            if (objection is null) Take(reading, best[0], reading.Place.Fit == WordFit.Slip ? Slipped : Full, $"the full name: {reading.Around.GivenText} {Surface(reading, text)}", text, found);
            else Miss(reading, best, ambiguous: false, objection, text, found);
            return;
        }

        if (best.Count > 1)
        {
            Miss(reading, best, ambiguous: true, $"{best.Count} persons on the list have this name", text, found);
            return;
        }

        var possible = reading.Bearers.Where(b => b.Evidence is Evidence.Bare or Evidence.Initial).Select(b => b.Subject).ToList();
        if (possible.Count == 0)
        {
            var why = reading.Bearers.All(b => b.Evidence == Evidence.Twin) ? "the surname's form for the other gender: another person" : $"another given name stands beside it: {reading.Around.GivenText}";
            Miss(reading, [.. reading.Bearers.Select(b => b.Subject)], ambiguous: false, why, text, found);
            return;
        }

        JudgeBare(reading, possible, item, context, named, found);
    }

    private void JudgeBare(Reading reading, List<int> possible, (string Text, string? Language) item, ItemContext context, HashSet<int> named, (List<Mention> Mentions, List<NearMiss> NearMisses) found)
    {
        var text = item.Text;
        var anchored = possible.Where(named.Contains).ToList();
        if (anchored.Count == 1)
        {
            Take(reading, anchored[0], Anchored, "the surname alone; the full name stands elsewhere in the item", text, found);
            return;
        }

        if (possible.Count > 1)
        {
            Miss(reading, possible, ambiguous: true, $"{possible.Count} persons on the list bear this surname and nothing tells which is meant", text, found);
            return;
        }

        var initial = reading.Bearers.Any(b => b.Subject == possible[0] && b.Evidence == Evidence.Initial);
        if (BareReason.Of(context, reading.Around, (named.Count, index.KindOf(reading.Place.Pattern)), item, reading.Place) is { } reason)
            Take(reading, possible[0], initial ? Initialled : ByContext, initial ? $"the surname with the right initial, {reason}" : $"the surname alone, {reason}", text, found);
        else
            Miss(reading, possible, ambiguous: false, reading.Around.Stranger is { } stranger ? $"the surname behind a name we do not know: {stranger}" : $"the surname alone, and the item says {context.InWords()}", text, found);
    }

    /// <summary>Null when a full name may be taken; else why it is likelier a namesake.</summary>
    private string? IsOurs(Reading reading, ItemContext context)
    {
        if (context.Belarus > 0 || context.Prison > context.Elsewhere + context.OtherLife) return null;
        if (context.Elsewhere + context.OtherLife > 0) return "the full name, but the item speaks of another country or another walk of life and not of Belarus: likely a namesake";
        if (context.Politics == 0 && index.KindOf(reading.Place.Pattern) != SurnameKind.Rare) return "the full name, but many bear it and nothing in the item points to our person";
        return null;
    }

    private void Take(Reading reading, int subject, double score, string why, string text, (List<Mention> Mentions, List<NearMiss> NearMisses) found) =>
        found.Mentions.Add(new Mention(index.Subjects[subject].Id, Surface(reading, text), reading.Place.Start, reading.Place.End, score, why));

    private void Miss(Reading reading, IReadOnlyList<int> subjects, bool ambiguous, string why, string text, (List<Mention> Mentions, List<NearMiss> NearMisses) found) =>
        found.NearMisses.Add(new NearMiss([.. subjects.Select(s => index.Subjects[s].Id)], Surface(reading, text), reading.Place.Start, reading.Place.End, ambiguous, why));

    private static string Surface(Reading reading, string text) => text[reading.Place.Start..reading.Place.End];
}
