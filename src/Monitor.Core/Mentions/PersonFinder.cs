using Monitor.Core.Watchlist.NameForms;
using Monitor.Core.Watchlist.NameForms.Tables;

namespace Monitor.Core.Mentions;

/// <summary>
/// Decides whom a sighted surname means. A given name beside it decides: ours → taken, another's → not. A bare surname needs a reason:
/// the full name elsewhere in the item, another of our persons there, or an item about Belarus and prison. What stays open between two
/// persons is said so and never guessed.
/// </summary>
public sealed class PersonFinder(NameIndex index)
{
    private const double Full = 0.98, Initialled = 0.92, Anchored = 0.95, ByContext = 0.85, ByGivenName = 0.7, Slipped = 0.86;

    /// <summary>A long list has hundreds of Ivanovs; a near miss names no more of them than a person would look at, and tells how many there are.</summary>
    private const int MostCandidates = 20;

    /// <summary>Of so many surnames at most the given name is looked for through the whole text.</summary>
    private const int MostApart = 8;

    /// <summary>So many surnames of ours in one item are no chance: with a word of Belarus, prison or politics, and without.</summary>
    private const int PairOfNames = 2, ListOfNames = 3;

    private enum Evidence
    {
        Twin,
        Other,
        Bare,
        Initial,
        MayBe,
        Full,
    }

    /// <summary>
    /// One place in the text, and those it may mean: the subjects with the best evidence, if that is a given name; else all whom
    /// nothing speaks against; else all, for the record.
    /// </summary>
    private sealed record Reading(NameSighting Place, ReadOnlyMemory<NameSighting> Sightings, Neighbours Around, Evidence Top, IReadOnlyList<int> Subjects);

    public void Decide(string text, string? language, List<NameSighting> sightings, ItemContext context, (List<Mention> Mentions, List<NearMiss> NearMisses) found)
    {
        var readings = ReadAll(text, language, sightings.ToArray());
        var named = NamedInFull(readings, context);
        var apart = NamedApart(readings, (text, language), context);
        var namesakes = context.Kin > 0 ? [] : Namesakes(readings, named);
        var men = context.SpeaksOfBelarus ? [] : NamesakesOfOtherGender(readings, text, named);
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            if (reading.Around.DoubleSurname && readings.Exists(other => IsOtherHalf(reading, other))) reading = reading with { Around = reading.Around with { DoubleSurname = false } };
            if (reading.Top == Evidence.Bare && (reading.Subjects.Any(namesakes.Contains) || men.Exists(m => IsFormOf(m, reading, text))))
                Miss(reading, reading.Subjects, "the surname alone, and elsewhere in the item a namesake bears it with a given name", text, found);
            else if (reading.Top == Evidence.Bare && reading.Subjects is [var only] && apart.Contains(only) && !named.Contains(only))
                Take(reading, only, ByContext, "the surname here, the given name by itself elsewhere in the item", text, found);
            else
                Judge(reading, (text, language), context, named, found);
        }

