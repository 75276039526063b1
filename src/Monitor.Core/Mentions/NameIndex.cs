using System.Runtime.InteropServices;
using Monitor.Core.Watchlist;
using Monitor.Core.Watchlist.NameForms;

namespace Monitor.Core.Mentions;

/// <summary>A person who bears a surname: who, and with which given names (-1 for a single name).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Bearer(int Subject, int GivenSet);

/// <summary>How much a surname by itself is worth.</summary>
public enum SurnameKind : byte
{
    Rare,

    /// <summary>Many people bear it.</summary>
    Frequent,

    /// <summary>It is an ordinary word as well.</summary>
    AlsoWord,
}

/// <summary>
/// The watchlist's persons by surname: a table of surname patterns, the bearers of each, and their given names. Immutable; a new list
/// is a new index, swapped in by replacing the reference.
/// </summary>
public sealed class NameIndex
{
    private readonly int[] firstBearer;
    private readonly Bearer[] bearers;
    private readonly int[][] givenSets;
    private readonly SurnameKind[] kinds;

    public NameIndex(IReadOnlyList<Subject> watchlist)
    {
        Subjects = watchlist;
        var parsed = new List<(int Subject, PersonName Name)>();
        var genders = new Dictionary<string, Gender?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < watchlist.Count; i++)
        {
            if (watchlist[i] is not Person person) continue;
            var gender = person.Gender;
            foreach (var printed in person.Names.Values.Concat(person.OtherNames).Prepend(person.Name).Distinct(StringComparer.Ordinal))
            {
                if (PersonName.Parse(printed, gender, GenderOf) is not { } name) continue;
                gender = gender == Gender.Unknown ? name.Gender : gender;
                parsed.Add((i, name with { Gender = gender }));
            }
        }

        var unknown = parsed.Where(p => p.Name.Given is not null && GenderOf(p.Name.Given) is null)
            .SelectMany(p => p.Name.OrderUnknown ? p.Name.Surnames.Append(p.Name.Given!) : [p.Name.Given!]).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        Given = unknown.Count == 0 ? GivenNameIndex.Common : new GivenNameIndex(unknown.Select(n => (n, Gender.Unknown)));

        var patterns = new List<NamePattern>();
        var idOf = new Dictionary<(string, Gender), int[]>();
        var setOf = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var sets = new List<int[]>();
        var bearersOf = new List<List<Bearer>>();
        foreach (var (subject, name) in parsed)
        {
            foreach (var surname in name.Surnames) Add(surname, name.Given, subject, name.Gender);
            if (name.OrderUnknown) Add(name.Given!, name.Surnames[0], subject, name.Gender);
        }

        Surnames = new PatternTable(patterns, twins: true);
        Slips = new SlipTable(Surnames);
        givenSets = [.. sets];
        kinds = [.. patterns.Select(p => OrdinaryNames.IsAlsoWord(p.Word) ? SurnameKind.AlsoWord : OrdinaryNames.IsFrequent(p.Word) ? SurnameKind.Frequent : SurnameKind.Rare)];
        firstBearer = new int[patterns.Count + 1];
        for (var i = 0; i < patterns.Count; i++) firstBearer[i + 1] = firstBearer[i] + bearersOf[i].Count;
        bearers = [.. bearersOf.SelectMany(b => b)];

        void Add(string surname, string? given, int subject, Gender gender)
        {
            var key = (surname.ToLowerInvariant(), gender);
            if (!idOf.TryGetValue(key, out var ids))
            {
                var made = NamePatterns.OfSurname(surname, gender);
                idOf[key] = ids = [.. Enumerable.Range(patterns.Count, made.Count)];
                patterns.AddRange(made);
                foreach (var _ in made) bearersOf.Add([]);
            }

            var bearer = new Bearer(subject, SetOf(given));
            foreach (var id in ids)
                if (!bearersOf[id].Contains(bearer)) bearersOf[id].Add(bearer);
        }

        // The same few given names stand in a long list again and again.
        Gender? GenderOf(string word) => genders.TryGetValue(word, out var known) ? known : genders[word] = CommonGender(word);

        int SetOf(string? given)
        {
            if (given is null) return -1;
            if (setOf.TryGetValue(given, out var set)) return set;
            sets.Add([.. Given.GroupsOf(given)]);
            return setOf[given] = sets.Count - 1;
        }
    }

    public IReadOnlyList<Subject> Subjects { get; }

    /// <summary>Bytes held by the tables, without the subjects themselves.</summary>
    public long Bytes => Surnames.Bytes + Slips.Bytes + (firstBearer.LongLength * 4) + (bearers.LongLength * 8) + kinds.LongLength;

    public PatternTable Surnames { get; }

    public GivenNameIndex Given { get; }

    public SlipTable Slips { get; }

    public SurnameKind KindOf(int pattern) => kinds[pattern];

    public ReadOnlySpan<Bearer> BearersOf(int pattern) => bearers.AsSpan(firstBearer[pattern]..firstBearer[pattern + 1]);

    public ReadOnlySpan<int> GivenGroups(Bearer bearer) => bearer.GivenSet < 0 ? [] : givenSets[bearer.GivenSet];

    private static Gender? CommonGender(string word)
    {
        var groups = GivenNameIndex.Common.GroupsOf(word);
        return groups.Count == 0 ? null : groups.Select(GivenNameIndex.Common.GenderOf).Distinct().Count() == 1 ? GivenNameIndex.Common.GenderOf(groups[0]) : Gender.Unknown;
    }
}
