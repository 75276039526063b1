using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Claims;

/// <summary>Years and months that look like the date of what happened and are not, and the line between news and background.</summary>
public sealed class DatesOfOtherThingsTests
{
    [Theory]
    [InlineData("en", "Ales Bialiatski, winner of the Peace Nobel for 2022, was granted a pardon in Belarus.")]
    [InlineData("en", "2022 Nobel laureate Ales Bialiatski was pardoned in Belarus.")]
    [InlineData("ru", "Алесь Беляцкий, лауреат Нобелевской премии мира за 2022 год, помилован.")]
    [InlineData("pl", "Aleś Bialacki, laureat Nagrody Nobla za 2022 rok, został ułaskawiony.")]
    [InlineData("de", "Ales Bjaljazki, Friedensnobelpreisträger 2022, wurde begnadigt.")]
    public void The_year_of_a_prize_does_not_date_the_pardon(string language, string text)
    {
        var claim = Assert.Single(Reader.Read(language, "Belarus, Минск", text).Claims, c => c.Subject == "bialiatski");

        Assert.Equal((ClaimKind.Pardoned, Core.Claims.Stance.Asserted, (PartialDate?)null), (claim.Kind, claim.Stance, claim.Date));
    }

    [Theory]
    [InlineData("Viktar Babaryka was arrested during the 2020 campaign.")]
    [InlineData("Viktar Babaryka was arrested while the election campaign of 2020 was on.")]
    public void The_year_of_a_campaign_still_tells_that_an_arrest_is_old(string text) =>
        Assert.Equal("detained/background", Reader.Says(Reader.Read("en", "Belarus", text), "babaryka"));

    [Theory]
    [InlineData("In May 2023 Maria Kalesnikava was transferred to another colony.", "transferred/background")]
    [InlineData("In March 2024 Maria Kalesnikava was transferred to another colony.", "transferred/background")]
    [InlineData("Maria Kalesnikava may be freed.", "released/hypothetical")]
    public void The_month_of_May_is_no_doubt(string text, string expected) =>
        Assert.Equal(expected, Reader.Says(Reader.Read("en", "Belarus", text), "kalesnikava"));

    [Theory]
    [InlineData("Maria Kalesnikava was freed on 1 December.", "released/asserted")]
    [InlineData("Maria Kalesnikava was freed on 30 November.", "released/background")]
    [InlineData("Maria Kalesnikava was freed in November.", "released/background")]
    public void A_fortnight_back_is_background(string text, string expected) =>
        Assert.Equal(expected, Reader.Says(Reader.Read("en", "Belarus", text), "kalesnikava"));

    [Fact]
    public void When_sanctions_were_imposed_is_background_beside_their_lift()
    {
        var reading = Reader.Read("en", "Washington and Minsk", "The envoy announced the lifting of sanctions on that country's potash, which had been imposed by Washington in 2021. In September 2025 the United States lifted its sanctions on the Belarusian airline Belavia, which had been sanctioned in 2022.");

        Assert.Equal("lift-announced/asserted imposed/background", Reader.Says(reading, "us-potash"));
        Assert.Equal("lifted/background imposed/background", Reader.Says(reading, "us-belavia"));
    }

    [Theory]
    [InlineData("ru", "Виктор Бабарико вспомнил, как потерял сознание в камере.")]
    [InlineData("be", "Віктар Бабарыка згадаў, як страціў прытомнасць у камеры.")]
    public void What_he_remembers_is_background(string language, string text) =>
        Assert.Equal("health/background", Reader.Says(Reader.Read(language, "Минск, Мінск", text), "babaryka"));
}
