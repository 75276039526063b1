using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using static Monitor.Core.Tests.Changes.Told;

namespace Monitor.Core.Tests.Changes;

public sealed class ChangeDetectorTests
{
    [Fact]
    public void One_origin_reports_and_a_second_confirms()
    {
        var one = Assert.Single(ChangeDetector.Detect([Freed("viasna", "12-13")]));
        Assert.Equal(Standing.Reported, one.Standing);

        var two = Assert.Single(ChangeDetector.Detect([Freed("viasna", "12-13"), Freed("us-government", "12-13")]));
        Assert.Equal(Standing.Confirmed, two.Standing);
        Assert.Equal(["us-government", "viasna"], two.Origins.Order());
    }

    [Fact]
    public void The_same_origin_in_five_items_confirms_nothing()
    {
        var five = Enumerable.Range(1, 5).Select(n => Freed("viasna", "12-13", item: $"i{n}")).ToList();
        Assert.Equal(Standing.Reported, Assert.Single(ChangeDetector.Detect(five)).Standing);
    }

    [Theory]
    [InlineData("12-13", "12-16", 1)] // three days: the same change
    [InlineData("12-13", "12-17", 2)] // four: another one
    public void Claims_dated_within_three_days_are_one_change(string first, string second, int changes) =>
        Assert.Equal(changes, ChangeDetector.Detect([Dated("a", first), Dated("b", second)]).Count);

    [Fact]
    public void Freed_without_a_day_of_somebody_free_for_months_tells_of_then()
    {
        var change = Assert.Single(ChangeDetector.Detect([Dated("list", "06-21") with { Live = false }, Freed("a", "12-13")]));
        Assert.Equal("2025-06-21", change.Date.ToString());
        Assert.False(change.IsNews);
    }

    [Fact]
    public void Freed_without_a_day_after_an_arrest_is_a_new_release() =>
        Assert.Equal(2, ChangeDetector.Detect([Dated("a", "06-21"), Tell(ClaimKind.Detained, "b", "10-01"), Freed("c", "12-13")]).Count(c => c.Kind == ClaimKind.Released));

    [Fact]
    public void Detained_without_a_day_of_somebody_long_held_is_no_news()
    {
        var known = Tell(ClaimKind.Detained, "list", "12-12") with { Date = PartialDate.OfYear(2020), Live = false };
        Assert.False(Assert.Single(ChangeDetector.Detect([known, Tell(ClaimKind.Detained, "a", "12-13")])).IsNews);
    }

    [Fact]
    public void A_pardon_that_another_calls_a_release_is_one_release()
    {
        var change = Assert.Single(ChangeDetector.Detect([Tell(ClaimKind.Pardoned, "belta", "12-13"), Freed("viasna", "12-13")]));
        Assert.Equal(ClaimKind.Released, change.Kind);
        Assert.Equal(Standing.Confirmed, change.Standing);
    }

    [Fact]
    public void A_lift_that_most_only_announce_is_announced()
    {
        var change = Assert.Single(ChangeDetector.Detect([Tell(ClaimKind.LiftAnnounced, "us-government", "12-13"), Tell(ClaimKind.Lifted, "belta", "12-13")]));
        Assert.Equal(ClaimKind.LiftAnnounced, change.Kind);
    }

    [Fact]
    public void A_later_denial_disputes_and_two_denials_overrule_one_report()
    {
        var report = Freed("outlet", "12-13");
        var denial = Freed("hrw", "12-15", Stance.Negated);
        Assert.Equal(Standing.Disputed, Assert.Single(ChangeDetector.Detect([report, denial])).Standing);
        Assert.Equal(Standing.Retracted, Assert.Single(ChangeDetector.Detect([report, denial, Freed("fidh", "12-15", Stance.Negated)])).Standing);
    }

