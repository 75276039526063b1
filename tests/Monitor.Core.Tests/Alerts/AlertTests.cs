using System.Text.Json;
using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using static Monitor.Core.Tests.Changes.Told;

namespace Monitor.Core.Tests.Alerts;

public sealed class AlertTests
{
    [Fact]
    public void An_alert_is_stored_and_read_back_whole()
    {
        var alert = Write(new Person { Id = "someone", Name = "Some One", Names = new Dictionary<string, string> { ["ru"] = "Некто" } });
        var back = JsonSerializer.Deserialize<Alert>(JsonSerializer.Serialize(alert))!;
        foreach (var language in Phrasebook.Languages)
            Assert.Equal(Phrasebook.For(language).Say(alert).ToPlain(), Phrasebook.For(language).Say(back).ToPlain());
        Assert.Equal(alert.Date, back.Date);
    }

    [Fact]
    public void The_longest_alert_there_can_be_is_one_message_of_Telegram()
    {
        var evidence = Enumerable.Range(0, 200).Select(n => Freed($"origin-{new string('x', 60)}-{n}", "12-13", item: $"i{n}") with { Subject = Evidence.Group, Count = 100 + n }).ToList();
        var change = ChangeDetector.Detect(evidence)[0];
        var items = evidence.ToDictionary(e => e.Item, e => new Item { Id = e.Item, Source = "s", Origin = e.Origin, Url = "https://example.org/" + e.Item, Title = new string('T', 5000), Text = "" });
        var named = Enumerable.Range(0, 500).Select(n => new Person { Id = $"p{n}", Name = new string('N', 100) + n }).ToList<Subject>();
        var alert = AlertWriter.Write(AlertType.Report, change, null, new AlertContext(items, named));
        foreach (var language in Phrasebook.Languages)
            Assert.Single(TelegramMessages.Of(Phrasebook.For(language).Say(alert, new Uri("https://example.org/changes/x"))));
    }

    [Fact]
    public void A_mass_release_that_has_grown_shows_all_its_names_in_the_message_that_told_it_first()
    {
        var names = Enumerable.Range(10, 30).Select(n => $"Freed Person {n}").ToList();
        var change = ChangeDetector.Detect([Freed("viasna", "12-13") with { Subject = Evidence.Group, Count = 123 }])[0];
        var group = AlertWriter.Write(AlertType.Report, change, null, new AlertContext(new Dictionary<string, Item>(), [.. names.Select(n => new Person { Id = n, Name = n })]));
        var text = Phrasebook.For("en").SayTogether([new ToldAlert(group, null), new ToldAlert(Write(new Person { Id = names[0], Name = names[0] }), null)]).ToPlain();
        Assert.All(names, name => Assert.Contains("• " + name, text, StringComparison.Ordinal));
        Assert.DoesNotContain("and 1 more", text, StringComparison.Ordinal);
    }

    private static Alert Write(Subject subject)
    {
        var change = ChangeDetector.Detect([Freed("viasna", "12-13", item: "1"), Freed("us-government", "12-13", item: "2")])[0];
        var items = new Dictionary<string, Item>
        {
            ["1"] = new() { Id = "1", Source = "s", Origin = "viasna", Url = "https://example.org/1", Title = "One <b>&\"'", Text = "" },
            ["2"] = new() { Id = "2", Source = "s", Origin = "us-government", Url = null, Title = "Two", Text = "" },
        };
        return AlertWriter.Write(AlertType.Report, change, subject, new AlertContext(items, []));
    }
}
