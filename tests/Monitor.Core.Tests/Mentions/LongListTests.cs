using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Mentions;

/// <summary>A register of 8,700 generated persons, a third of them sharing a surname, some the whole name: nobody is taken for another.</summary>
public sealed class LongListTests
{
    private const int Persons = 8_700;

    private static readonly string[] GivenNames = ["Ales", "Andrei", "Viktar", "Uladzimir", "Dzmitry", "Ihar", "Maksim", "Mikalai", "Pavel", "Siarhei", "Alena", "Hanna", "Volha", "Iryna", "Maryna", "Natallia", "Sviatlana", "Tatsiana"];
    private static readonly string[] Syllables = ["ba", "bo", "va", "vi", "ha", "du", "da", "za", "ka", "ku", "la", "li", "ma", "mi", "na", "pa", "pu", "ra", "ro", "sa", "ta", "cha", "sha", "zhu"];
    private static readonly string[] Ends = ["renka", "shevich", "novich", "tsiuk", "chyk", "linets", "rovich", "niuk", "sevich", "hun"];

    private static readonly List<Person> List = Generate();

    private static readonly MentionFinder Finder = new(List);

    [Fact]
    public void Whom_a_full_name_means_is_found_or_said_to_be_several()
    {
        for (var i = 0; i < Persons; i += 7)
        {
            var person = List[i];
            var result = Finder.Find(Given.Item($"A court in Belarus sent {person.Name} to prison.", "en"));
            var twins = List.Where(p => p.Name == person.Name).Select(p => p.Id).ToList();
            if (twins.Count == 1) Assert.DoesNotContain(result.Mentions, m => List.First(p => p.Id == m.Subject).Name != person.Name);
            else Assert.Empty(result.Mentions);
            Assert.True(result.Mentions.Count == 1 || result.NearMisses.Any(miss => miss.Ambiguous && miss.Candidates.Contains(person.Id)), person.Name);
        }
    }

    [Fact]
    public void A_surname_that_several_bear_is_said_to_be_open()
    {
        var shared = List.GroupBy(p => p.Name.Split(' ')[1]).First(g => g.Count() > 3).ToList();
        var result = Finder.Find(Given.Item($"Political prisoners in Belarus: {shared[0].Name.Split(' ')[1]} was moved.", "en"));
        Assert.Empty(result.Mentions);
        Assert.True(Assert.Single(result.NearMisses).Ambiguous);
    }

    private static List<Person> Generate()
    {
        var random = new Random(8_700);
        var list = new List<Person>();
        while (list.Count < Persons)
        {
            var surname = list.Count > 0 && random.Next(3) == 0 ? list[random.Next(list.Count)].Name.Split(' ')[1] : Surname(random);
            list.Add(new Person { Id = $"p{list.Count}", Name = $"{GivenNames[random.Next(GivenNames.Length)]} {surname}" });
        }

        return list;
    }

    private static string Surname(Random random)
    {
        var name = Syllables[random.Next(Syllables.Length)] + Syllables[random.Next(Syllables.Length)] + Ends[random.Next(Ends.Length)];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