    [Fact]
    public void Still_held_in_the_morning_does_not_deny_a_release_of_the_evening()
    {
        var morning = Freed("a", "12-13", Stance.Negated, hour: 8);
        var change = Assert.Single(ChangeDetector.Detect([morning, Freed("b", "12-13", hour: 18)]));
        Assert.Equal(Standing.Reported, change.Standing);
        Assert.Empty(change.Against);
    }

    [Fact]
    public void An_origin_that_takes_its_word_back_withdraws_the_report() =>
        Assert.Equal(Standing.Retracted, Assert.Single(ChangeDetector.Detect([Freed("a", "12-13", hour: 8), Freed("a", "12-13", Stance.Negated, hour: 12)])).Standing);

    [Fact]
    public void Both_in_one_breath_is_disputed() =>
        Assert.Equal(Standing.Disputed, Assert.Single(ChangeDetector.Detect([Freed("a", "12-13", item: "i1"), Freed("a", "12-13", Stance.Negated, item: "i2")])).Standing);

    [Fact]
    public void An_item_does_not_deny_in_its_own_voice_what_it_reports()
    {
        var (told, own) = (Freed("a", "12-13", item: "i"), Freed("a", "12-13", Stance.Negated, item: "i"));
        Assert.Equal(Standing.Reported, Assert.Single(ChangeDetector.Detect([told, own])).Standing);
        Assert.Equal(Standing.Disputed, Assert.Single(ChangeDetector.Detect([told, own with { Origin = "relative", Quoted = true }])).Standing);
    }

    [Fact]
    public void Still_held_of_somebody_who_was_taken_back_denies_no_release()
    {
        var changes = ChangeDetector.Detect([Freed("a", "09-11"), Tell(ClaimKind.Detained, "a", "09-13"), Freed("b", "11-20", Stance.Negated)]);
        Assert.Equal(Standing.Reported, changes.Single(c => c.Kind == ClaimKind.Released).Standing);
    }

    [Fact]
    public void Freed_without_a_day_after_a_report_was_denied_is_a_new_release()
    {
        var changes = ChangeDetector.Detect([Freed("a", "09-11"), Freed("b", "09-14", Stance.Negated), Freed("c", "12-13")]);
        Assert.Equal([Standing.Disputed, Standing.Reported], changes.Select(c => c.Standing));
    }

    [Fact]
    public void A_curator_alone_withdraws_what_two_confirmed()
    {
        var change = Assert.Single(ChangeDetector.Detect([Freed("a", "12-13"), Freed("b", "12-13"), Freed("curator", "12-14", Stance.Negated) with { ByCurator = true, Date = PartialDate.Parse("2025-12-13") }]));
        Assert.Equal((Standing.Retracted, "curator"), (change.Standing, Assert.Single(change.Against)));
    }

    [Fact]
    public void A_denial_alone_is_no_change() => Assert.Empty(ChangeDetector.Detect([Freed("a", "12-13", Stance.Negated)]));

    [Theory]
    [InlineData(Stance.Hypothetical)]
    [InlineData(Stance.Demanded)]
    public void What_may_or_should_happen_is_no_change(Stance stance) => Assert.Empty(ChangeDetector.Detect([Freed("a", "12-13", stance)]));

    [Fact]
    public void A_retelling_is_history_and_no_news()
    {
        var change = Assert.Single(ChangeDetector.Detect([Tell(ClaimKind.Sentenced, "a", "12-13") with { Stance = Stance.Background, Date = PartialDate.OfYear(2021) }]));
        Assert.False(change.IsNews);
        Assert.Equal("2021", change.Date.ToString());
    }

    [Fact]
    public void A_retelling_without_a_date_confirms_what_only_retellings_tell()
    {
        var known = Freed("a", "12-13") with { Stance = Stance.Background, Date = PartialDate.Parse("2025-06") };
        var change = Assert.Single(ChangeDetector.Detect([known, Freed("b", "12-13", Stance.Background)]));
        Assert.Equal((Standing.Confirmed, "2025-06"), (change.Standing, change.Date.ToString()));
        Assert.Empty(ChangeDetector.Detect([Freed("b", "12-13", Stance.Background)]));
    }

