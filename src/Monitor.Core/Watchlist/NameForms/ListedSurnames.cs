using Monitor.Core.Watchlist.NameForms.Tables;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>The surnames of a list as patterns, each once, with those who bear them: thousands may share one.</summary>
internal sealed class ListedSurnames
{
    private readonly GivenNameIndex given;
    private readonly List<NamePattern> patterns = [];
    private readonly List<(int Pattern, Bearer Bearer)> bearers = [];
    private readonly HashSet<(int Pattern, Bearer Bearer)> ofOne = [];
    private int one = -1;
    private readonly Dictionary<(string, Gender), (int First, int Count)> stretches = [];
    private readonly Dictionary<string, int> setOf = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int[]> sets = [];

    public ListedSurnames(IReadOnlyList<(int Subject, PersonName Name)> names, GivenNameIndex given)
    {
        this.given = given;
        foreach (var (subject, name) in names)
        {
            foreach (var surname in name.Surnames) Add(surname, name.Gender, new Bearer(subject, SetOf(name.Given)));
            if (name.OrderUnknown) Add(name.Given!, name.Gender, new Bearer(subject, SetOf(name.Surnames[0])));
        }
    }

    public IReadOnlyList<NamePattern> Patterns => patterns;

    public IReadOnlyList<(int Pattern, Bearer Bearer)> Bearers => bearers;

    /// <summary>The groups of given names that bearers refer to.</summary>
    public IReadOnlyList<int[]> GivenSets => sets;

    private void Add(string surname, Gender gender, Bearer bearer)
    {
        var key = (surname.ToLowerInvariant(), gender);
        if (!stretches.TryGetValue(key, out var stretch))
        {
            var made = NamePatterns.OfSurname(surname, gender);
            stretches[key] = stretch = (patterns.Count, made.Count);
            patterns.AddRange(made);
        }

        if (bearer.Subject != one) ofOne.Clear();
        one = bearer.Subject;
        for (var id = stretch.First; id < stretch.First + stretch.Count; id++)
            if (ofOne.Add((id, bearer))) bearers.Add((id, bearer));
    }

    private int SetOf(string? name)
    {
        if (name is null) return -1;
        if (setOf.TryGetValue(name, out var set)) return set;
        sets.Add([.. given.GroupsOfListed(name) is { Count: > 0 } listed ? listed : given.GroupsOf(name)]);
        return setOf[name] = sets.Count - 1;
    }
}
