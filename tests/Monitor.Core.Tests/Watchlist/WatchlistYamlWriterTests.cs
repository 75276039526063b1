using System.Text.Json;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Watchlist;

public sealed class WatchlistYamlWriterTests
{
    [Theory]
    [InlineData("Maksim Znak")]
    [InlineData("Максім Знак")]
    [InlineData("ʻAbd al-Raḥmān O'Neil")]
    [InlineData("a: b, c # d")]
    [InlineData("- dash")]
    [InlineData("2021")]
    [InlineData("000:11")]
    [InlineData("no")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData(" edges ")]
    [InlineData("{flow} [flow] *alias &anchor !tag | > % @ `")]
    [InlineData("quote \" and ' and \\ back\\slash")]
    [InlineData("two\nlines\tand\r\nmore")]
    [InlineData("bidi \u202Eabc\u202C, soft\u00ADhyphen, bell\u0007, nul\0, next\u0085, line\u2028, bom\uFEFF")]
    [InlineData("emoji \U0001F54A and flag")]
    public void Any_text_is_read_back_as_it_was(string text)
    {
        var person = new Person
        {
            Id = "a",
            Name = text,
            Names = new Dictionary<string, string> { ["ru"] = text, ["be"] = text },
            OtherNames = [text, text],
            Role = text,
            Facts = [new Fact(ClaimKind.Health, null, text, [new Citation("x:y-" + text.Length, 7)], [text])],
        };
        Assert.Equal(Shape([person]), Shape(WatchlistYaml.Read(WatchlistYamlWriter.Write([person]), "export.yaml").Subjects));
    }

    [Fact]
    public void Every_value_of_every_key_is_read_back()
    {
        var dates = new PartialDate?[] { null, PartialDate.OfYear(2021), PartialDate.OfMonth(2021, 7), PartialDate.OfDay(new DateOnly(2021, 7, 14)) };
        var subjects = new List<Subject>();
        foreach (var kind in Enum.GetValues<ClaimKind>())
            subjects.Add(Of(kind < ClaimKind.Imposed, subjects.Count, new Fact(kind, dates[subjects.Count % 4], null, [], []), null));
        foreach (var now in Enum.GetValues<StatusValue>())
        {
            var isPerson = now <= StatusValue.Unknown;
            var status = new SubjectStatus(now, dates[subjects.Count % 4], isPerson && subjects.Count % 2 == 0 ? "PL" : null, (Standing)(subjects.Count % 4));
            subjects.Add(Of(isPerson, subjects.Count, null, status));
        }

        var reading = WatchlistYaml.Read(WatchlistYamlWriter.Write(subjects), "export.yaml");
        Assert.Empty(reading.Errors);
        Assert.Equal(Shape(subjects), Shape(reading.Subjects));
    }

    [Fact]
    public void The_same_list_gives_the_same_bytes_whatever_the_order_of_its_names()
    {
        var one = new Person { Id = "a", Name = "A", Names = new Dictionary<string, string> { ["ru"] = "Р", ["be"] = "Б" } };
        var two = one with { Names = new Dictionary<string, string> { ["be"] = "Б", ["ru"] = "Р" } };
        Assert.Equal(WatchlistYamlWriter.Write([one]), WatchlistYamlWriter.Write([two]));
        Assert.Equal("- id: a\n  kind: person\n  name: A\n  names: {be: Б, ru: Р}\n  role: prisoner\n", WatchlistYamlWriter.Write([one]));
    }

    [Fact]
    public void An_empty_list_is_written_as_one() => Assert.Equal("[]\n", WatchlistYamlWriter.Write([]));

    /// <summary>Records compare lists by reference; their JSON shows every value.</summary>
    internal static string Shape(IEnumerable<Subject> subjects) =>
        JsonSerializer.Serialize(subjects.Select(s => new { Type = s.GetType().Name, Names = s.Names.OrderBy(n => n.Key, StringComparer.Ordinal), Rest = (object)(s with { Names = new Dictionary<string, string>() }) }));

    private static Subject Of(bool person, int number, Fact? fact, SubjectStatus? status)
    {
        IReadOnlyList<Fact> facts = fact is null ? [] : [fact];
        return person
            ? new Person { Id = $"p{number}", Name = "P", Gender = (Gender)(number % 3), Nationality = ["BY", "NO"], Facts = facts, Status = status }
            : new Sanction { Id = $"s{number}", Name = "S", Issuer = "EU", Target = "other", Facts = facts, Status = status };
    }
}
