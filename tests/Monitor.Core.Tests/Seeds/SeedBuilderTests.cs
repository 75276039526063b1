using System.Security.Cryptography;
using Monitor.Core.Seeding;
using Monitor.Core.Watchlist;
using Monitor.Core.Watchlist.Yaml;

namespace Monitor.Core.Tests.Seeds;

/// <summary>The list is what the reader finds in the articles, in their retelling on every machine.</summary>
public sealed class SeedBuilderTests
{
    [Fact]
    public void The_retold_day_gives_the_list_that_ships()
    {
        var day = Day();
        Assert.Empty(SeedCheck.Compare(SeedFiles.Subjects(), [.. SeedFiles.Articles().Values], new SeedReading(day, SeedBuilder.Build(OverridesFile(), day))));
    }

    [Fact]
    public void Without_the_overrides_the_same_people_are_found_under_ids_of_their_own()
    {
        var bare = SeedBuilder.Build([], Day());
        Assert.Equal(SeedFiles.Subjects().Count, bare.Count);
        Assert.All(bare.OfType<Person>(), p => Assert.NotNull(p.Status));
    }

    [Fact]
    public void An_override_names_nobody_who_is_not_in_the_articles()
    {
        var stranger = new Person { Id = "nobody", Name = "Yauhen Niabyly" };
        Assert.DoesNotContain(SeedBuilder.Build([.. OverridesFile(), stranger], Day()), s => s.Id == "nobody");
    }

    [Fact]
    public void An_override_that_holds_a_status_is_refused()
    {
        var told = new Person { Id = "znak", Name = "Maksim Znak", Status = new SubjectStatus(StatusValue.Released) };
        Assert.Contains("znak", Assert.Single(Overrides.Faults([told])), StringComparison.Ordinal);
        Assert.Empty(Overrides.Faults(OverridesFile()));
    }

    [Fact]
    public void Officials_relatives_and_reporters_of_an_article_are_no_prisoners()
    {
        string[] lines =
        [
            "Belarus frees a teacher", "13 December 2025",
            "President Alexander Lukashenko pardoned the teacher Volha Klimkova on Saturday, Belarus's state agency said.",
            "Her sister, Nina Klimkova, waited at the border; judge Ivan Petrenka had sentenced the teacher in 2022.", "Edited by Karen Smith",
        ];
        var people = SeedBuilder.Build([], [new SeedArticle("900", lines, "")]);
        Assert.Equal(["Volha Klimkova"], people.Select(p => p.Name));
    }

    [Fact]
    public void A_gender_comes_from_pronouns_and_a_citizenship_from_the_word_before_the_name_or_from_nothing()
    {
        string[] lines =
        [
            "Belarus frees three", "13 December 2025",
            "The political prisoners Volha Klimkova, Polish citizen Raman Haluza and Alena Zhuk were released from prison in Belarus on Saturday.",
            "Klimkova was sentenced in 2022; she was in poor health.", "Haluza said that he would go home.",
        ];
        var people = SeedBuilder.Build([], [new SeedArticle("900", lines, "")]).Cast<Person>().OrderBy(p => p.Name, StringComparer.Ordinal);
        Assert.Equal(["Alena Zhuk Unknown ", "Raman Haluza M PL", "Volha Klimkova F "], people.Select(p => $"{p.Name} {p.Gender} {string.Join(',', p.Nationality)}"));
    }

    [Fact]
    public void A_field_that_no_article_states_is_a_difference()
    {
        SeedArticle[] articles = [new("900", ["Belarus frees one", "13 December 2025", "The political prisoner Volha Klimkova was released from prison in Belarus on Saturday."], "")];
        var built = (Person)Assert.Single(SeedBuilder.Build([], articles));
        var listed = built with { Gender = Gender.F, Nationality = ["PL"], Facts = [built.Facts[0] with { Note = "after 11 years, at the border with Poland", Cites = [new Citation("900", 3)] }] };
        Assert.Empty(SeedCheck.Compare([built], [], new SeedReading(articles, [built])));
        Assert.Equal(["\"11\"", "\"Poland\"", "gender f", "citizen of PL"], SeedCheck.Compare([listed], [], new SeedReading(articles, [built])).Select(d => new[] { "\"11\"", "\"Poland\"", "gender f", "citizen of PL" }.Single(w => d.Contains(w, StringComparison.Ordinal))));
    }

    private static List<SeedArticle> Day() =>
    [
        .. Directory.GetFiles(Path.Combine(SeedFiles.Root, "seeds", "day"), "*.xml").Order(StringComparer.Ordinal).Select(file =>
        {
            var bytes = File.ReadAllBytes(file);
            return RetoldFeed.Read(Path.GetFileNameWithoutExtension(file), bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)))!;
        }),
    ];

    private static IReadOnlyList<Subject> OverridesFile()
    {
        var reading = WatchlistYaml.Read([new ListFile("overrides.yaml", SeedFiles.Text("overrides.yaml"))]);
        Assert.Empty(reading.Errors);
        return reading.Subjects;
    }
}
