using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Claims;

/// <summary>What English sentences say of a person: each case is one way of saying or not saying it.</summary>
public sealed class EnglishClaimsTests
{
    [Theory]
    [InlineData("Maria Kalesnikava was freed on Saturday.", "released/asserted")]
    [InlineData("Belarus has let Maria Kalesnikava go, the envoy said.", "released/asserted")]
    [InlineData("Maria Kalesnikava walked out of prison this morning.", "released/asserted")]
    [InlineData("Maria Kalesnikava was not freed on Saturday.", "released/negated")]
    [InlineData("Maria Kalesnikava remains in prison.", "released/negated")]
    [InlineData("Maria Kalesnikava could be released soon.", "released/hypothetical")]
    [InlineData("Minsk may free Maria Kalesnikava, diplomats hope.", "released/hypothetical")]
    [InlineData("Rights groups demand that Belarus release Maria Kalesnikava.", "released/demanded")]
    [InlineData("The family of Maria Kalesnikava called for her release.", "released/demanded")]
    [InlineData("Maria Kalesnikava was sentenced to eleven years in September 2021.", "sentenced/background")]
    [InlineData("Maria Kalesnikava was pardoned on Friday.", "pardoned/asserted")]
    [InlineData("Maria Kalesnikava has begun a hunger strike.", "hunger-strike/asserted")]
    [InlineData("Maria Kalesnikava is on trial in Minsk.", "charged/asserted")]
    [InlineData("Detained musician Maria Kalesnikava turned forty.", "")]
    [InlineData("Maria Kalesnikava wrote a letter about freedom of speech.", "")]
    public void A_sentence_says_of_her(string text, string expected) =>
        Assert.Equal(expected, Reader.Says(Reader.Read("en", "News from Belarus", text), "kalesnikava"));

    [Fact]
    public void Background_and_news_in_one_sentence_are_told_apart()
    {
        var reading = Reader.Read("en", "News from Belarus", "Ales Bialiatski, who was sentenced to ten years in 2023, was freed on Saturday.");

        Assert.Contains(reading.Claims, c => c is { Kind: ClaimKind.Released, Stance: Core.Claims.Stance.Asserted } && c.Date == PartialDate.Parse("2025-12-13"));
        Assert.Contains(reading.Claims, c => c is { Kind: ClaimKind.Sentenced, Stance: Core.Claims.Stance.Background } && c.Date == PartialDate.Parse("2023"));
    }

    [Fact]
    public void One_verb_frees_a_whole_list()
    {
        var reading = Reader.Read("en", "News from Belarus", "Belarus freed Ales Bialiatski, the lawyer Uladzimir Labkovich, sentenced to seven years in 2023, and Viktar Babaryka on Saturday.");

        Assert.All(["bialiatski", "labkovich", "babaryka"], id => Assert.StartsWith("released/asserted", Reader.Says(reading, id), StringComparison.Ordinal));
    }

    [Fact]
    public void A_wife_who_was_detained_is_not_her_husband() =>
        Assert.Equal("", Reader.Says(Reader.Read("en", "News from Belarus", "Viktar Babaryka's wife was detained on Friday."), "babaryka"));

    [Fact]
    public void A_headline_needs_no_verb() =>
        Assert.Equal("released/asserted", Reader.Says(Reader.Read("en", "Ales Bialiatski out of prison", "More soon."), "bialiatski"));

    [Fact]
    public void A_month_long_past_makes_background()
    {
        var claim = Assert.Single(Reader.Read("en", "News from Belarus", "Siarhei Tsikhanouski was released last June.").Claims);

        Assert.Equal((Core.Claims.Stance.Background, PartialDate.Parse("2025-06")), (claim.Stance, claim.Date!.Value));
    }

    [Fact]
    public void The_voice_is_who_is_quoted()
    {
        Assert.Equal("viasna", Reader.Read("en", "News", "According to Viasna, Ales Bialiatski was freed in Belarus.").Claims[0].SaidBy);
        Assert.Equal("relative", Reader.Read("en", "News", "Ales Bialiatski was freed in Belarus, his wife said.").Claims[0].SaidBy);
        Assert.Null(Reader.Read("en", "News", "Ales Bialiatski was freed in Belarus.").Claims[0].SaidBy);
    }

    [Theory]
    [InlineData("en", "Ales Bialiatski was freed in Belarus, his lawyer said.", "acquaintance")]
    [InlineData("en", "Ales Bialiatski was freed in Belarus, US envoys told President Lukashenko.", null)]
    [InlineData("en", "Ales Bialiatski was freed in Belarus, an NGO said.", "ngo")]
    [InlineData("en", "Ales Bialiatski was freed in Belarus, his captors told an NGO.", null)]
    [InlineData("en", "Officials told BelTA that Ales Bialiatski was freed in Belarus.", "belta")]
    [InlineData("pl", "To Wiasna podała, że Aleś Bialacki wyszedł na wolność na Białorusi.", "viasna")]
    [InlineData("en", "Ales Bialiatski was pardoned by Lukashenko in Belarus.", null)]
    [InlineData("en", "Natallia Pinchuk said her husband, Ales Bialiatski, was freed in Belarus.", "relative")]
    [InlineData("en", "Viasna praised her courage; Maria Kalesnikava was freed in Belarus.", null)]
    [InlineData("ru", "Алеся Беляцкого освободили в Беларуси, сообщила его жена.", "relative")]
    [InlineData("ru", "Алеся Беляцкого освободили в Беларуси, жене об этом не сообщили.", null)]
    [InlineData("ru", "После встречи с Лукашенко Джон Коул сообщил: Алеся Беляцкого освободили в Беларуси.", "us-government")]
    public void Who_is_told_or_only_named_is_not_the_voice(string language, string text, string? voice) =>
        Assert.Equal(voice, Assert.Single(Reader.Read(language, "News", text).Claims, c => c.Kind is ClaimKind.Released or ClaimKind.Pardoned).SaidBy);

    [Fact]
    public void The_reason_is_one_plain_sentence()
    {
        var claim = Reader.Read("en", "News", "Maria Kalesnikava was not released in Belarus.").Claims[0];

        Assert.Equal("Read as a denial of the release of Maria Kalesnikava: \"released\", in a sentence that names the person; denied by \"not\".", claim.Why);
    }

    [Fact]
    public void A_destination_is_only_the_persons_own()
    {
        Assert.Equal("LT", Reader.Read("en", "News", "Ales Bialiatski was freed and driven to Lithuania.").Claims[0].To);
        Assert.Null(Reader.Read("en", "News", "Ales Bialiatski was freed in Belarus. Some 114 people headed to Ukraine.").Claims[0].To);
    }
}
