using Monitor.Core.Changes;
using Monitor.Core.Claims;
using Monitor.Core.Tests.Changes;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;

namespace Monitor.Core.Tests.Wording;

public sealed class CardWordingTests
{
    private static readonly Person Someone = new() { Id = "someone", Name = "Some One", Names = new Dictionary<string, string>(StringComparer.Ordinal) { ["be"] = "Нехта Адзін" } };

    [Fact]
    public void A_disputed_release_is_never_told_as_free_and_names_the_contrary_voice_first()
    {
        var lines = Lines("en", Told.Freed("viasna", "12-13"), Told.Freed("relative", "12-14", Stance.Negated));
        Assert.Equal("Some One: “free”, since 13 December 2025 — disputed: the sources contradict each other.", lines[0]);
        Assert.Equal("Who says the contrary: a relative", lines[1]);
        Assert.Equal("Who says so: Viasna", lines[2]);
    }

    [Fact]
    public void A_withdrawn_report_is_told_to_whoever_read_it()
    {
        var changes = ChangeDetector.Detect([Told.Tell(ClaimKind.Detained, "a", "02-01"), Told.Freed("a", "12-13"), Told.Freed("b", "12-14", Stance.Negated), Told.Freed("c", "12-14", Stance.Negated)]);
        var lines = LinesOf("be", changes, card => card with { Withdrawn = changes[^1] });
        Assert.StartsWith("Нехта Адзін: за кратамі, з 1 лютага 2025", lines[0], StringComparison.Ordinal);
        Assert.Contains("Паведамленне ад 13 снежня 2025 («на свабодзе») адклікана або абвергнута.", lines, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("en", 123, "A release of 123 prisoners is reported (13 December 2025); this person has not been named yet. Named so far from the list: 14.")]
    [InlineData("be", 21, "Паведамляецца пра вызваленне 21 зняволенага (13 снежня 2025); гэтага чалавека пакуль не назвалі. Са спіса пакуль названа: 14.")]
    [InlineData("ru", 52, "Сообщается об освобождении 52 заключённых (13 декабря 2025); этот человек пока не назван. Из списка пока названо: 14.")]
    public void Who_is_not_named_in_a_running_release_is_told_so(string language, int count, string line)
    {
        var group = new OpenGroup(count, PartialDate.Parse("2025-12-13"), Named: 14);
        Assert.Contains(line, LinesOf(language, ChangeDetector.Detect([Told.Tell(ClaimKind.Detained, "a", "02-01")]), card => card with { OpenGroup = group }), StringComparer.Ordinal);
    }

    [Fact]
    public void Many_voices_are_cut_short_and_articles_without_a_publisher_come_last()
    {
        string[] voices = ["article-001", "viasna", "self", "relative", "belta", "us-government", "article-002"];
        var lines = Lines("en", [.. voices.Select((v, n) => Told.Freed(v, "12-13", hour: n))]);
        Assert.Equal("Who says so: Viasna, the person concerned, a relative, BelTA (state agency) and 3 more", lines[1]);
    }

    [Theory]
    [InlineData(4, 0, "Sources last read: 4 minutes ago.")]
    [InlineData(0, 2, "Sources last read: just now. 2 of 9 sources cannot be read at the moment.")]
    [InlineData(null, 0, "The sources have not been read yet.")]
    public void How_fresh_the_sources_are_is_said_with_those_that_fail(int? minutes, int failing, string line)
    {
        TimeSpan? age = minutes is { } known ? TimeSpan.FromMinutes(known) : null;
        Assert.Equal(line, LinesOf("en", [], card => card with { Freshness = new Freshness(age, failing, 9) })[^1]);
    }

    [Fact]
    public void A_question_that_was_read_with_a_slip_is_repeated() =>
        Assert.StartsWith("You wrote “Sone One”; on the list there is:", Phrasebook.For("en").Say(CardOf([]), "Sone One").ToPlain(), StringComparison.Ordinal);

    [Theory]
    [InlineData(Standing.Confirmed, "• free, 13 December 2025: pardoned [000:5]")]
    [InlineData(Standing.Disputed, "• free, 13 December 2025 (Disputed: the sources contradict each other): pardoned [000:5]")]
    [InlineData(Standing.Retracted, "• free, 13 December 2025 (Withdrawn: this report was wrong or is overruled): pardoned [000:5]")]
    public void A_fact_of_the_list_that_the_news_disputes_says_so(Standing standing, string line)
    {
        var fact = new Fact(ClaimKind.Released, PartialDate.Parse("2025-12-13"), "pardoned", [new Citation("000", 5)], []);
        Assert.Contains(line, LinesOf("en", [], card => card with { Facts = [new CardFact(fact, standing)] }), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(StatusValue.Released, Standing.Confirmed, "Some One — free")]
    [InlineData(StatusValue.Released, Standing.Reported, "Some One — free (not yet confirmed)")]
    [InlineData(StatusValue.Dead, Standing.Disputed, "Some One — dead (disputed)")]
    [InlineData(StatusValue.Held, Standing.Reported, "Some One — behind bars")]
    public void A_line_of_a_list_is_as_sure_as_the_card(StatusValue now, Standing standing, string line) =>
        Assert.Equal(line, Phrasebook.For("en").Line(Someone, new SubjectStatus(now, Standing: standing)));

    private static string[] Lines(string language, params Evidence[] evidence) => LinesOf(language, ChangeDetector.Detect(evidence), card => card);

    private static string[] LinesOf(string language, IReadOnlyList<Change> changes, Func<Card, Card> with) => Phrasebook.For(language).Say(with(CardOf(changes))).ToPlain().Split('\n');

    private static Card CardOf(IReadOnlyList<Change> changes)
    {
        var run = StatusRun.Of(StatusTimeline.Of(Someone, changes), changes);
        return new Card { Subject = Someone, Status = run.Status, Basis = run.Basis, Facts = [], Sources = [], LastItems = [], Freshness = new Freshness(null, 0, 0) };
    }
}
