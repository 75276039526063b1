namespace Monitor.Core.Watchlist.NameForms;

/// <summary>
/// Every name of every person on a list, taken apart. What one spelling tells of the gender holds for the person's other spellings;
/// given names that the common table does not know are collected, so that they become known.
/// </summary>
internal sealed class ListedNames
{
    private readonly List<(int Subject, PersonName Name)> all = [];
    private readonly Dictionary<string, Gender?> genders = new(StringComparer.OrdinalIgnoreCase);

    public ListedNames(IReadOnlyList<Subject> watchlist)
    {
        for (var i = 0; i < watchlist.Count; i++)
            if (watchlist[i] is Person person) Add(i, person);
        UnknownGivenNames = [.. all.SelectMany(p => Unknown(p.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public IReadOnlyList<(int Subject, PersonName Name)> All => all;

    public IReadOnlyList<string> UnknownGivenNames { get; }

    private void Add(int subject, Person person)
    {
        var gender = person.Gender;
        foreach (var printed in person.Names.Values.Concat(person.OtherNames).Prepend(person.Name).Distinct(StringComparer.Ordinal))
        {
            if (PersonName.Parse(printed, gender, GenderOf) is not { } name) continue;
            gender = gender == Gender.Unknown ? name.Gender : gender;
            all.Add((subject, name with { Gender = gender }));
        }
    }

    private IEnumerable<string> Unknown(PersonName name)
    {
        if (name.Given is null || GenderOf(name.Given) is not null) return [];
        return name.OrderUnknown ? name.Surnames.Append(name.Given) : [name.Given];
    }

    /// <summary>Null for a word that is no given name; asked once a word, as the same few names stand in a long list again and again.</summary>
    private Gender? GenderOf(string word)
    {
        if (genders.TryGetValue(word, out var known)) return known;
        var told = GivenNameIndex.Common.GroupsOfListed(word).Select(GivenNameIndex.Common.GenderOf).Distinct().ToList();
        return genders[word] = told.Count == 0 ? null : told.Count == 1 ? told[0] : Gender.Unknown;
    }
}
