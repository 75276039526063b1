using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using static Monitor.Tests.Histories.Replaying;

namespace Monitor.Tests.Histories;

/// <summary>What really happened, and what will: told in our own words to the whole program, from the text of an item to the alert.</summary>
public sealed class ScenarioTests
{
    private const string Error =
        "Belarus has let the deputy head of the Viasna centre, Valiantsin Stefanovich, out of prison, a person close to the talks said on Saturday. He had been serving nine years in a colony near Mogilev. "
        + "His colleagues are waiting for him at the border, where snow has been falling since noon. Nobody in the government wanted to comment.";

    private static readonly Person Statkevich = new() { Id = "statkevich", Name = "Mikola Statkevich" };

    [Fact]
    public async Task An_error_that_three_copy_is_never_confirmed_and_corrected_once()
    {
        Item[] items =
        [
            News("north", "2025-12-13T10:00", "Stefanovich released from prison in Belarus", Error),
            News("south", "2025-12-13T11:00", "Viasna's deputy head is free", Error),
            News("east", "2025-12-13T12:00", "Out of jail", "Good news came this afternoon. " + Error[..Error.IndexOf(" Nobody", StringComparison.Ordinal)]),
            News("west", "2025-12-13T13:00", "Stefanovich freed: report", Error[..Error.IndexOf(" His", StringComparison.Ordinal)]),
            News("hrw.org", "2025-12-15T09:00", "Stefanovich still behind bars", "Valiantsin Stefanovich was not released on Saturday, contrary to reports, and remains in prison in Belarus."),
        ];
        Assert.Equal(
            ["report stefanovich released 2025-12-13 reported north", "correction stefanovich released 2025-12-13 disputed north"],
            await AlertsAsync("2025-12-12", items));
    }

    [Fact]
    public async Task Freed_back_within_days_and_freed_again_months_later_are_three_changes()
    {
        Item[] items =
        [
            News("north", "2025-09-11T12:00", "Belarus frees Statkevich", "Mikola Statkevich was released from prison in Belarus on 11 September."),
            News("south", "2025-09-13T12:00", "Statkevich in jail again", "Mikola Statkevich, who would not leave Belarus, was detained again on 12 September."),
            News("east", "2025-11-20T12:00", "No word from Statkevich", "Mikola Statkevich remains in prison in Belarus."),
            News("east", "2026-02-19T12:00", "Statkevich released", "Mikola Statkevich was released from prison in Belarus on 19 February 2026."),
            News("west", "2026-02-19T16:00", "He is at home", "Mikola Statkevich was freed on Thursday, and is at home in Minsk."),
        ];
        Assert.Equal(
            [
                "report statkevich released 2025-09-11 reported north", "report statkevich detained 2025-09-12 reported south",
                "report statkevich released 2026-02-19 reported east", "edit statkevich released 2026-02-19 confirmed east+west",
            ],
            await AlertsAsync("2025-08-01", items, Statkevich));
    }

    [Fact]
    public async Task Taken_again_and_brought_back_to_the_colony_is_one_change_whoever_tells_which_half()
    {
        Item[] items =
        [
            News("north", "2025-09-11T12:00", "Belarus frees Statkevich", "Mikola Statkevich was released from prison in Belarus on 11 September."),
            News("south", "2025-09-13T12:00", "Statkevich in the colony again", "Mikola Statkevich was transferred to a colony in Belarus on 12 September."),
            News("east", "2025-09-13T14:00", "Statkevich in jail again", "Mikola Statkevich was detained again on 12 September and transferred to the colony in Belarus."),
        ];
        Assert.Equal(
            ["report statkevich released 2025-09-11 reported north", "report statkevich transferred 2025-09-12 reported south", "edit statkevich detained 2025-09-12 confirmed east+south"],
            await AlertsAsync("2025-08-01", items, Statkevich));
        Assert.Equal(
            ["report statkevich released 2025-09-11 reported north", "report statkevich detained 2025-09-12 reported east", "edit statkevich detained 2025-09-12 confirmed east+south"],
            await AlertsAsync("2025-08-01", [items[0], items[2], items[1]], Statkevich));
    }