        if (context.Kin > 0 && context.Belarus + context.Prison > 0) NameRelatives(text, language, readings, found);
    }

    /// <summary>Whom the item names in full. Two of our persons in one item are no chance: each is a reason for the other.</summary>
    private HashSet<int> NamedInFull(List<Reading> readings, ItemContext context)
    {
        var named = new HashSet<int>();
        foreach (var reading in readings)
            if (IsFull(reading)) named.Add(reading.Subjects[0]);
        if (named.Count == 1 && readings.TrueForAll(r => !IsFull(r) || IsOurs(r, context) is not null)) named.Clear();
        if (named.Count == 0) named.UnionWith(NamedTogether(readings, context));
        return named;

        static bool IsFull(Reading reading) => reading.Top >= Evidence.MayBe && reading.Subjects.Count == 1;
    }

    /// <summary>"Знак голодает … Максим пьёт воду": whom an item of prison, politics or Belarus calls by the surname and, elsewhere, by the given name alone. The text is searched for a few of them at most.</summary>
    private HashSet<int> NamedApart(List<Reading> readings, (string Text, string? Language) item, ItemContext context)
    {
        var (apart, tried) = (new HashSet<int>(), new HashSet<int>());
        if ((context.Prison + context.Politics == 0 && !context.SpeaksOfBelarus) || context.Elsewhere + context.OtherLife > 0) return apart;
        foreach (var reading in readings)
        {
            if (reading is not { Top: Evidence.Bare, Subjects: [var subject], Around: { DoubleSurname: false, Stranger: null } } || !tried.Add(subject)) continue;
            if (tried.Count > MostApart) break;
            var own = new HashSet<int>();
            foreach (var bearer in index.BearersOf(reading.Place.Pattern))
                if (bearer.Subject == subject) own.UnionWith(index.GivenGroups(bearer).ToArray());
            if (own.Count > 0 && LoneGivenName.Find(item.Text, own, index.Given, item.Language) is not null) apart.Add(subject);
        }

        return apart;
    }

    /// <summary>"Labkovich, Bialiatski and Stefanovich: third week of the trial": several surnames of ours in one item, each alone and a rare one among them, speak for each other; two need a word of Belarus, prison or politics beside them.</summary>
    private HashSet<int> NamedTogether(List<Reading> readings, ItemContext context)
    {
        if (context.Elsewhere + context.OtherLife > 0) return [];
        var alone = readings.Where(r => r is { Top: Evidence.Bare, Subjects.Count: 1, Around: { DoubleSurname: false, Stranger: null } } && index.KindOf(r.Place.Pattern) != SurnameKind.AlsoWord).ToList();
        if (!alone.Exists(r => index.KindOf(r.Place.Pattern) == SurnameKind.Rare)) return [];
        var subjects = alone.Select(r => r.Subjects[0]).ToHashSet();
        return subjects.Count >= (context.SpeaksOfBelarus || context.Prison + context.Politics > 0 ? PairOfNames : ListOfNames) ? subjects : [];
    }

    /// <summary>"Stefanowicz … his neighbour Jan Stefanowicz": whose surname somebody else bears here with a given name. The surname alone is that one's, unless ours is named in full or the item speaks of kin.</summary>
    private static HashSet<int> Namesakes(List<Reading> readings, HashSet<int> named)
    {
        var subjects = new HashSet<int>();
        foreach (var reading in readings)
            if (reading.Top == Evidence.Other && reading.Subjects.Count <= MostCandidates) subjects.UnionWith(reading.Subjects);
        subjects.ExceptWith(named);
        return subjects;
    }

    /// <summary>"Колесникова отпустили … чиновник Петр Колесников": the surnames that stand with a given name in the form of the other gender.</summary>
    private static List<(string Surname, int Subject)> NamesakesOfOtherGender(List<Reading> readings, string text, HashSet<int> named) =>
        [.. readings.Where(r => r.Top == Evidence.Twin && r.Around.Before.Count + r.Around.After.Count > 0).SelectMany(r => r.Subjects.Take(MostCandidates).Where(s => !named.Contains(s)).Select(s => (Surface(r, text), s)))];

    /// <summary>The man's surname with an ending behind it ("Колесников|а") is his before it is that of a woman of ours.</summary>
    private static bool IsFormOf((string Surname, int Subject) man, Reading reading, string text) =>
        reading.Place.End - reading.Place.Start > man.Surname.Length && reading.Subjects.Contains(man.Subject) && Surface(reading, text).StartsWith(man.Surname, StringComparison.OrdinalIgnoreCase);

    /// <summary>Both halves of a double surname that one of ours bears.</summary>
    private static bool IsOtherHalf(Reading one, Reading other) =>
        (other.Place.Start == one.Place.End + 1 || other.Place.End + 1 == one.Place.Start) && other.Subjects.Any(one.Subjects.Contains);

    /// <summary>
    /// "Svetlana Tikhanovskaya … her husband Sergei": where a relative of the same surname is named and kinship is spoken of, our
    /// person's given name standing alone is he.
    /// </summary>
    private void NameRelatives(string text, string? language, List<Reading> readings, (List<Mention> Mentions, List<NearMiss> NearMisses) found)
    {
        var groupsOf = new Dictionary<int, HashSet<int>>();
        foreach (var reading in readings)
            foreach (var sighting in reading.Sightings.Span)
                foreach (var bearer in index.BearersOf(sighting.Pattern))
                    if (EvidenceFor(sighting, bearer, reading.Around) <= Evidence.Other)
                        foreach (var group in index.GivenGroups(bearer))
                            if (groupsOf.TryGetValue(bearer.Subject, out var known) || groupsOf.TryAdd(bearer.Subject, known = [])) known.Add(group);
        foreach (var (subject, own) in groupsOf)
        {
            var id = index.Subjects[subject].Id;
            if (found.Mentions.Exists(m => m.Subject == id) || LoneGivenName.Find(text, own, index.Given, language) is not { } word) continue;
            found.Mentions.Add(new Mention(id, word.In(text).ToString(), word.Start, word.End, ByGivenName, "the given name alone, in an item about a relative of the same surname"));
        }
    }

    /// <summary>The sightings place by place; those of one place follow each other.</summary>
    private List<Reading> ReadAll(string text, string? language, ReadOnlyMemory<NameSighting> sightings)
    {
        var readings = new List<Reading>();
        for (var (from, to) = (0, 0); from < sightings.Length; from = to)
        {
            var first = sightings.Span[from];
            var best = first;
            for (; to < sightings.Length && sightings.Span[to].Start == first.Start; to++)
                if (sightings.Span[to].Fit > best.Fit) best = sightings.Span[to];
            var around = Neighbours.Of(text, first.Start, first.End, index.Given, language);
            var here = sightings[from..to];
            var top = TopEvidence(here.Span, around);
            readings.Add(new Reading(best, here, around, top, SubjectsWith(here.Span, around, top)));
        }

        return readings;
    }

    private Evidence TopEvidence(ReadOnlySpan<NameSighting> sightings, Neighbours around)
    {
        var top = Evidence.Twin;
        foreach (var sighting in sightings)
        {
            var (set, evidence) = (int.MinValue, Evidence.Twin);
            // Bearers stand in order of their given names: each name is compared once, however many bear it.
            foreach (var bearer in index.BearersOf(sighting.Pattern))
            {
                if (bearer.GivenSet == set) continue;
                (set, evidence) = (bearer.GivenSet, EvidenceFor(sighting, bearer, around));
                if (evidence > top && (sighting.Fit != WordFit.Slip || evidence == Evidence.Full)) top = evidence;
            }
        }

        return top;
    }

    private List<int> SubjectsWith(ReadOnlySpan<NameSighting> sightings, Neighbours around, Evidence top)
    {
        var (least, most) = top >= Evidence.MayBe ? (top, top) : top >= Evidence.Bare ? (Evidence.Bare, Evidence.Initial) : (Evidence.Twin, Evidence.Other);
        var subjects = new List<int>();
        var seen = new HashSet<int>();
        foreach (var sighting in sightings)
        {
            var (set, evidence) = (int.MinValue, Evidence.Twin);
            foreach (var bearer in index.BearersOf(sighting.Pattern))
            {
                if (bearer.GivenSet != set) (set, evidence) = (bearer.GivenSet, EvidenceFor(sighting, bearer, around));
                if (evidence < least || evidence > most || (sighting.Fit == WordFit.Slip && evidence != Evidence.Full)) continue;
                if (seen.Add(bearer.Subject)) subjects.Add(bearer.Subject);
            }
        }

        return subjects;
    }

    private Evidence EvidenceFor(NameSighting sighting, Bearer bearer, Neighbours around)
    {
        if (sighting.Fit == WordFit.Twin) return Evidence.Twin;
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

    private void Judge(Reading reading, (string Text, string? Language) item, ItemContext context, HashSet<int> named, (List<Mention> Mentions, List<NearMiss> NearMisses) found)
    {
        if (reading.Subjects.Count == 0) return;
        switch (reading.Top)
        {
            case Evidence.Twin: Miss(reading, reading.Subjects, "the surname's form for the other gender: another person", item.Text, found); break;
            case Evidence.Other: Miss(reading, reading.Subjects, $"another given name stands beside it: {reading.Around.GivenText}", item.Text, found); break;
            case Evidence.Bare or Evidence.Initial: JudgeBare(reading, item, context, named, found); break;
            default: JudgeNamed(reading, item.Text, context, named, found); break;
        }
    }

    private void JudgeNamed(Reading reading, string text, ItemContext context, HashSet<int> named, (List<Mention> Mentions, List<NearMiss> NearMisses) found)
    {
        var subjects = reading.Subjects;
        if (subjects.Count > 1) Miss(reading, subjects, $"{subjects.Count} persons on the list have this name", text, found, ambiguous: true);
        else if (!named.Contains(subjects[0]) && IsOurs(reading, context) is { } objection) Miss(reading, subjects, objection, text, found);
        else Take(reading, subjects[0], reading.Place.Fit == WordFit.Slip ? Slipped : Full, $"the full name: {reading.Around.GivenText} {Surface(reading, text)}", text, found);
    }

    private void JudgeBare(Reading reading, (string Text, string? Language) item, ItemContext context, HashSet<int> named, (List<Mention> Mentions, List<NearMiss> NearMisses) found)
    {
        var (text, possible) = (item.Text, reading.Subjects);
        var anchored = named.Count == 0 ? [] : possible.Where(named.Contains).Take(2).ToList();
        var initial = reading.Top == Evidence.Initial;
        if (anchored.Count == 1)
            Take(reading, anchored[0], Anchored, "the surname alone; the full name stands elsewhere in the item", text, found);
        else if (possible.Count > 1)
            Miss(reading, possible, $"{possible.Count} persons on the list bear this surname and nothing tells which is meant", text, found, ambiguous: true);
        else if (BareReason.Of(context, reading.Around, (named.Count, index.KindOf(reading.Place.Pattern)), item, reading.Place) is { } reason)
            Take(reading, possible[0], initial ? Initialled : ByContext, initial ? $"the surname with the right initial, {reason}" : $"the surname alone, {reason}", text, found);
        else
            Miss(reading, possible, reading.Around.Stranger is { } stranger ? $"the surname behind a name we do not know: {stranger}" : $"the surname alone, and the item says {context.InWords()}", text, found);
    }

    /// <summary>Null when a full name may be taken; else why it is likelier a namesake.</summary>
    private string? IsOurs(Reading reading, ItemContext context)
    {
        if (context.Namesake > 0 && !context.SpeaksOfBelarus) return "the full name, but the item speaks of somebody of the same name and not of Belarus";
        if (context.SpeaksOfBelarus || context.Prison > context.Elsewhere + context.OtherLife) return null;
        if (context.Elsewhere + context.OtherLife > (index.KindOf(reading.Place.Pattern) == SurnameKind.Rare ? context.Prison + context.Politics : 0)) return "the full name, but the item speaks of another country or another walk of life and not of Belarus: likely a namesake";
        if (context.Politics == 0 && index.KindOf(reading.Place.Pattern) == SurnameKind.Frequent) return "the full name, but many bear it and nothing in the item points to our person";
        return null;
    }

    private void Take(Reading reading, int subject, double score, string why, string text, (List<Mention> Mentions, List<NearMiss> NearMisses) found) =>
        found.Mentions.Add(new Mention(index.Subjects[subject].Id, Surface(reading, text), reading.Place.Start, reading.Place.End, score, why));

    private void Miss(Reading reading, IReadOnlyList<int> subjects, string why, string text, (List<Mention> Mentions, List<NearMiss> NearMisses) found, bool ambiguous = false) =>
        found.NearMisses.Add(new NearMiss([.. subjects.Take(MostCandidates).Select(s => index.Subjects[s].Id)], Surface(reading, text), reading.Place.Start, reading.Place.End, ambiguous, why));

    private static string Surface(Reading reading, string text) => text[reading.Place.Start..reading.Place.End];
}
