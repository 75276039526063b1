namespace Monitor.Core.Tests.Claims;

/// <summary>Words that carry the verb told just before on to somebody else, and their look-alikes that do not.</summary>
public sealed class EllipsisTests
{
    [Theory]
    [InlineData("en", "Ales Bialiatski was pardoned, and so were two of his friends who had shared his cell: Maria Kalesnikava and Viktar Babaryka.", "pardoned/asserted")]
    [InlineData("en", "Ales Bialiatski was freed on Saturday. So was Viktar Babaryka.", "released/asserted")]
    [InlineData("en", "Two writers are among the freed; so are the lawyer Uladzimir Labkovich, who ran a library, and Viktar Babaryka.", "released/asserted")]
    [InlineData("ru", "Алесь Беляцкий помилован, как и Виктор Бабарико.", "pardoned/asserted")]
    [InlineData("be", "Алесь Бяляцкі, праваабаронца, выйшаў на волю, як і Віктар Бабарыка.", "released/asserted")]
    [InlineData("pl", "Aleś Bialacki został ułaskawiony, podobnie jak Wiktar Babaryka.", "pardoned/asserted")]
    [InlineData("uk", "Алесь Біляцький вийшов на волю, так само як і Віктор Бабарико.", "released/asserted")]
    [InlineData("de", "Ales Bjaljazki wurde begnadigt, ebenso wie Viktor Babariko.", "pardoned/asserted")]
    public void A_freedom_is_carried_on(string language, string text, string expected) =>
        Assert.Equal(expected, Reader.Says(Reader.Read(language, "Belarus, Минск, Мінск", text), "babaryka"));

    [Theory]
    [InlineData("en", "Ales Bialiatski was freed on Saturday. Poland welcomed it, as did Viktar Babaryka.")]
    [InlineData("en", "Belarus freed 123 prisoners on Saturday. Viktar Babaryka was also a banker.")]
    [InlineData("en", "Ales Bialiatski was freed on Saturday. Viktar Babaryka was too ill to speak.")]
    [InlineData("ru", "В субботу освободили 123 человека. Адвокат, как и Виктор Бабарико, надеется на большее.")]
    public void What_carries_on_something_else_frees_nobody(string language, string text) =>
        Assert.DoesNotContain("released/asserted", Reader.Says(Reader.Read(language, "Belarus, Минск", text), "babaryka"), StringComparison.Ordinal);

    [Fact]
    public void A_sentence_that_only_names_members_shares_the_release_told_before()
    {
        var reading = Reader.Read("en", "News", "Belarus freed 123 prisoners on Saturday. Among the foreigners, according to Viasna, are the writer Viktar Babaryka, Uladzimir Labkovich from Poland and Maria Kalesnikava from Latvia.");

        Assert.All(["babaryka", "labkovich", "kalesnikava"], id => Assert.Equal("released/asserted", Reader.Says(reading, id)));
    }

    [Fact]
    public void Who_is_named_among_those_still_held_is_not_freed() =>
        Assert.Equal("released/negated", Reader.Says(Reader.Read("en", "News", "Belarus freed 123 prisoners on Saturday. Among the prisoners still held is Viktar Babaryka."), "babaryka"));

    [Fact]
    public void A_list_reaches_back_over_an_aside() =>
        Assert.Contains("released/asserted", Reader.Says(Reader.Read("en", "News", "Viktar Babaryka, jailed since 2020, and Maria Kalesnikava were freed in Belarus on Saturday."), "babaryka"), StringComparison.Ordinal);
}
