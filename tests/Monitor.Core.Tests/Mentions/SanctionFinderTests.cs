using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Mentions;

public sealed class SanctionFinderTests
{
    private static readonly MentionFinder Finder = new(
    [
        new Sanction { Id = "us-potash", Name = "US potash", Issuer = "US", Target = "potash" },
        new Sanction { Id = "us-belavia", Name = "US Belavia", Issuer = "US", Target = "belavia" },
        new Sanction { Id = "us-other", Name = "US other", Issuer = "US", Target = "other" },
        new Sanction { Id = "eu", Name = "EU on Belarus", Issuer = "EU", Target = "belarus" },
    ]);

    [Theory]
    [InlineData("Washington lifts its sanctions on Belaruskali.", "us-potash")]
    [InlineData("США сняли санкции с белорусского калия.", "us-potash")]
    [InlineData("ЗША адмянілі санкцыі супраць «Беларуськалія».", "us-potash")]
    [InlineData("США скасували санкції проти білоруського калію.", "us-potash")]
    [InlineData("USA znoszą sankcje na białoruski potas.", "us-potash")]
    [InlineData("Die USA heben die Sanktionen gegen Kali aus Belarus auf.", "us-potash")]
    [InlineData("Les États-Unis lèvent les sanctions contre la potasse biélorusse.", "us-potash")]
    [InlineData("Американские ограничения с «Белавиа» сняты.", "us-belavia")]
    [InlineData("The US sanctions on the Belarusian airline are gone.", "us-belavia")]
    [InlineData("Евросоюз продлил санкции против Беларуси.", "eu")]
    [InlineData("UE przedłuża sankcje wobec Białorusi o rok.", "eu")]
    [InlineData("America adds sanctions on Belarus after the vote.", "us-other")]
    [InlineData("Europe keeps its sanctions on Belarusian potash.", "eu")]
    public void Issuer_target_and_Belarus_make_the_sanction(string text, string subject) => Assert.Equal([subject], Finder.Subjects(text));

    [Theory]
    [InlineData("Potash prices fell as farmers in Brazil waited.")]
    [InlineData("Belavia will fly from Minsk to Tbilisi twice a week.")]
    [InlineData("The EU extended its sanctions on Russia.")]
    [InlineData("The United States lifted sanctions on Syria.")]
    [InlineData("Минск обсуждал с Вашингтоном визы и транзит.")]
    public void A_word_alone_is_no_sanction(string text) => Assert.Empty(Finder.Subjects(text));

    [Fact]
    public void A_sentence_without_a_target_speaks_of_the_one_the_item_is_about() =>
        Assert.Equal(["us-belavia"], Finder.Subjects("Коул объявил об этом в Минске. Ограничения действовали с 2023 года.", title: "США: санкции с «Белавиа» сняты"));

    [Fact]
    public void An_item_can_name_two_regimes()
    {
        var found = Finder.Subjects("США сняли санкции с «Беларуськалия». Санкции Евросоюза на эти удобрения остаются в силе.");
        Assert.Equal(["eu", "us-potash"], found.Order());
    }
}