    [Fact]
    public async Task Announced_licensed_and_lifted_are_three_stages()
    {
        Item[] items =
        [
            News("north", "2025-12-13T12:00", "US to lift potash sanctions", "US envoy John Coale announced that Washington will lift sanctions on Belarusian potash."),
            News("south", "2026-01-20T12:00", "A licence for potash", "The US Treasury issued a general licence that allows transactions with Belaruskali, easing sanctions on Belarusian potash."),
            News("east", "2026-03-02T12:00", "Potash sanctions gone", "The United States lifted its sanctions on Belarusian potash on 2 March 2026."),
        ];
        var alerts = await AlertsAsync("2025-12-12", items);
        Assert.Equal(["lift-announced 2025-12-13", "licence-issued 2026-01-20", "lifted 2026-03-02"], alerts.Select(a => string.Join(' ', a.Split(' ')[2..4])));
        Assert.All(alerts, a => Assert.StartsWith("report us-potash", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mass_release_named_in_instalments_is_one_group_that_grows()
    {
        Item[] items =
        [
            News("north", "2025-12-13T08:00", "Belarus frees 123 prisoners", "Belarus released 123 prisoners on Saturday after talks with an envoy."),
            News("south", "2025-12-13T10:00", "Laureate among the freed", "Belarus has freed 123 political prisoners. Ales Bialiatski and Maria Kalesnikava are among those released."),
            News("east", "2025-12-13T13:00", "More names", "Belarus on Saturday released 120 prisoners; Viktar Babaryka and Maksim Znak are among them."),
            News("west", "2025-12-13T18:00", "An editor is free", "Marina Zolatava was released from prison in Belarus on Saturday."),
        ];
        var grown = (await LinesAsync("2025-12-12", items)).Last(l => l.GetProperty("subject").GetString() == "group");
        Assert.Equal(items.Select(i => i.Id), grown.GetProperty("items").EnumerateArray().Select(i => i.GetString()));
        var alerts = await AlertsAsync("2025-12-12", items);
        Assert.Single(alerts, a => a.StartsWith("report group 123 released 2025-12-13", StringComparison.Ordinal));
        Assert.All(alerts.Where(a => a.Contains(" group ", StringComparison.Ordinal)), a => Assert.Contains(" group 123 released 2025-12-13", a, StringComparison.Ordinal));
        Assert.Equal(["babaryka", "bialiatski", "kalesnikava", "znak", "zolatava"], alerts.Where(a => a.StartsWith("report", StringComparison.Ordinal)).Select(a => a.Split(' ')[1]).Where(s => s != "group").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_archive_published_again_tells_nothing()
    {
        Item[] archive =
        [
            News("north", "2025-08-10T10:00", "Fiaduta freed", "The writer Alexander Fiaduta was released from prison in Belarus on Saturday and reached the sea with a suitcase full of unfinished manuscripts."),
            News("north", "2025-08-20T10:00", "Znak moved", "The lawyer Maksim Znak was transferred to another prison in Belarus on Tuesday, where the cells have no windows and letters take a month."),
        ];
        var first = await AlertsAsync("2025-08-01", archive);
        Assert.Equal(2, first.Count);
        var sameDates = archive.Select(i => i with { Id = "new " + i.Id, Url = i.Url + "?x=1", Text = i.Text.Replace(" ", "  ", StringComparison.Ordinal) });
        var newDates = archive.Select(i => i with { Id = "newest " + i.Id, Published = i.Published!.Value.AddDays(100) });
        Assert.Equal(first, await AlertsAsync("2025-08-01", archive.Concat(sameDates).Concat(newDates)));
    }

    [Fact]
    public async Task An_item_given_again_with_other_words_is_an_edit_of_it()
    {
        var first = News("north", "2025-12-13T10:00", "Kalesnikava free", "Maria Kalesnikava was released from prison in Belarus on Saturday, the human rights group Viasna said.");
        Item[] items =
        [
            first,
            first with { Text = first.Text.Replace(" ", "  ", StringComparison.Ordinal) },
            first with { Published = first.Published!.Value.AddHours(1), Text = first.Text + " Ales Bialiatski was released, too, Viasna said." },
            first with { Published = first.Published!.Value.AddHours(2), Text = first.Text + " UPD: Viasna said later that Maria Kalesnikava was not released and is still in prison." },
            first,
        ];
        var lines = await LinesAsync("2025-12-12", items);
        Assert.Equal(
            ["report kalesnikava reported", "report bialiatski reported", "correction kalesnikava retracted"],
            lines.Select(l => $"{l.GetProperty("type")} {l.GetProperty("subject")} {l.GetProperty("standing")}"));
        Assert.All(lines, l => Assert.Equal([first.Id], l.GetProperty("items").EnumerateArray().Select(i => i.GetString())));
    }

    [Fact]
    public async Task A_name_that_two_bear_is_nobodys_news()
    {
        Person[] twins = [new() { Id = "one", Name = "Aliaksandr Ivanou" }, new() { Id = "other", Name = "Aliaksandr Ivanou" }];
        Assert.Empty(await AlertsAsync("2025-08-01", [News("north", "2025-10-01T10:00", "Ivanou freed", "The political prisoner Aliaksandr Ivanou was released from prison in Belarus on Wednesday.")], twins));
    }

    [Fact]
    public async Task Ten_releases_from_one_origin_within_an_hour_go_out_as_reported_and_confirm_nothing()
    {
        string[] names = ["Ales Bialiatski", "Maria Kalesnikava", "Viktar Babaryka", "Valiantsin Stefanovich", "Uladz Labkovich", "Maksim Znak", "Marina Zolatava", "Alexander Fiaduta", "Maria Batalionak", "Raman Haluza"];
        var alerts = await AlertsAsync("2025-09-30", names.Select((name, n) => News("liar", $"2025-10-01T10:{5 * n:00}", $"{name} released", $"The political prisoner {name} was released from prison in Belarus today.")));
        Assert.Equal(10, alerts.Count);
        Assert.All(alerts, a => Assert.EndsWith("released 2025-10-01 reported liar", a, StringComparison.Ordinal));
    }
}
