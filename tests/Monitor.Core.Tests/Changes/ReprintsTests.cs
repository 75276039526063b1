using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Items;
using Monitor.Core.Watchlist;
using static Monitor.Core.Tests.Changes.Told;

namespace Monitor.Core.Tests.Changes;

public sealed class ReprintsTests
{
    private const string Words = "The teacher left the colony on Friday morning and took the first bus to her sister, who had baked a cake for thirty guests.";

    [Fact]
    public void Copies_in_other_outlets_confirm_nothing()
    {
        var change = Assert.Single(ChangeDetector.Detect([Printed(Freed("b", "12-13", hour: 9), Words), Printed(Freed("a", "12-13", hour: 11), "More to come. " + Words), Printed(Freed("c", "12-14"), Words)]));
        Assert.Equal((Standing.Reported, "b"), (change.Standing, Assert.Single(change.Origins)));
        Assert.Equal(3, change.Evidence.Count);
    }

    [Fact]
    public void A_copy_speaks_with_the_voice_the_text_quotes()
    {
        var quoting = Printed(Freed("viasna", "12-13", hour: 15), Words) with { Quoted = true };
        var change = Assert.Single(ChangeDetector.Detect([Printed(Freed("a", "12-13", hour: 9), Words), quoting]));
        Assert.Equal(["viasna"], change.Origins);
    }

    [Fact]
    public void A_denial_in_the_words_of_the_report_denies_it()
    {
        var change = Assert.Single(ChangeDetector.Detect([Printed(Freed("a", "12-13"), Words), Printed(Freed("b", "12-14", Stance.Negated), Words + " No, she did not.")]));
        Assert.Equal((Standing.Disputed, "b"), (change.Standing, Assert.Single(change.Against)));
    }

    [Fact]
    public void A_text_printed_again_months_later_tells_of_the_first_time()
    {
        var again = Printed(Dated("a", "12-05"), Words) with { Published = Freed("a", "12-05").Published };
        var change = Assert.Single(ChangeDetector.Detect([Printed(Dated("a", "06-20"), Words), again]));
        Assert.Equal("2025-06-20", change.Date.ToString());
    }

    [Fact]
    public void The_same_words_after_a_new_arrest_tell_of_a_new_release()
    {
        var changes = ChangeDetector.Detect([Printed(Dated("a", "06-20"), Words), Tell(ClaimKind.Detained, "b", "09-01"), Printed(Dated("a", "12-05"), Words)]);
        Assert.Equal(["2025-06-20", "2025-12-05"], changes.Where(c => c.Kind == ClaimKind.Released).Select(c => c.Date.ToString()));
    }

    [Fact]
    public void The_same_words_with_other_figures_a_year_later_are_a_new_change()
    {
        var last = Printed(Tell(ClaimKind.Extended, "eu", "02-20"), "The council extended the measures until 28 February 2026, as it does in every winter.");
        var now = Printed(Tell(ClaimKind.Extended, "eu", "12-20"), "The council extended the measures until 28 February 2027, as it does in every winter.");
        Assert.Equal(2, ChangeDetector.Detect([last, now]).Count);
    }

    internal static Evidence Printed(Evidence evidence, string text) => evidence with { Print = TextPrint.Of(new Item { Id = evidence.Item, Source = evidence.Origin, Origin = evidence.Origin, Title = "", Text = text }) };

    private static Evidence Dated(string origin, string day) => Freed(origin, day) with { Date = PartialDate.Parse("2025-" + day) };
}