    [Fact]
    public void An_item_that_says_it_and_quotes_somebody_for_it_has_one_voice()
    {
        var own = Freed("outlet", "12-13", item: "i");
        Assert.Equal(["viasna"], Assert.Single(ChangeDetector.Detect([own, Freed("viasna", "12-13", item: "i") with { Quoted = true }])).Origins);
    }

    [Fact]
    public void A_retelling_does_not_confirm_a_report()
    {
        var retelling = Freed("b", "12-20") with { Stance = Stance.Background, Date = PartialDate.Parse("2025-12-13") };
        Assert.Equal(Standing.Reported, Assert.Single(ChangeDetector.Detect([Freed("a", "12-13"), retelling])).Standing);
    }

    [Fact]
    public void A_vague_date_joins_the_change_it_contains()
    {
        var vague = Tell(ClaimKind.Detained, "b", "12-13") with { Stance = Stance.Background, Date = PartialDate.OfYear(2021) };
        var precise = Tell(ClaimKind.Detained, "a", "12-13") with { Stance = Stance.Background, Date = PartialDate.Parse("2021-07-14") };
        var change = Assert.Single(ChangeDetector.Detect([vague, precise]));
        Assert.Equal("2021-07-14", change.Date.ToString());
    }

    [Fact]
    public void Freed_taken_back_and_freed_again_within_days_are_two_releases()
    {
        var changes = ChangeDetector.Detect([Freed("a", "09-11"), Tell(ClaimKind.Detained, "a", "09-12"), Freed("a", "09-14")]);
        Assert.Equal([ClaimKind.Released, ClaimKind.Detained, ClaimKind.Released], changes.Select(c => c.Kind));
    }

    [Fact]
    public void Conflicting_counts_stand_side_by_side()
    {
        var group = (string origin, int count) => Freed(origin, "12-13") with { Subject = Evidence.Group, Count = count };
        var change = Assert.Single(ChangeDetector.Detect([group("a", 123), group("b", 123), group("c", 120)]));
        Assert.Equal(123, change.Count);
        Assert.Equal([120], change.OtherCounts);
    }

    [Fact]
    public void The_order_of_the_evidence_does_not_matter()
    {
        Evidence[] told =
        [
            Freed("a", "12-13", hour: 8), Freed("b", "12-13", hour: 9), Freed("c", "12-15", Stance.Negated), Tell(ClaimKind.Pardoned, "d", "12-14"),
            Tell(ClaimKind.Detained, "e", "12-20"), Freed("f", "12-22"), Tell(ClaimKind.Detained, "g", "12-13") with { Stance = Stance.Background, Date = PartialDate.OfYear(2021) },
        ];
        var expected = Print(ChangeDetector.Detect(told));
        var random = new Random(20251213);
        for (var n = 0; n < 1000; n++)
        {
            random.Shuffle(told);
            Assert.Equal(expected, Print(ChangeDetector.Detect(told)));
        }
    }

    [Fact]
    public void Evidence_given_twice_changes_nothing()
    {
        Evidence[] told = [Freed("a", "12-13"), Freed("b", "12-15", Stance.Negated), Tell(ClaimKind.Detained, "c", "12-20")];
        Assert.Equal(Print(ChangeDetector.Detect(told)), Print(ChangeDetector.Detect([.. told, .. told])));
    }

    private static Evidence Dated(string origin, string day) => Freed(origin, day) with { Date = PartialDate.Parse($"2025-{day}") };

    private static string Print(IEnumerable<Change> changes) =>
        string.Join('\n', changes.Select(c => $"{c.Subject} {c.Kind} {c.Date} {c.Standing} {string.Join(',', c.Origins)} / {string.Join(',', c.Against)}"));
}
