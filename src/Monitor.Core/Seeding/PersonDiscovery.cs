using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Seeding;

/// <summary>
/// Who the prisoners of a set of articles are: everybody whom the reader, knowing nobody, finds taken, sentenced, freed or dead, and not merely
/// may be. The spellings of one person in several articles are one; the one printed most is the name.
/// </summary>
internal static class PersonDiscovery
{
    private const int LongestEnding = 2;
    private const int ShortestName = 6;

    public static IReadOnlyList<Person> Of(IReadOnlyList<Item> articles)
    {
        var reader = new ItemReader([]);
        var printed = articles.SelectMany(a => reader.Read(a).Proposals.Where(p => p.Stance is Stance.Asserted or Stance.Background or Stance.Negated).Select(p => p.Name)).ToList();
        var people = new List<List<string>>();
        foreach (var name in printed)
        {
            var same = people.Find(p => p.Exists(n => n == name || IsSame(n, name) || IsSame(name, n)));
            if (same is null) people.Add([name]);
            else same.Add(name);
        }

        return [.. people.Select(Named).GroupBy(p => p.Id, StringComparer.Ordinal).SelectMany(g => g.Select((p, n) => n == 0 ? p : p with { Id = $"{p.Id}-{n + 1}" }))];
    }

    /// <summary>Whether somebody listed under one name is found under the other, or would be but for an ending that no table knows ("Maryja Kalesnikavan").</summary>
    private static bool IsSame(string listed, string printed)
    {
        var finder = new MentionFinder([new Person { Id = "one", Name = listed }]);
        return Enumerable.Range(0, Math.Max(1, Math.Min(LongestEnding + 1, printed.Length - ShortestName)))
            .Any(cut => finder.Find(new Item { Id = "", Source = "", Origin = "", Title = "", Text = $"Belarus: political prisoner {printed[..^cut]}." }).Mentions.Count > 0);
    }

    /// <summary>By the spelling under which most of the others are found: that is the one without an ending. Of several, the one printed most.</summary>
    private static Person Named(List<string> spellings)
    {
        var names = spellings.GroupBy(n => n, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => g.Key).ToList();
        if (names.Count > 1) names = [.. names.OrderByDescending(n => names.Count(other => IsSame(n, other)))];
        return new Person { Id = SubjectId.Of(names[0]), Name = names[0], OtherNames = [.. names.Skip(1)] };
    }
}
