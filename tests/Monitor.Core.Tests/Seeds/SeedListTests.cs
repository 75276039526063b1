using Monitor.Core.Feeds;
using Monitor.Core.Feeds.Lists;
using Monitor.Core.Tests.Watchlist;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Seeds;

/// <summary>What the seed list promises about itself, checked on the files as they ship.</summary>
public sealed class SeedListTests
{
    [Fact]
    public void The_list_holds_the_subjects_of_the_contract()
    {
        string[] persons =
        [
            "bialiatski", "kalesnikava", "babaryka", "stefanovich", "labkovich", "znak", "zolatava", "fiaduta",
            "batalionak", "haluza", "sakalenka", "nakanishi", "beslkaya", "syrytsa", "tsikhanouski",
        ];
        Assert.Equal(persons, SeedFiles.Subjects().OfType<Person>().Select(s => s.Id));
        Assert.Equal(["us-potash", "us-belavia", "us-belarus-other", "eu-belarus"], SeedFiles.Subjects().OfType<Sanction>().Select(s => s.Id));
    }

    [Fact]
    public void Every_standing_is_the_count_of_the_voices_behind_the_status()
    {
        var articles = SeedFiles.Articles();
        foreach (var subject in SeedFiles.Subjects())
        {
            var voices = FactsBehind(subject).SelectMany(fact => Voices(fact, articles)).Distinct().ToList();
            Assert.True(voices.Count > 0, $"nothing founds the status of {subject.Id}");
            var expected = voices.Count > 1 ? Standing.Confirmed : Standing.Reported;
            Assert.True(expected == subject.Status!.Standing, $"{subject.Id}: {string.Join(", ", voices)} make {expected}");
        }
    }

    [Fact]
    public void Every_status_begins_with_the_first_fact_behind_it()
    {
        foreach (var subject in SeedFiles.Subjects())
            Assert.Equal((subject.Id, FactsBehind(subject).Min(fact => fact.Date)), (subject.Id, subject.Status!.Since));
    }

    [Fact]
    public void Every_fact_cites_articles_and_every_voice_is_known()
    {
        var articles = SeedFiles.Articles();
        string[] quoted = ["viasna", "belta", "president-by", "us-government", "zerkalo", "ngo", "self", "relative", "ukraine-government"];
        foreach (var (subject, fact) in SeedFiles.Subjects().SelectMany(s => s.Facts.Select(f => (s.Id, f))))
        {
            Assert.True(fact.Cites.Count > 0, $"{subject}, {fact.Kind} cites nothing");
            Assert.All(fact.Cites, cite => Assert.Contains(cite.Article, articles));
            Assert.Distinct(fact.Cites);
            Assert.Distinct(fact.SaidBy);
            var own = fact.Cites.Select(cite => articles[cite.Article].Origin);
            Assert.All(fact.SaidBy, voice => Assert.Contains(voice, quoted.Concat(own)));
        }
    }

    [Fact]
    public void On_the_eve_of_the_seed_day_all_but_one_are_held_and_the_potash_sanctions_in_force()
    {
        var then = SeedFiles.Subjects().Select(s => WatchlistAsOf.AsOf(s, new DateOnly(2025, 12, 12))).ToList();
        Assert.Equal(["tsikhanouski"], then.Where(s => s is Person && s.Status!.Now != StatusValue.Held).Select(s => s.Id));
        Assert.Equal(StatusValue.InForce, then.Single(s => s.Id == "us-potash").Status!.Now);
        Assert.Equal(StatusValue.Lifted, then.Single(s => s.Id == "us-belavia").Status!.Now);
        Assert.DoesNotContain(then.SelectMany(s => s.Facts), fact => fact.Date?.First > new DateOnly(2025, 12, 12));
    }

    [Fact]
    public void The_export_of_the_seed_list_reads_back_equal()
    {
        var seeds = SeedFiles.Subjects();
        var again = WatchlistYaml.Read(WatchlistYamlWriter.Write(seeds), "export.yaml");
        Assert.Empty(again.Errors);
        Assert.Equal(WatchlistYamlWriterTests.Shape(seeds), WatchlistYamlWriterTests.Shape(again.Subjects));
    }

    [Fact]
    public void The_sources_are_well_formed_and_name_their_origins()
    {
        var reading = SourceList.Read(SeedFiles.Text("sources.yaml"), "sources.yaml");
        Assert.Empty(reading.Errors);
        Assert.True(reading.Sources.Count >= 15);
        Assert.All(reading.Sources, source => Assert.Equal(Uri.UriSchemeHttps, source.Url.Scheme));
        Assert.Equal(reading.Sources.Count, reading.Sources.Select(s => s.Url).Distinct().Count());
        // One house, one origin: addresses of one host never speak with two voices (t.me is a host of many houses).
        Assert.All(reading.Sources.Where(s => s.Kind != SourceKind.Telegram).GroupBy(s => s.Url.Host), house => Assert.Single(house.Select(s => s.Origin).Distinct()));
    }

    private static IEnumerable<Fact> FactsBehind(Subject subject) => subject.Facts.Where(fact => subject.Status!.Now switch
    {
        StatusValue.Released => fact.Kind is ClaimKind.Released or ClaimKind.Pardoned,
        StatusValue.LiftAnnounced => fact.Kind == ClaimKind.LiftAnnounced,
        StatusValue.Lifted => fact.Kind == ClaimKind.Lifted,
        StatusValue.InForce => fact.Kind is ClaimKind.Imposed or ClaimKind.Extended or ClaimKind.Tightened,
        var other => throw new InvalidOperationException($"the seeds have no subject that is {other}"),
    });

    private static IEnumerable<string> Voices(Fact fact, IReadOnlyDictionary<string, CitedArticle> articles) =>
        fact.SaidBy.Count > 0 ? fact.SaidBy : fact.Cites.Select(cite => articles[cite.Article].Origin);
}
